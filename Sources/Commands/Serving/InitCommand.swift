internal import Arguments
internal import Contracts
internal import Governance
internal import SQLiteStore
internal import Sockets
internal import Syntax

/// `canon init`: makes a data folder.
enum InitCommand: Subcommand {
    static let path = ["init"]

    static let command = Command(
        "init",
        summary: "Makes a data folder with an empty registry, and prints the first admin token.",
        example: "canon init --data ./canon-data",
        options: [
            .value("data", placeholder: "DIR", isRequired: true, summary: "The folder to make."),
            .value(
                "origin",
                placeholder: "NAME",
                default: "canon.local/registry",
                summary: "The log's name, which every record carries; no two registries of a firm share one."
            ),
            .value("admin", placeholder: "PERSON", default: "admin", summary: "The first person."),
            .output,
        ]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let folder = arguments.value("data") ?? ""
        let secret = try create(
            folder,
            origin: arguments.value("origin") ?? "",
            admin: PersonID(parsing: arguments.value("admin") ?? "")
        )
        if arguments.value("output") == "json" {
            console.json(["data": .string(folder), "token": .string(secret)])
        } else {
            console.line("A registry was made in \(folder).")
            console.line("The first admin token is shown once and kept nowhere:")
            console.line("")
            console.line("    \(secret)")
            console.line("")
            console.line("Next: canon serve --data \(folder)")
        }
        return .allowed
    }

    /// Makes a registry in a folder and gives the first token's secret.
    static func create(_ folder: String, origin: String, admin: PersonID) throws -> String {
        let store = try SQLiteStore.open(folder: folder, mode: .create)
        defer { store.close() }
        return try Blocking.wait { try await Registry.create(in: store, origin: origin, admin: admin) }
    }
}
