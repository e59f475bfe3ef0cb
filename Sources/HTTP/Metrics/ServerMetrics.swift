internal import Sockets

/// What a server counts.
public final class ServerMetrics: Sendable {
    /// Connections that are open.
    public let openConnections = Gauge()
    /// Octets of content that all connections hold while they receive it.
    public let octetsInFlight = Gauge()
    /// Requests that were refused before any handler saw them.
    public let refusals = Counter()
    /// Connections that broke, or whose client took its answer too slowly.
    public let brokenConnections = Counter()
    /// How often taking connections had to pause for want of room.
    public let listenerPauses = Counter()
    /// How long answers took.
    public let durations = Histogram()
    /// Answers by the first digit of their status.
    private let answers = [Counter(), Counter(), Counter(), Counter(), Counter()]

    /// Nothing counted yet.
    public init() {}

    /// Answers whose status begins with a digit from 1 to 5.
    public func answers(family: Int) -> Int {
        answers[family - 1].value
    }

    func note(_ status: Status, _ duration: TimeSpan) {
        answers[status.family - 1].increment()
        durations.note(duration)
    }

    /// Adds everything to a text for Prometheus.
    public func write(to metrics: inout MetricsText) {
        metrics.counter(
            "canon_http_requests_total",
            help: "Answers by class of status.",
            (1...5).map { ("class=\"\($0)xx\"", answers(family: $0)) }
        )
        metrics.counter(
            "canon_http_refused_requests_total",
            help: "Requests refused before any handler.",
            refusals.value
        )
        metrics.counter("canon_http_broken_connections_total", help: "Connections that broke.", brokenConnections.value)
        metrics.counter("canon_http_listener_pauses_total", help: "Pauses for want of room.", listenerPauses.value)
        metrics.gauge("canon_http_open_connections", help: "Open connections.", openConnections.value)
        metrics.gauge("canon_http_body_octets", help: "Content that is being received.", octetsInFlight.value)
        metrics.histogram("canon_http_request_duration_seconds", help: "How long answers took.", durations)
    }
}
