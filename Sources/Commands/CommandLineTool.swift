internal import Arguments
internal import Syntax

/// The program `canon`.
package enum CommandLineTool {
    /// The program's version.
    package static let version = "0.1.0"

    /// Runs a command line.
    ///
    /// - Parameters:
    ///   - arguments: The words behind the program's name.
    ///   - console: Where it writes.
    /// - Returns: How the process ends.
    package static func run(_ arguments: [String], console: Console = .standard) -> ExitCode {
        guard arguments.first != "--version" else {
            console.line("canon \(version)")
            return .allowed
        }
        let wantsJSON = arguments.contains("--output=json") || arguments.contains("json")
        do {
            switch try root.parse(arguments) {
            case .help(let text):
                console.line(text)
                return .allowed
            case .run(let parsed): return try subcommand(parsed).run(parsed, console)
            }
        } catch {
            let failure = Failure(error)
            if wantsJSON, !(error is UsageError) { console.json(failure.json) }
            console.note("canon: \(failure.message)")
            return failure.exit
        }
    }

    private static func subcommand(_ parsed: ParsedArguments) -> any Subcommand.Type {
        let path = Array(parsed.path.dropFirst())
        guard let found = BuiltIns.commands.first(where: { $0.path == path }) else {
            preconditionFailure("command '\(path)' was parsed and is not in the list")
        }
        return found
    }

    /// All commands as one tree.
    static let root = Command(
        "canon",
        summary: "Keeps contracts, judges their changes, and gates releases on what was approved.",
        example: "canon compare --mode FULL old.yaml new.yaml",
        subcommands: tree(BuiltIns.commands)
    )

    private static func tree(_ commands: [any Subcommand.Type]) -> [Command] {
        var tree: [Command] = []
        for subcommand in commands {
            guard subcommand.path.count > 1 else {
                tree.append(subcommand.command)
                continue
            }
            let group = subcommand.path[0]
            guard !tree.contains(where: { $0.name == group }) else { continue }
            let members = commands.filter { $0.path.first == group }
            tree.append(
                Command(group, summary: CommandGroup.summaries[group] ?? "", subcommands: members.map { $0.command })
            )
        }
        return tree
    }
}
