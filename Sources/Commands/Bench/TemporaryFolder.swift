internal import FoundationEssentials

/// A new folder that is removed when nobody needs it any more.
final class TemporaryFolder: Sendable {
    /// Where it is.
    let path: String

    /// Makes one.
    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/canon-bench-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
