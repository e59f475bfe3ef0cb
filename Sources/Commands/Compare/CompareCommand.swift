internal import Arguments
internal import Compatibility
internal import Contracts
internal import Governance
internal import Syntax

/// `canon compare`: needs no registry.
enum CompareCommand: Subcommand {
    static let path = ["compare"]

    static let command = Command(
        "compare",
        summary: "Compares two versions of a contract; exit 0 if compatible, 1 if not, 2 if one cannot be read.",
        example: "canon compare --mode FULL old.yaml new.yaml",
        options: [
            .value("format", placeholder: "FORMAT", summary: "Such as openapi or json-schema; else found by content."),
            .choice(
                "mode",
                among: CompatibilityMode.allCases.map(\.rawValue),
                default: "BACKWARD",
                summary: "What must hold."
            ),
            .choice(
                "policy",
                among: CompatibilityPolicy.allCases.map(\.rawValue),
                default: "STRICT",
                summary: "By proof, or by the convention that unknown members of open objects do not count."
            ),
            .choice(
                "category",
                among: BreakingCategory.allCases.map(\.rawValue),
                default: "FILE",
                summary: "What of a Protobuf schema must stay: generated code by file or package, JSON, or bytes only."
            ),
            .choice(
                "formats",
                among: FormatsChoice.allCases.map(\.rawValue),
                default: FormatsChoice.dialect.rawValue,
                summary: "Whether 'format' of JSON Schema asks something of texts, or as the dialect has it."
            ),
            .value(
                "references",
                placeholder: "DIR",
                summary: "A registry folder that 'canon:' references lead into; else there must be none."
            ),
            .value(
                "batch",
                placeholder: "FILE",
                summary:
                    "Judge many pairs: JSON lines with before, after, before_refs, after_refs, id, format, mode, options, history."
            ),
            .output,
        ],
        positionals: [
            .optional(
                "OLD",
                summary: "The earlier version: a file, a folder of files, '-' for standard input, or GITREV:PATH."
            ),
            .optional("NEW", summary: "The later version, likewise."),
        ]
    )

    /// What `--formats` says.
    private enum FormatsChoice: String, CaseIterable {
        case dialect, asserted, annotated

        var assertsFormats: Bool? { self == .dialect ? nil : self == .asserted }
    }

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        if let batch = arguments.value("batch") { return BatchComparison.run(try LocalFile.read(batch), console) }
        guard let older = arguments.argument("OLD"), let newer = arguments.argument("NEW") else {
            throw Failure("USAGE", "OLD and NEW are compared, and one is missing; see 'canon compare --help'", .usage)
        }
        let (old, new) = (try source(older), try source(newer))
        let mode = try CompatibilityMode(parsing: arguments.value("mode") ?? "")
        let policy = try CompatibilityPolicy(parsing: arguments.value("policy") ?? "")
        let format = try format(arguments.value("format"), new)
        let index = try references(arguments.value("references"))
        let category = try BreakingCategory(parsing: arguments.value("category") ?? "")
        let formats = FormatsChoice(rawValue: arguments.value("formats") ?? "")?.assertsFormats
        let options = ComparisonOptions(policy: policy, category: category, assertsFormats: formats)
        let comparison = try compare(old, new, format, mode, options, index)
        let report = ComparisonReport(comparison: comparison)
        if arguments.value("output") == "json" {
            console.json(.object(report.members))
        } else {
            for line in report.lines { console.line(line) }
        }
        return comparison.isCompatible ? .allowed : .denied
    }

    private static func source(_ name: String) throws -> ContractSource {
        if LocalFile.isFolder(name) { return try ContractFolder.source(name) }
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2, !LocalFile.exists(name) {
            if try Git.isFolder(parts[1], at: parts[0]) { return try ContractFolder.source(parts[1], at: parts[0]) }
            let bytes = try Git.run(["show", "\(parts[0]):./\(parts[1])"])
            return ContractSource(bytes, file: name)
        }
        return ContractSource(try LocalFile.read(name), file: name == "-" ? nil : name)
    }

    /// The format of a name, or the one that recognises a text.
    static func format(_ name: String?, _ source: ContractSource) throws -> any ContractFormat {
        if let name { return try BuiltIns.formats.named(FormatID(parsing: name)) }
        guard let format = BuiltIns.formats.recognising(source) else {
            for file in FileSet(source)?.files ?? [FileSet.File(source.file ?? "", source.bytes)] {
                do throws(SyntaxFailure) { _ = try Document.parse(file.bytes, named: file.path) } catch {
                    throw ContractFailure(error, file: file.path.isEmpty ? nil : file.path)
                }
            }
            let known = BuiltIns.formats.names.joined(separator: ", ")
            throw Failure(
                "FORMAT_UNRECOGNISED",
                "\(named(source)) of no known format; name it with --format: \(known)",
                .usage
            )
        }
        return format
    }

    private static func named(_ source: ContractSource) -> String {
        guard let set = FileSet(source) else { return "\(source.file ?? "the input") is" }
        return "the \(set.files.count) files from '\(set.files[0].path)' on are together a contract"
    }

    private static func compare<Format: ContractFormat>(
        _ old: ContractSource,
        _ new: ContractSource,
        _ format: Format,
        _ mode: CompatibilityMode,
        _ options: ComparisonOptions,
        _ index: RegistryFolder?
    ) throws -> Comparison {
        let before = try format.parse(old, library: library(old, format, index))
        let after = try format.parse(new, library: library(new, format, index))
        return format.compare(before, after, mode: mode, options: options)
    }

    private static func references(_ folder: String?) throws -> RegistryFolder? {
        try folder.map { try RegistryFolder(FileTree.files(in: [$0]), functions: BuiltIns.functions) }
    }

    private static func library<Format: ContractFormat>(
        _ source: ContractSource,
        _ format: Format,
        _ index: RegistryFolder?
    ) throws -> ReferenceLibrary {
        try index.map { try BuiltIns.formats.library(for: source, in: Format.id, from: $0) } ?? ReferenceLibrary()
    }
}
