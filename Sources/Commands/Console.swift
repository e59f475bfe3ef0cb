internal import Glibc
internal import Syntax

/// Where a command writes.
package struct Console: Sendable {
    private let out: @Sendable ([UInt8]) -> Void
    private let error: @Sendable ([UInt8]) -> Void
    /// Variables of the environment.
    let environment: [String: String]

    /// A console that writes to sinks; tests read them.
    package init(
        out: @escaping @Sendable ([UInt8]) -> Void,
        error: @escaping @Sendable ([UInt8]) -> Void,
        environment: [String: String]
    ) {
        self.out = out
        self.error = error
        self.environment = environment
    }

    /// Standard output and standard error.
    package static var standard: Console {
        Console(
            out: { Self.write($0, to: STDOUT_FILENO) },
            error: { Self.write($0, to: STDERR_FILENO) },
            environment: Self.variables
        )
    }

    /// The variables of this process.
    private static var variables: [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let text = next.pointee {
            let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            next += 1
        }
        return variables
    }

    /// Writes a line.
    func line(_ text: String = "") { out(Array((text + "\n").utf8)) }

    /// Writes text as it is.
    func write(_ bytes: [UInt8]) { out(bytes) }

    /// Writes a JSON value over several lines.
    func json(_ value: JSON) { line(value.indented) }

    /// Writes a line for people beside the result.
    func note(_ text: String) { error(Array((text + "\n").utf8)) }

    private static func write(_ bytes: [UInt8], to descriptor: CInt) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(written, 0))
        }
    }
}
