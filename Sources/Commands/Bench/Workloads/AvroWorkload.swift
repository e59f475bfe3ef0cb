internal import Avro
internal import Compatibility
internal import Contracts

/// Avro schemas of 10, 100 and 1,000 fields: whether a new version reads what the old one wrote.
///
/// "Parsed" judges two schemas that have been read, "text" reads both each time; "all changes" also names what changed
/// without breaking a reader, which no peer does. The goals are 1.2 times what Apache Avro for Java did on the same
/// pairs, then and there.
enum AvroWorkload: Workload {
    static let name = "avro"

    private static let sizes: [(folder: String, fields: Int, parsed: Double, text: Double)] = [
        ("small", 10, 243_000 * 1.2, 27_800 * 1.2), ("medium", 100, 26_600 * 1.2, 2_732 * 1.2),
        ("large", 1000, 2_212 * 1.2, 235 * 1.2),
    ]

    static func measure(_ setting: BenchSetting) throws -> [Measure] {
        try sizes.flatMap { size in
            let paths = ["old", "compatible"].map { "avro/\(size.folder)/\($0).avsc" }
            guard let sources = try WorkloadDocument.sources(paths, in: setting) else {
                return [Measure("\(size.fields) fields", missing: WorkloadDocument.absence(paths[0], in: setting))]
            }
            let models = try sources.map(model)
            let times = max(1, setting.scale.readings * 1000 / size.fields)
            let parsed = try setting.rate(times * 10) { judge(models[0], models[1]) }
            let text = try setting.rate(times) { judge(try model(sources[0]), try model(sources[1])) }
            let all = try setting.rate(times) { compare(models[0], models[1]) }
            return [
                Measure("\(size.fields) fields, parsed", parsed, "checks/CPU-s", goal: .atLeast(size.parsed)),
                Measure("\(size.fields) fields, text", text, "checks/CPU-s", goal: .atLeast(size.text)),
                Measure("\(size.fields) fields, all changes", all, "checks/CPU-s"),
            ]
        }
    }

    private static func model(_ source: ContractSource) throws(ContractFailure) -> AvroSchema {
        try AvroFormat().parse(source, library: ReferenceLibrary())
    }

    private static func judge(_ old: AvroSchema, _ new: AvroSchema) -> Int {
        AvroFormat().incompatibilities(from: old, to: new, breaking: .backward, options: ComparisonOptions()).count
    }

    private static func compare(_ old: AvroSchema, _ new: AvroSchema) -> Int {
        AvroFormat().findings(from: old, to: new, breaking: .backward, options: ComparisonOptions()).count
    }
}
