internal import CLinux
internal import Glibc

/// A process that this one started, with what it prints.
final class ChildProcess {
    /// Its number.
    let id: pid_t
    private let output: CInt
    private var read: [UInt8] = []
    private var isRunning = true

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: A path, or a name that is looked for in `PATH`.
    ///   - arguments: The words behind the name.
    ///   - environment: Variables that it has beside those of this process.
    ///   - withErrors: Whether what it writes to standard error is read too, and not shown.
    /// - Throws: ``Failure`` where it cannot be started.
    init(_ program: String, _ arguments: [String], environment: [String: String] = [:], withErrors: Bool = false)
        throws(Failure)
    {
        var ends: [CInt] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Failure("SYSTEM", "no pipe for '\(program)'", .unjudged) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        if withErrors { posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO) }
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let variables = Self.variables(environment).map { strdup($0) } + [nil]
        defer { for word in words + variables { free(word) } }
        var process = pid_t()
        let result = posix_spawnp(&process, program, &actions, nil, words, variables)
        close(ends[1])
        guard result == 0 else {
            close(ends[0])
            throw Failure("PROCESS_START", "cannot run '\(program)': \(String(cString: strerror(result)))", .unjudged)
        }
        id = process
        output = ends[0]
    }

    deinit {
        close(output)
        if isRunning {
            kill(id, SIGKILL)
            waitpid(id, nil, 0)
        }
    }

    private static func variables(_ further: [String: String]) -> [String] {
        var variables = further.map { "\($0.key)=\($0.value)" }
        var next = environ
        while let text = next.pointee {
            let variable = String(cString: text)
            if further[String(variable.prefix { $0 != "=" })] == nil { variables.append(variable) }
            next += 1
        }
        return variables
    }

    /// The next line that it prints; nil where it prints no more.
    func readLine() -> String? {
        while true {
            if let end = read.firstIndex(of: UInt8(ascii: "\n")) {
                defer { read.removeFirst(end + 1) }
                return String(decoding: read[..<end], as: UTF8.self)
            }
            guard readMore() else { return nil }
        }
    }

    /// Everything that it prints until it ends.
    func readAll() -> [UInt8] {
        while readMore() {}
        defer { read = [] }
        return read
    }

    private func readMore() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(output, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            read += buffer.prefix(max(count, 0))
            return count > 0
        }
    }

    /// Sends it a signal.
    func signal(_ number: CInt) { kill(id, number) }

    /// Waits for its end.
    ///
    /// - Returns: Its status; 128 and the signal's number where a signal ended it.
    func wait() -> Int32 {
        var status: CInt = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        isRunning = false
        let signal = status & 0x7f
        return signal == 0 ? status >> 8 & 0xff : 128 + signal
    }

    /// Kibibytes of memory that it has resident; 0 where it is gone.
    var residentKibibytes: Int {
        ProcessTable.number(of: "VmRSS:", in: id)
    }
}

/// What the system knows of processes.
enum ProcessTable {
    /// A number in `/proc/ID/status`; 0 where there is none.
    static func number(of name: String, in id: pid_t) -> Int {
        guard let bytes = try? LocalFile.read("/proc/\(id)/status") else { return 0 }
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
    }

    /// Seconds of processor time of a process and its children.
    static func processorTime(ofTree id: pid_t) -> Double {
        let children = (try? LocalFile.read("/proc/\(id)/task/\(id)/children")) ?? []
        let ids = String(decoding: children, as: UTF8.self).split(separator: " ").compactMap { pid_t($0) }
        return processorTime(of: id) + ids.reduce(0) { $0 + processorTime(ofTree: $1) }
    }

    /// Fields 14 and 15 of `/proc/ID/stat` (proc(5)), counted behind the name, which may hold anything.
    private static func processorTime(of id: pid_t) -> Double {
        guard let bytes = try? LocalFile.read("/proc/\(id)/stat") else { return 0 }
        let text = String(decoding: bytes, as: UTF8.self)
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
        return (user + system) / Double(sysconf(CInt(_SC_CLK_TCK)))
    }
}
