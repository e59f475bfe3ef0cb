internal import Crypto
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
        let draft = "\(path).\(Hex.encode(RandomBytes.generate(4)))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("write", path) }
        let isWritten = write(bytes, to: descriptor)
        close(descriptor)
        guard isWritten, rename(draft, path) == 0 else {
            let failure = failure("write", path)
            unlink(draft)
            throw failure
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return false }
            rest = rest.dropFirst(max(count, 0))
        }
        return true
    }

    /// Whether there is anything at a path.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether a path is a folder.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func failure(_ verb: String, _ path: String) -> Failure {
        Failure("FILE_\(verb.uppercased())", "cannot \(verb) '\(path)': \(String(cString: strerror(errno)))", .usage)
    }
}
