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
        bytes.reserveCapacity(size(of: descriptor))
        while true {
            let chunk = try chunk(from: descriptor, path)
            guard !chunk.isEmpty else { return bytes }
            bytes += chunk
            guard bytes.count <= limit else {
                throw Failure("FILE_TOO_LARGE", "'\(path)' has more than \(limit) bytes", .usage)
            }
        }
    }

    private static func size(of descriptor: CInt) -> Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? min(max(Int(status.st_size), 0), limit) : 0
    }

    private static func chunk(from descriptor: CInt, _ path: String) throws(Failure) -> [UInt8] {
        var count = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, initialized in
            count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            initialized = max(count, 0)
        }
        guard count >= 0 else { throw failure("read", path) }
        return chunk
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
