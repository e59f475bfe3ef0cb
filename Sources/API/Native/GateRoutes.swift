internal import Contracts
internal import Crypto
internal import Governance
internal import HTTP
internal import Syntax

/// The gate.
enum GateRoutes {
    static func routes(_ endpoint: Endpoint) -> [Route] {
        [
            endpoint.route(.post, "/v1/gates") { request, principal, registry in
                let reader = try request.object(known: ["lock", "environment"])
                let (answer, record) = try await registry.gate(
                    Array(reader.text("lock").utf8),
                    to: reader.value("environment", EnvironmentID.init(parsing:)),
                    by: principal,
                    request.mark()
                )
                return .json(.ok, Render.gate(answer, record), fields: ["Location": "/v1/gates/\(record.id)"])
            },
            endpoint.route(.get, "/v1/gates/{gate}") { request, _, registry in
                let (answer, record) = try registry.gateRecord(request.path["gate"] ?? "")
                return .immutable(Render.gate(answer, record), tag: record.answerBody.hex, for: request)
            },
        ]
    }
}
