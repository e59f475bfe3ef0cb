import Glibc
import Testing

@testable import Commands

/// The program `canon` as it was built beside these tests.
enum BuiltProgram {
    /// Where it is; nil where it was not built.
    static let path: String? = {
        let folder = CommandLine.arguments[0].split(separator: "/").dropLast().joined(separator: "/")
        let program = "/\(folder)/canon"
        return access(program, X_OK) == 0 ? program : nil
    }()

    /// True where it was built.
    static var isBuilt: Bool { path != nil }

    /// Said by a test that is skipped for want of it.
    static let absence: Comment = "the program is not built beside the tests: run 'swift build' first"

    /// Whether file systems can be mounted in a name space of one's own.
    static let canMount: Bool = {
        guard let process = try? ChildProcess("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]) else {
            return false
        }
        return process.wait() == 0
    }()

    /// Said by a test that is skipped for want of that.
    static let cannotMount: Comment = "this system lets nobody mount file systems in a name space (unshare -rm)"
}

/// Work that blocks, on a thread that nobody else waits for.
func onOwnThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        Thread.start { continuation.resume(with: Swift.Result { try work() }) }
    }
}
