internal import Arguments
internal import Governance
internal import Policies
internal import Syntax

/// `canon apply`: brings folders into a registry.
enum ApplyCommand: Subcommand {
    static let path = ["apply"]

    static let command = Command(
        "apply",
        summary: "Brings catalog, policies and contracts of folders into a registry; doing it again changes nothing.",
        example: "canon apply Registry Policies",
        options: [.flag("plan", summary: "Only show what would happen.")] + Option.connection,
        positionals: [.rest("DIR", atLeast: 1, summary: "Folders such as Registry and Policies.")]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let files = try FileTree.files(in: arguments.arguments("DIR"))
        let folder = try RegistryFolder(files, functions: BuiltIns.functions)
        try refuseFailingPolicies(folder)
        let registry = try RegistryConnection(arguments, console)
        let plan = try ApplyPlan(folder, registry, BuiltIns.formats)
        let isJSON = arguments.value("output") == "json"
        if !isJSON { show(plan, console) }
        let submissions = arguments.has("plan") ? [] : try perform(plan, registry)
        if isJSON { console.json(json(plan, submissions)) } else { show(submissions, console) }
        return submissions.map(SubmissionReport.exitCode).max { $0.rawValue < $1.rawValue } ?? .allowed
    }

    private static func refuseFailingPolicies(_ folder: RegistryFolder) throws {
        let failures = folder.policies.flatMap { file in
            file.tests.flatMap { test in test.failures(of: file.policy).map { "policy \(file.policy.id): \($0)" } }
        }
        guard failures.isEmpty else {
            throw Failure("POLICY_TEST_FAILED", failures.joined(separator: "\n"), .usage)
        }
    }

    private static func show(_ plan: ApplyPlan, _ console: Console) {
        for step in plan.steps where step.kind != .unchanged {
            console.line("  \(FindingReport.padded(step.kind.rawValue, 10)) \(step.name)")
        }
        let counts = [ApplyPlan.Step.Kind.new, .changed, .unchanged].map { kind in
            "\(plan.steps.count { $0.kind == kind }) \(kind.rawValue)"
        }
        console.line(counts.joined(separator: ", "))
    }

    /// Does what has to be done, in order; gives the submissions that it opened.
    private static func perform(_ plan: ApplyPlan, _ registry: RegistryConnection) throws -> [Node] {
        var submissions: [Node] = []
        for step in plan.steps where step.kind != .unchanged {
            do {
                if case .submitted(let answer) = try step.perform(registry) { submissions.append(answer) }
            } catch let failure as Failure {
                throw Failure(failure.code, "\(step.name): \(failure.message)", failure.exit)
            }
        }
        return submissions
    }

    private static func show(_ submissions: [Node], _ console: Console) {
        for answer in submissions {
            for line in SubmissionReport.lines(answer, subject: answer["subject"]?.string ?? "") { console.line(line) }
        }
    }

    private static func json(_ plan: ApplyPlan, _ submissions: [Node]) -> JSON {
        [
            "steps": .array(plan.steps.map { ["kind": .string($0.kind.rawValue), "name": .string($0.name)] }),
            "submissions": .array(submissions.map(\.json)),
        ]
    }
}
