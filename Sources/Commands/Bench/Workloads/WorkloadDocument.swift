internal import Compatibility

/// A document that a workload reads.
enum WorkloadDocument {
    /// The bytes of a document, unpacked where it is packed; nil where it is not there.
    ///
    /// - Throws: ``Failure`` where it cannot be read.
    static func bytes(_ path: String, in setting: BenchSetting) throws -> [UInt8]? {
        let whole = "\(setting.documents)/\(path)"
        if LocalFile.exists(whole) { return try LocalFile.read(whole) }
        guard LocalFile.exists(whole + ".gz") else { return nil }
        let unpacking = try ChildProcess("gzip", ["-dc", whole + ".gz"])
        let bytes = unpacking.readAll()
        guard unpacking.wait() == 0 else {
            throw Failure("BENCH_UNPACK", "gzip could not unpack '\(whole).gz'", .unjudged)
        }
        return bytes
    }

    /// Contracts to compare; nil where one is not there.
    ///
    /// - Throws: ``Failure`` where one cannot be read.
    static func sources(_ paths: [String], in setting: BenchSetting) throws -> [ContractSource]? {
        let found = try paths.compactMap { try bytes($0, in: setting) }
        return found.count == paths.count ? found.map { ContractSource($0) } : nil
    }

    /// What is said where a document is not there.
    static func absence(_ path: String, in setting: BenchSetting) -> String {
        "\(setting.documents)/\(path) is not there; name the folder with --workloads"
    }
}
