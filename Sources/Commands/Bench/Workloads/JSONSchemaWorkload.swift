internal import Compatibility
internal import Contracts
internal import JSONSchema
internal import Syntax

/// JSON Schemas of 10, 100 and 1,000 fields, and invoices that are held against one.
///
/// "Parsed" judges two schemas that have been read, "text" reads both each time. The goals are ten times what the rules
/// of Confluent's registry did on the same pair, and 0.8 times what `jsonschema-rs` did on the invoices, then and there.
enum JSONSchemaWorkload: Workload {
    static let name = "json-schema"

    private static let sizes: [(folder: String, fields: Int, parsed: Measure.Goal?, text: Measure.Goal?)] = [
        ("small", 10, nil, nil), ("medium", 100, .atLeast(976 * 10), .atLeast(170 * 10)), ("large", 1000, nil, nil),
    ]

    private static let validation = Measure.Goal.atLeast(28_400 * 0.8)

    static func measure(_ setting: BenchSetting) throws -> [Measure] {
        try sizes.flatMap { try comparisons($0.folder, $0.fields, ($0.parsed, $0.text), setting) }
            + [invoices(setting)]
    }

    private static func comparisons(
        _ folder: String,
        _ fields: Int,
        _ goals: (parsed: Measure.Goal?, text: Measure.Goal?),
        _ setting: BenchSetting
    ) throws -> [Measure] {
        let paths = ["old", "compatible", "breaking"].map { "jsonschema/\(folder)/\($0).json" }
        guard let sources = try WorkloadDocument.sources(paths, in: setting) else {
            return [Measure("\(fields) fields", missing: WorkloadDocument.absence(paths[0], in: setting))]
        }
        let models = try sources.map(model)
        let times = max(1, setting.scale.readings * 200 / fields)
        let parsed = try setting.rate(times * 5) { judge(models[0], models[1]) }
        let text = try setting.rate(times) { judge(try model(sources[0]), try model(sources[1])) }
        let breaking = try setting.rate(times) { judge(models[0], models[2]) }
        return [
            Measure("\(fields) fields, parsed", parsed, "checks/CPU-s", goal: goals.parsed),
            Measure("\(fields) fields, text", text, "checks/CPU-s", goal: goals.text),
            Measure("\(fields) fields, breaking, parsed", breaking, "checks/CPU-s"),
        ]
    }

    private static func invoices(_ setting: BenchSetting) throws -> Measure {
        let what = "invoice validated, text"
        let paths = ["invoices/invoice.2020-12.json", "invoices/invoices.jsonl"]
        let texts = try paths.map { try WorkloadDocument.bytes($0, in: setting) }
        guard let schema = texts[0], let lines = texts[1] else {
            return Measure(what, missing: WorkloadDocument.absence(paths[1], in: setting))
        }
        let validator = Validator(try model(ContractSource(schema)))
        guard let root = validator.document.root else { return Measure(what, missing: "the schema has no root") }
        let invoices = lines.split(separator: UInt8(ascii: "\n")).map(Array.init)
        let passes = max(1, setting.scale.readings / 5)
        let rate = try setting.rate(passes) {
            try invoices.count { validator.validate(try Document.json($0).root, under: root) == .valid }
        }
        return Measure(what, rate * Double(invoices.count), "documents/CPU-s", goal: validation)
    }

    private static func model(_ source: ContractSource) throws(ContractFailure) -> SchemaDocument {
        try JSONSchemaFormat().parse(source, library: ReferenceLibrary())
    }

    private static func judge(_ old: SchemaDocument, _ new: SchemaDocument) -> Int {
        JSONSchemaFormat().findings(from: old, to: new, breaking: .backward, options: ComparisonOptions()).count
    }
}
