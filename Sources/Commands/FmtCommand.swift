internal import Arguments
internal import Syntax

/// `canon fmt`: reads JSON or YAML and writes it as one of them.
enum FmtCommand: Subcommand {
    static let path = ["fmt"]

    static let command = Command(
        "fmt",
        summary:
            "Reads JSON or YAML and writes it as JSON, canonical JSON (RFC 8785) or YAML; comments do not survive.",
        example: "canon fmt --to yaml contract.json",
        options: [
            .choice("to", among: ["json", "canonical", "yaml"], default: "json", summary: "What to write."), .output,
        ],
        positionals: [.required("FILE", summary: "The file, '-' for standard input.")]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let file = arguments.argument("FILE") ?? ""
        let root = try Document.parse(LocalFile.read(file), named: file == "-" ? nil : file).root
        switch arguments.value("to") {
        case "canonical": console.write(try CanonicalJSON.bytes(of: root, numbers: .ecmascript))
        case "yaml": console.write(YAMLWriter.bytes(of: root))
        default: console.json(root.json)
        }
        return .allowed
    }
}
