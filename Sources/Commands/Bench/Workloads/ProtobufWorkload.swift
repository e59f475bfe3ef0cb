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
            var sources: [ContractSource] = []
            for path in paths {
                guard let bytes = try WorkloadDocument.bytes(path, in: setting) else {
                    return [Measure("\(size.fields) fields", missing: WorkloadDocument.absence(path, in: setting))]
                }
                sources.append(ContractSource(bytes))
            }
            let models = try sources.map(model)
            let times = max(1, setting.scale.readings * 1000 / size.fields)
            let parsed = try rate(setting, times * 10) { compare(models[0], models[1]) }
            let text = try rate(setting, times) { compare(try model(sources[0]), try model(sources[1])) }
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

    private static func rate(_ setting: BenchSetting, _ times: Int, _ check: () throws -> Int) throws -> Double {
        try setting.median {
            var findings = 0
            let watch = Stopwatch()
            for _ in 0..<times { findings &+= try check() }
            let seconds = watch.processor
            guard findings >= 0 else { return 0 }
            return Double(times) / seconds
        }
    }
}
