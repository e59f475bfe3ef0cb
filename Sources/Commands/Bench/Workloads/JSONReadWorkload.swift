internal import Syntax

/// A large JSON document into the tree.
enum JSONReadWorkload: Workload {
    static let name = "json-read"

    private static let path = "stripe/spec3.2022-03-29.json"

    static func measure(_ setting: BenchSetting) throws -> [Measure] {
        guard let bytes = try WorkloadDocument.bytes(path, in: setting) else {
            return [Measure("Stripe JSON", missing: WorkloadDocument.absence(path, in: setting))]
        }
        let tree = try Document.json(bytes).treeBytes
        let speed = try setting.median {
            let watch = Stopwatch()
            for _ in 0..<setting.scale.readings { _ = try Document.json(bytes) }
            return Double(bytes.count * setting.scale.readings) / 1e6 / watch.processor
        }
        return [
            Measure("Stripe JSON", speed, "MB/CPU-s", goal: .atLeast(300)),
            Measure("tree per text", Double(tree) / Double(bytes.count), "B/B", goal: .below(1.5)),
        ]
    }
}
