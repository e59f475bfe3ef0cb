internal import CLinux
internal import Glibc

/// The system's Git, for what lies in a repository.
enum Git {
    /// Whether a path is a folder in a revision.
    ///
    /// - Throws: ``Failure`` where Git does not know the revision or path.
    static func isFolder(_ path: String, at revision: String) throws(Failure) -> Bool {
        try run(["cat-file", "-t", "\(revision):./\(path)"]) == Array("tree\n".utf8)
    }

    /// Runs Git in the current folder and gives what it prints.
    ///
    /// - Throws: ``Failure`` with what Git complained of.
    static func run(_ arguments: [String]) throws(Failure) -> [UInt8] {
        var ends: [CInt] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Failure("SYSTEM", "no pipe for git", .unjudged) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        var process = pid_t()
        let words = (["git"] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        let result = posix_spawnp(&process, "git", &actions, nil, words, environ)
        close(ends[1])
        defer { close(ends[0]) }
        guard result == 0 else { throw Failure("GIT_MISSING", "cannot run 'git'; install it, or name folders", .usage) }
        let output = read(ends[0])
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else {
            throw Failure(
                "GIT_FAILED",
                "'git \(arguments.joined(separator: " "))' failed; its message is above",
                .usage
            )
        }
        return output
    }

    private static func read(_ descriptor: CInt) -> [UInt8] {
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return output }
            output += buffer.prefix(count)
        }
    }
}
