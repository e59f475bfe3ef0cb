internal import Arguments
internal import Audit
internal import Contracts
internal import Governance
internal import Policies
internal import SQLiteStore
internal import Sockets
internal import StorePort
internal import Syntax

/// `canon doctor` asks whether everything is as it should be.
enum DoctorCommand: Subcommand {
    static let path = ["doctor"]

    static let command = Command(
        "doctor",
        summary:
            "Looks at this machine, and at a data folder that no server has open; exit 1 if something needs attention.",
        example: "canon doctor --data ./canon-data",
        options: [.value("data", placeholder: "DIR", summary: "The data folder to look at."), .output]
    )

    /// One thing that was looked at.
    private struct Observation {
        let name: String
        let isGood: Bool
        let detail: String
    }

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        var seen = [program, library, descriptors]
        if let folder = arguments.value("data") { seen += try observe(folder) }
        if arguments.value("output") == "json" {
            console.json([
                "observations": .array(
                    seen.map { ["name": .string($0.name), "good": .bool($0.isGood), "detail": .string($0.detail)] }
                )
            ])
        } else {
            for observation in seen {
                console.line(
                    "\(observation.isGood ? "ok  " : "LOOK") \(FindingReport.padded(observation.name, 12)) \(observation.detail)"
                )
            }
        }
        return seen.allSatisfy(\.isGood) ? .allowed : .denied
    }

    private static var program: Observation {
        Observation(name: "canon", isGood: true, detail: CommandLineTool.version)
    }

    private static var library: Observation {
        Observation(
            name: "sqlite",
            isGood: true,
            detail:
                "\(SQLiteStore.libraryVersion); let no other program write or checkpoint the database while a server has it open"
        )
    }

    /// Open files below which a server runs out before its connections do.
    private static let fewDescriptors = 1024

    private static var descriptors: Observation {
        let most = OpenFiles.most
        let fewDescriptors = Self.fewDescriptors
        let advice = most < fewDescriptors ? "; let it have \(fewDescriptors) at least: one a connection" : ""
        return Observation(
            name: "open files",
            isGood: most >= fewDescriptors,
            detail: "\(OpenFiles.limit), which 'canon serve' raises to \(most)\(advice)"
        )
    }

    private static func observe(_ folder: String) throws -> [Observation] {
        let store = try SQLiteStore.open(folder: folder, mode: .existing)
        defer { store.close() }
        let registry = try Registry(store: store, formats: BuiltIns.formats, functions: BuiltIns.functions)
        let log = try registry.verification(against: [])
        let standing = try registry.standing()
        let detail = log.fault.map { "\($0)" } ?? "\(log.head.size) records, root \(log.head.root)"
        let difference = log.fault == nil ? try TableCheck.difference(store) : nil
        return [
            Observation(name: "log", isGood: log.fault == nil, detail: detail),
            Observation(name: "tables", isGood: difference == nil, detail: difference ?? "what the log implies"),
            Observation(name: "origin", isGood: true, detail: registry.origin),
            Observation(
                name: "policies",
                isGood: !standing.policies.policies.isEmpty,
                detail: standing.policies.policies.isEmpty
                    ? "none are in force: bring some in with 'canon apply'"
                    : "\(standing.policies.policies.count) in force"
            ),
        ]
    }
}
