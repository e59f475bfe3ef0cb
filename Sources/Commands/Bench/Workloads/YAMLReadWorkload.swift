internal import Syntax

/// Large YAML documents into the tree.
enum YAMLReadWorkload: Workload {
    static let name = "yaml-read"

    private static let paths = ["stripe/spec3.2022-03-29.yaml", "openapi/500/old.yaml"]

    static func measure(_ setting: BenchSetting) throws -> [Measure] {
        try paths.map { path in
            guard let bytes = try WorkloadDocument.bytes(path, in: setting) else {
                return Measure(path, missing: WorkloadDocument.absence(path, in: setting))
            }
            let readings = max(1, setting.scale.readings / 3)
            let speed = try setting.median {
                let watch = Stopwatch()
                for _ in 0..<readings { _ = try Document.parse(bytes, named: path) }
                return Double(bytes.count * readings) / 1e6 / watch.processor
            }
            return Measure(path, speed, "MB/CPU-s")
        }
    }
}
