internal import FoundationEssentials
internal import Glibc

/// Files that the user names.
enum LocalFile {
    /// Most bytes that are read of one file or from standard input.
    static let limit = 64 << 20

    /// The bytes of a file; `-` is standard input.
    ///
    /// - Throws: ``Failure`` that says which file and why.
    static func read(_ path: String) throws(Failure) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("read", path) }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        while true {
            let count = try append(from: descriptor, to: &bytes, path)
            guard count > 0 else { return bytes }
            guard bytes.count <= limit else {
                throw Failure("FILE_TOO_LARGE", "'\(path)' has more than \(limit) bytes", .usage)
            }
        }
    }

    private static func append(from descriptor: CInt, to bytes: inout [UInt8], _ path: String) throws(Failure) -> Int {
        let chunk = 1 << 20
        let known = bytes.count
        bytes.reserveCapacity(known + chunk)
        bytes.append(contentsOf: repeatElement(0, count: chunk))
        let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress?.advanced(by: known), chunk) }
        bytes.removeLast(chunk - max(count, 0))
        guard count >= 0 else { throw failure("read", path) }
        return count
    }

    /// Writes a file, replacing the one that is there.
    ///
    /// - Throws: ``Failure`` that says which file and why.
    static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure("FILE_WRITE", "cannot write '\(path)': \(error)", .usage)
        }
    }

    /// Whether there is anything at a path.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Whether a path is a folder.
    static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }

    private static func failure(_ verb: String, _ path: String) -> Failure {
        Failure("FILE_READ", "cannot \(verb) '\(path)': \(String(cString: strerror(errno)))", .usage)
    }
}
