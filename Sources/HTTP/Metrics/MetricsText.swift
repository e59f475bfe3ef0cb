internal import Sockets

/// Writes numbers as Prometheus reads them.
///
/// - SeeAlso: Prometheus text exposition format 0.0.4.
public struct MetricsText {
    /// The text so far; its media type is ``mediaType``.
    public private(set) var text = ""

    /// What `Content-Type` says of the text.
    public static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    /// An empty text.
    public init() {}

    /// Adds a counter with one line for each set of labels.
    ///
    /// - Parameters:
    ///   - name: Ends in `_total`.
    ///   - help: One sentence.
    ///   - values: Labels such as `class="2xx"`, empty for none, and the number.
    public mutating func counter(_ name: String, help: String, _ values: [(labels: String, value: Int)]) {
        add(name, type: "counter", help: help, values)
    }

    /// Adds a counter without labels.
    public mutating func counter(_ name: String, help: String, _ value: Int) {
        add(name, type: "counter", help: help, [("", value)])
    }

    /// Adds a gauge without labels.
    public mutating func gauge(_ name: String, help: String, _ value: Int) {
        add(name, type: "gauge", help: help, [("", value)])
    }

    /// Adds a histogram of durations, in seconds.
    ///
    /// - Parameters:
    ///   - name: Ends in `_seconds`.
    ///   - help: One sentence.
    ///   - histogram: The durations.
    public mutating func histogram(_ name: String, help: String, _ histogram: Histogram) {
        header(name, type: "histogram", help: help)
        let snapshot = histogram.now
        var total = 0
        for (bound, count) in zip(histogram.bounds, snapshot.counts) {
            total += count
            text += "\(name)_bucket{le=\"\(bound.inSeconds)\"} \(total)\n"
        }
        total += snapshot.counts.last ?? 0
        text += "\(name)_bucket{le=\"+Inf\"} \(total)\n"
        text += "\(name)_sum \(snapshot.sum.inSeconds)\n"
        text += "\(name)_count \(total)\n"
    }

    /// A label's value in quotes, with what would end it escaped.
    public static func quoted(_ value: String) -> String {
        let escaped = value.unicodeScalars.map { scalar in
            switch scalar {
            case "\n": "\\n"
            case "\\", "\"": "\\\(scalar)"
            default: "\(scalar)"
            }
        }
        return "\"\(escaped.joined())\""
    }

    private mutating func header(_ name: String, type: String, help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    private mutating func add(_ name: String, type: String, help: String, _ values: [(labels: String, value: Int)]) {
        header(name, type: type, help: help)
        for (labels, value) in values {
            text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
        }
    }
}
