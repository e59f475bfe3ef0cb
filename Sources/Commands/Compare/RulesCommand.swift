internal import Arguments
internal import Syntax

/// `canon rules`: what comparisons can report; needs no registry.
enum RulesCommand: Subcommand {
    static let path = ["rules"]

    static let command = Command(
        "rules",
        summary: "Lists the rules that comparisons report, or explains one with an example.",
        example: "canon rules READER_FIELD_MISSING_DEFAULT_VALUE",
        options: [
            .value("format", placeholder: "FORMAT", summary: "Only the rules of this one, such as avro."), .output,
        ],
        positionals: [.optional("ID", summary: "The rule that is explained; else all are listed.")]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        var rules = try RuleList(of: arguments.value("format"))
        let id = arguments.argument("ID")
        if let id { rules = try rules.named(id) }
        if arguments.value("output") == "json" {
            console.json(.object([.init("rules", .array(rules.entries.map { RuleReport(entry: $0).json }))]))
            return .allowed
        }
        for line in try id == nil ? rules.lines : rules.explanation { console.line(line) }
        return .allowed
    }
}
