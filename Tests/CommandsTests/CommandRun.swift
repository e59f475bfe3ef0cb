import Commands
import FoundationEssentials
import Synchronization

/// One run of the program, inside the test's process.
struct CommandRun {
    let exit: ExitCode
    let out: String
    let error: String

    init(_ arguments: [String], environment: [String: String] = [:]) {
        let (out, error) = (Sink(), Sink())
        let console = Console(out: { out.add($0) }, error: { error.add($0) }, environment: environment)
        exit = CommandLineTool.run(arguments, console: console)
        self.out = out.text
        self.error = error.text
    }

    private final class Sink: Sendable {
        private let bytes = Mutex<[UInt8]>([])
        func add(_ more: [UInt8]) { bytes.withLock { $0 += more } }
        var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
    }
}

/// A folder that is gone with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/canon-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and gives its path.
    func write(_ name: String, _ text: String) throws -> String {
        let file = path + "/" + name
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: "/" + folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }
}
