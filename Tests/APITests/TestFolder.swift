import FoundationEssentials
import Glibc

/// A new folder that goes away with its last use.
final class TestFolder: Sendable {
    let path: String

    init() {
        var template = Array((FileManager.default.temporaryDirectory.path + "/canon-XXXXXX").utf8CString)
        path = mkdtemp(&template) == nil ? "" : String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// All bytes of all files below it.
    func bytes() throws -> [UInt8] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: path)
        return files.flatMap { file in FileManager.default.contents(atPath: "\(path)/\(file)").map(Array.init) ?? [] }
    }
}
