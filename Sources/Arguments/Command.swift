/// A command of a program: what it is called, what it takes, and what its help says.
///
/// ```swift
/// Command(
///     "compare",
///     summary: "Compares two versions of a contract.",
///     example: "canon compare --mode FULL old.yaml new.yaml",
///     options: [.choice("output", among: ["text", "json"], default: "text", summary: "How findings are shown.")],
///     positionals: [.required("OLD", summary: "The earlier version."), .required("NEW", summary: "The later one.")]
/// )
/// ```
package struct Command: Sendable {
    /// The word that is typed.
    package let name: String
    /// One sentence.
    package let summary: String
    /// A command line that works as it stands; empty where subcommands have theirs.
    package let example: String
    /// The options, in the order in which the help lists them.
    package let options: [Option]
    /// What stands without a name, in order.
    package let positionals: [Positional]
    /// The commands below this one; a command that has some takes nothing itself.
    package let subcommands: [Command]

    /// A command that does something.
    package init(
        _ name: String,
        summary: String,
        example: String,
        options: [Option] = [],
        positionals: [Positional] = []
    ) {
        self.init(name, summary, example, options, positionals, [])
    }

    /// A command that only holds others.
    package init(_ name: String, summary: String, example: String = "", subcommands: [Command]) {
        self.init(name, summary, example, [], [], subcommands)
    }

    private init(
        _ name: String,
        _ summary: String,
        _ example: String,
        _ options: [Option],
        _ positionals: [Positional],
        _ subcommands: [Command]
    ) {
        let names = options.map(\.name) + positionals.map(\.name) + subcommands.map(\.name)
        precondition(Set(names).count == names.count, "command '\(name)' declares a name twice")
        precondition(positionals.dropLast().allSatisfy { !$0.isRest }, "only the last positional takes the rest")
        self.name = name
        self.summary = summary
        self.example = example
        self.options = options
        self.positionals = positionals
        self.subcommands = subcommands
    }
}
