internal import Contracts
internal import Crypto
internal import Governance
internal import Syntax

/// A release asks to go out, before and after the last approval.
///
/// - SeeAlso: DOMAIN, section 10, scenario 3.
enum GateScene: Scene {
    static let title = "The gate: billing-orchestrator 4.2 wants to go to production (scenario 3)"

    private static let pipeline = "ci-billing"

    static func play(on stage: Stage) throws {
        let submission = try stage.submission(of: RenameScene.version, to: RenameScene.subject, as: pipeline)
        let lock = try lockfile(submission, on: stage)
        stage.say(
            "\(stage.name(pipeline)) asks with a lockfile that consumes canonical.invoice 3.0.0, which is pending."
        )
        let before = try ask(lock, on: stage)
        stage.expect("the gate's answer", before["decision"]?.string ?? "", is: GateVerdict.pending.rawValue)

        stage.say("The teams that are asked look at it and approve:")
        let accepted = try approveAll(submission, on: stage)
        stage.expect("the submission", accepted["state"]?.string ?? "", is: "approved")

        stage.say("\(stage.name(pipeline)) asks again with the same lockfile.")
        let after = try ask(lock, on: stage)
        stage.expect("the gate's answer", after["decision"]?.string ?? "", is: GateVerdict.allowed.rawValue)
    }

    private static func lockfile(_ submission: Node, on stage: Stage) throws -> String {
        let registry = try stage.registry(as: pipeline)
        let entry = { (subject: String, version: String) in
            let found = try registry.get("/v1/subjects/\(subject)/versions/\(version)")
            return try Self.entry(subject, version, found["contentDigest"]?.string)
        }
        let invoice = try Self.entry(
            RenameScene.subject,
            RenameScene.version,
            submission["digests"]?["content"]?.string
        )
        return Lockfile(
            application: try ApplicationID(parsing: "billing-orchestrator"),
            release: "4.2.0",
            provides: [try entry("billing.billing-events", "1.4.0")],
            consumes: [invoice, try entry("canonical.client", "2.1.0")]
        ).text
    }

    private static func entry(_ subject: String, _ version: String, _ digest: String?) throws -> Lockfile.Entry {
        guard let digest = digest.flatMap({ Digest($0) }) else {
            throw Failure("DEMO_STATE", "\(subject) \(version) has no digest", .unjudged)
        }
        return Lockfile.Entry(
            subject: try Subject(parsing: subject),
            version: try SemanticVersion(parsing: version),
            digest: digest
        )
    }

    private static func ask(_ lock: String, on stage: Stage) throws -> Node {
        let answer = try stage.registry(as: pipeline)
            .post("/v1/gates", ["lock": .string(lock), "environment": "production"])
        stage.show(GateReport.lines(answer))
        return answer
    }

    /// One person for each requirement that nobody satisfies yet; gives the last answer.
    private static func approveAll(_ submission: Node, on stage: Stage) throws -> Node {
        var answer = submission
        var asked: Set<String> = [RenameScene.author, "p-femi"]
        while let open = answer["requirements"]?.elements.first(where: { $0["state"]?.string != "SATISFIED" }) {
            let teams = open["teams"]?.elements.compactMap(\.string) ?? []
            let people = teams.flatMap { stage.approvers(of: $0, except: RenameScene.author) }
            guard let person = people.first(where: { asked.insert($0).inserted }) else { return answer }
            stage.say("   \(stage.name(person)) approves for \(teams.joined(separator: " or ")).")
            answer = try stage.approve(submission, as: person)
        }
        return answer
    }
}
