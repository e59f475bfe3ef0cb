internal import CLinux
import Glibc
internal import Sockets

/// Runs `curl` once.
enum CurlProcess {
    /// What came of it.
    struct Outcome {
        /// The exit status; 127 where there is no such program.
        var status: CInt
        /// The header section, as it was on the wire.
        var head: [UInt8] = []
        /// The content; longer than the limit where it was cut off.
        var output: [UInt8] = []
        /// What it wrote to its standard error.
        var complaint: [UInt8] = []
    }

    /// Where curl finds its options and writes the header section.
    static let configurationDescriptor: CInt = 3
    static let headDescriptor: CInt = 4

    /// Variables that curl may see: where it looks for proxies and certificates.
    private static let variables = [
        "PATH", "HOME", "LANG", "http_proxy", "https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY", "all_proxy",
        "ALL_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE",
    ]

    /// Runs curl and waits for its end.
    ///
    /// - Parameters:
    ///   - configuration: Its options, one a line.
    ///   - body: What it reads from its standard input.
    ///   - outputLimit: Octets of output after which it is ended.
    /// - Returns: What came of it.
    /// - Throws: ``SystemCallError`` where the system has no descriptor or process left.
    static func run(configuration: String, body: [UInt8], outputLimit: Int) throws(SystemCallError) -> Outcome {
        let options = try NamelessFile(holding: Array(configuration.utf8))
        let input = try NamelessFile(holding: body)
        let head = try NamelessFile(holding: [])
        let complaint = try NamelessFile(holding: [])
        var ends: [CInt] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemCallError("pipe2") }
        let reading = try FileDescriptor(owning: ends[0], from: "pipe2")
        let writing = try FileDescriptor(owning: ends[1], from: "pipe2")
        let process = try spawn([
            (input.number, 0), (writing.number, 1), (complaint.number, 2), (options.number, configurationDescriptor),
            (head.number, headDescriptor),
        ])
        // The child alone must hold the writing end, or its end would never show.
        _ = consume writing
        guard let process else { return Outcome(status: 127) }
        let output = read(reading, limit: outputLimit, orEnd: process)
        return Outcome(status: wait(process), head: head.octets(), output: output, complaint: complaint.octets())
    }

    /// - Returns: Nil where there is no such program.
    private static func spawn(_ descriptors: [(from: CInt, to: CInt)]) throws(SystemCallError) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (from, to) in descriptors { posix_spawn_file_actions_adddup2(&actions, from, to) }
        var process = pid_t()
        let result = withStrings(["curl", "-q", "--config", "/dev/fd/\(configurationDescriptor)"]) { arguments in
            withStrings(environment) { posix_spawnp(&process, "curl", &actions, nil, arguments, $0) }
        }
        if result == ENOENT { return nil }
        guard result == 0 else { throw SystemCallError("posix_spawnp", on: "curl", number: result) }
        return process
    }

    private static var environment: [String] {
        variables.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
    }

    private static func withStrings<Result>(
        _ strings: [String],
        _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        let pointers = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("the list ends with nil") }
            return body(base)
        }
    }

    private static func read(_ pipe: borrowing FileDescriptor, limit: Int, orEnd process: pid_t) -> [UInt8] {
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = Glibc.read(pipe.number, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return output }
            output += buffer.prefix(count)
            if output.count > limit {
                kill(process, SIGKILL)
                return output
            }
        }
    }

    private static func wait(_ process: pid_t) -> CInt {
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        // The macros of wait(2): the exit status is in the second octet, a signal in the first.
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}

/// A file in memory that no path leads to.
struct NamelessFile: ~Copyable {
    private let descriptor: FileDescriptor

    var number: CInt { descriptor.number }

    /// A file of some octets, to be read from its beginning.
    init(holding octets: [UInt8]) throws(SystemCallError) {
        let file = try FileDescriptor(owning: memfd_create("canon", CUnsignedInt(1)), from: "memfd_create")
        var written = 0
        while written < octets.count {
            let count = octets.withUnsafeBytes { bytes in
                pwrite(file.number, bytes.baseAddress.map { $0 + written }, bytes.count - written, off_t(written))
            }
            guard count > 0 else { throw SystemCallError("pwrite") }
            written += count
        }
        // Out of the way of the numbers that the child gives a meaning.
        let moved = fcntl(file.number, F_DUPFD_CLOEXEC, 10)
        descriptor = try FileDescriptor(owning: moved, from: "fcntl")
    }

    /// What is in the file now.
    func octets() -> [UInt8] {
        let size = max(0, Int(lseek(number, 0, SEEK_END)))
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(0, pread(number, buffer.baseAddress, buffer.count, 0))
        }
    }
}
