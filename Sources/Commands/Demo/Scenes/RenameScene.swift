internal import Compatibility
internal import Contracts
internal import Governance
internal import Syntax

/// An architect renames a field that others read.
///
/// - SeeAlso: DOMAIN, section 10, scenario 1.
enum RenameScene: Scene {
    static let title = "A breaking change: lines[].taxCode becomes taxCategoryCode (scenario 1)"

    /// The contract that is changed.
    static let subject = "canonical.invoice"
    /// Who changes it.
    static let author = "p-ines"
    /// The version that it becomes.
    static let version = "3.0.0"

    static func play(on stage: Stage) throws {
        stage.say("\(stage.name(author)) (architect) submits the rename as 2.5.0, a minor version.")
        let minor = try submit("2.5.0", on: stage)
        let codes = minor["decision"].flatMap(Decision.init)?.denials.map(\.reason.code) ?? []
        stage.expect("the verdict", minor["state"]?.string ?? "", is: "denied")
        stage.expect(
            "one reason",
            codes.first { $0 == "VERSION_BUMP_TOO_SMALL" } ?? "missing",
            is: "VERSION_BUMP_TOO_SMALL"
        )

        stage.say("\(stage.name(author)) submits the same as \(version), a new major version.")
        let major = try submit(version, on: stage)
        stage.expect("the verdict", major["state"]?.string ?? "", is: "pending")
        let consumers = major["decision"].flatMap(Decision.init)?.requirements ?? []
        for application in ["analytics-revenue", "crm-status-sync", "ebilling-bridge"] {
            let isAsked = consumers.contains {
                "consumer \(application)".occurs(in: $0.name) || application.occurs(in: $0.why)
            }
            stage.expect("consumer \(application)", isAsked ? "asked" : "not asked", is: "asked")
        }
        let latest = try stage.registry(as: author).get("/v1/subjects/\(subject)")["version"]?.string ?? ""
        stage.expect("the version in force", latest, is: "2.4.0")
    }

    private static func submit(_ version: String, on stage: Stage) throws -> Node {
        let invoice = try Subject(parsing: subject)
        guard let contract = stage.folder.contracts[invoice], let latest = contract.versions.last else {
            throw Failure("DEMO_CONTENT", "the registry folder holds no \(subject)", .usage)
        }
        let text = String(decoding: latest.content.bytes, as: UTF8.self)
        let renamed = text.split(separator: "\"", omittingEmptySubsequences: false)
            .map { $0 == "taxCode" ? "taxCategoryCode" : $0 }
            .joined(separator: "\"")
        let body = try ProposalMessage.body(
            version: version,
            content: Array(renamed.utf8),
            file: "\(version).json",
            manifest: nil
        )
        let answer = try stage.registry(as: author).post("/v1/subjects/\(subject)/submissions", body)
        stage.show(SubmissionReport.lines(answer, subject: subject))
        return answer
    }
}

extension Stage {
    /// The submission of a version as somebody sees it.
    func submission(of version: String, to subject: String, as person: String) throws -> Node {
        let registry = try registry(as: person)
        let submissions = try registry.all("/v1/subjects/\(subject)/submissions")
        guard let id = submissions.first(where: { $0["version"]?.string == version })?["id"]?.string else {
            throw Failure("DEMO_STATE", "there is no submission of \(subject) \(version)", .unjudged)
        }
        return try registry.get("/v1/submissions/\(id)")
    }

    /// Says yes to exactly what a submission shows.
    @discardableResult
    func approve(_ submission: Node, as person: String) throws -> Node {
        try registry(as: person).post(
            "/v1/submissions/\(submission["id"]?.string ?? "")/approvals",
            ["binding": submission["binding"]?.json ?? .null, "reason": "seen"]
        )
    }
}
