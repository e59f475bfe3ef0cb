internal import Glibc
internal import Syntax

/// The load generator `wrk` on one URL.
struct WrkRun {
    /// What it measured.
    struct Outcome {
        /// Requests a second.
        let rate: Double
        /// Microseconds of the server's processor time for one request.
        let processor: Double
    }

    private let arguments: [String]

    /// Whether it is installed.
    static var isPresent: Bool {
        guard let process = try? ChildProcess("sh", ["-c", "command -v wrk"]) else { return false }
        _ = process.readAll()
        return process.wait() == 0
    }

    /// A run against a URL, with one header field.
    init(url: String, field: String, _ setting: BenchSetting) {
        let scale = setting.scale
        arguments = ["-t", "2", "-c", "\(scale.clients)", "-d", "\(scale.seconds)s", "-H", field, url]
    }

    /// Runs it, and looks at a server's process meanwhile.
    ///
    /// - Throws: ``Failure`` where it gave no result or not every answer was a yes.
    func run(_ server: () -> pid_t) throws(Failure) -> Outcome {
        let before = ProcessTable.processorTime(ofTree: server())
        let process = try ChildProcess("wrk", arguments)
        let text = String(decoding: process.readAll(), as: UTF8.self)
        guard process.wait() == 0, !"Non-2xx".occurs(in: text), !"Socket errors".occurs(in: text),
            let rate = Self.number(before: nil, after: "Requests/sec:", in: text),
            let count = Self.number(before: "requests in", after: nil, in: text)
        else { throw Failure("BENCH_WRK", "wrk gave no usable result: \(text)", .unjudged) }
        let used = ProcessTable.processorTime(ofTree: server()) - before
        return Outcome(rate: rate, processor: used * 1e6 / count)
    }

    private static func number(before: String?, after: String?, in text: String) -> Double? {
        for line in text.split(separator: "\n") {
            if let after, line.hasPrefix(after) {
                return line.split(whereSeparator: \.isWhitespace).last.flatMap { Double($0) }
            }
            if let before, before.occurs(in: line) {
                return line.split(whereSeparator: \.isWhitespace).first.flatMap { Double($0) }
            }
        }
        return nil
    }
}
