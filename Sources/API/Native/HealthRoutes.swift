internal import Audit
internal import Governance
internal import HTTP
internal import Syntax

/// What a supervisor asks; health and readiness need no token.
enum HealthRoutes {
    static func routes(_ endpoint: Endpoint, _ metrics: ServerMetrics) -> [Route] {
        let registry = endpoint.registry
        return [
            Route(.get, "/health") { _ in .json(.ok, ["status": "ok"]) },
            Route(.get, "/ready") { _ in
                _ = try registry.checkpoint()
                return .json(.ok, ["status": "ready"])
            },
            endpoint.route(.get, "/metrics") { _, _, registry in
                var text = MetricsText()
                metrics.write(to: &text)
                text.gauge(
                    "canon_log_records",
                    help: "Records in the audit log.",
                    Int(clamping: try registry.checkpoint().head.size)
                )
                return Response(.ok, fields: ["Content-Type": MetricsText.mediaType], body: text.text)
            },
        ]
    }
}
