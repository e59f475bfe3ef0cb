internal import Compatibility
internal import Contracts
internal import Protobuf

/// Protobuf files of 10, 100 and 1,000 fields: whether a new version reads what the old one wrote.
///
/// "Parsed" compares two schemas that have been read, "text" reads both each time. The goals are 50 times what Karapace
/// did on the same pairs, then and there.
enum ProtobufWorkload: Workload {
    static let name = "protobuf"

    private static let sizes: [(folder: String, fields: Int, parsed: Double, text: Double)] = [
        ("small", 10, 5_622 * 50, 616 * 50), ("medium", 100, 579 * 50, 90 * 50), ("large", 1000, 51 * 50, 9.1 * 50),
    ]

    static func measure(_ setting: BenchSetting) throws -> [Measure] {
        try sizes.flatMap { size in
            let paths = ["old", "compatible"].map { "protobuf/\(size.folder)/\($0).proto" }
            guard let sources = try WorkloadDocument.sources(paths, in: setting) else {
                return [Measure("\(size.fields) fields", missing: WorkloadDocument.absence(paths[0], in: setting))]
            }
            let models = try sources.map(model)
            let times = max(1, setting.scale.readings * 1000 / size.fields)
            let parsed = try setting.rate(times * 10) { compare(models[0], models[1]) }
            let text = try setting.rate(times) { compare(try model(sources[0]), try model(sources[1])) }
            return [
                Measure("\(size.fields) fields, parsed", parsed, "checks/CPU-s", goal: .atLeast(size.parsed)),
                Measure("\(size.fields) fields, text", text, "checks/CPU-s", goal: .atLeast(size.text)),
            ]
        }
    }

    private static func model(_ source: ContractSource) throws(ContractFailure) -> ProtobufSchema {
        try ProtobufFormat().parse(source, library: ReferenceLibrary())
    }

    private static func compare(_ old: ProtobufSchema, _ new: ProtobufSchema) -> Int {
        let options = ComparisonOptions(category: .wire)
        return ProtobufFormat().findings(from: old, to: new, breaking: .backward, options: options).count
    }
}
