internal import Audit
internal import Contracts
internal import Governance
internal import HTTP
internal import StorePort
internal import Syntax

/// The audit log: records, proofs, exports.
enum AuditRoutes {
    static func routes(_ endpoint: Endpoint) -> [Route] {
        [
            endpoint.route(.get, "/v1/audit/checkpoint") { _, _, registry in
                Response(.ok, fields: ["Cache-Control": "no-store"], body: try registry.checkpoint().text)
            },
            endpoint.route(.get, "/v1/audit/records") { request, principal, registry in
                let filter = try request.leafFilter()
                return try .page(registry.records(filter, request.page(), by: principal), Render.record)
            },
            endpoint.route(.get, "/v1/audit/records/{record}") { request, principal, registry in
                let proven = try registry.proven(request.record(), inTreeOf: request.number("size"), by: principal)
                return .json(.ok, Render.proven(proven))
            },
            endpoint.route(.get, "/v1/audit/consistency") { request, _, registry in
                let to = try request.number("to") ?? registry.checkpoint().head.size
                return .json(
                    .ok,
                    Render.consistency(try registry.consistency(from: request.number("from") ?? 0, to: to))
                )
            },
            endpoint.route(.get, "/v1/audit/verification", isHeavy: true) { _, principal, registry in
                .json(.ok, Render.verification(try registry.verification(by: principal)))
            },
            endpoint.route(.post, "/v1/audit/exports") { request, principal, registry in
                let size = try await registry.beginExport(by: principal, request.mark())
                return try export(size, registry)
            },
        ]
    }

    /// Leaves that are read at a time.
    private static let batch = 256

    /// A line with the checkpoint, then a line a leaf.
    private static func export(_ size: UInt64, _ registry: Registry) throws -> Response {
        let header = Render.exportHeader(try registry.checkpoint(ofSize: size))
        let fields: Fields = ["Content-Type": "application/jsonl", "Cache-Control": "no-store"]
        return Response(.ok, fields: fields) { body in
            try await body.write(header.text + "\n")
            var next: UInt64 = 0
            while next < size {
                let leaves = try registry.exportedLeaves(from: next, to: size, limit: batch)
                guard let last = leaves.last else { throw LogDamaged(expected: "leaf \(next)") }
                try await body.write(leaves.flatMap { $0.bytes + [UInt8(ascii: "\n")] })
                next = last.seq + 1
            }
        }
    }
}

extension Request {
    fileprivate func record() throws(RegistryError) -> UInt64 {
        guard let number = path["record"].flatMap(Self.number) else {
            throw RegistryError(.invalid, "RECORD_INVALID", "a record is named by its number", "use digits only")
        }
        return UInt64(number)
    }

    fileprivate func leafFilter() throws(RegistryError) -> LeafFilter {
        LeafFilter(
            actor: query["actor"],
            subject: query["subject"],
            action: query["action"],
            since: try instant("since"),
            until: try instant("until")
        )
    }

    private func instant(_ name: String) throws(RegistryError) -> Int64? {
        guard let text = query[name] else { return nil }
        guard let instant = Instant(text) else {
            throw RegistryError(
                .invalid,
                "TIME_INVALID",
                "'\(name)' is no time",
                "use a time such as 2026-11-24T09:30:00Z, or a date"
            )
        }
        return instant.milliseconds
    }
}
