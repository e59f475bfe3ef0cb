internal import Compatibility
internal import Glibc
internal import Governance
internal import Sockets

/// The content of one version, asked for by many clients that keep their connections.
enum ContentWorkload: Workload {
    static let name = "content"

    private static let subject = "bench.content"

    static func measure(_ setting: BenchSetting) throws -> [Measure] {
        let registry = try BenchRegistry()
        let token = try registry.declare()
        let proposal = try BenchContract.proposal(subject, properties: 131)
        try registry.adopt([proposal])
        let server = try RegistryServer(folder: registry.data, address: .loopback(port: 0))
        let path = "/v1/subjects/\(subject)/versions/1/content"
        let size = "\((Double(proposal.content.bytes.count) / 1000).rounded(toPlaces: 1)) KB"
        let own = try measure(server, path, token, size, setting)
        let compared = try compare(server, path, token, proposal.content.bytes, setting)
        try server.stop()
        return own + compared
    }

    /// With our own clients.
    private static func measure(
        _ server: RegistryServer,
        _ path: String,
        _ token: String,
        _ size: String,
        _ setting: BenchSetting
    ) throws -> [Measure] {
        let (port, scale) = (server.address.port, setting.scale)
        let plan = LoadPlan(kind: .content, port: port, clients: scale.clients, requests: scale.requests, path: path)
        let runs = try (0..<setting.runs).map { _ in
            let watch = Stopwatch()
            let result = try LoadClient.start(plan, token: token, in: setting)
            return (rate: result.perSecond, processor: watch.processor * 1e6 / Double(result.succeeded))
        }
        return [
            Measure("GET \(size), \(scale.clients) clients", runs.map(\.rate).median ?? 0, "/s"),
            Measure("server per request", runs.map(\.processor).median ?? 0, "CPU-µs"),
        ]
    }

    /// With the same load generator on nginx in turn, so that both have the same machine.
    private static func compare(
        _ server: RegistryServer,
        _ path: String,
        _ token: String,
        _ content: [UInt8],
        _ setting: BenchSetting
    ) throws -> [Measure] {
        guard let nginx = try NginxYardstick(serving: content), WrkRun.isPresent else {
            return [Measure("of nginx", missing: "the yardstick is missing: install nginx and wrk")]
        }
        let own = WrkRun(url: "http://\(server.address)\(path)", field: "Authorization: Bearer \(token)", setting)
        let its = WrkRun(url: nginx.url, field: "Accept: */*", setting)
        var pairs: [(own: WrkRun.Outcome, its: WrkRun.Outcome)] = []
        for _ in 0..<setting.runs {
            let mine = try own.run { getpid() }
            pairs.append((mine, try its.run { nginx.process }))
        }
        func median(_ value: ((own: WrkRun.Outcome, its: WrkRun.Outcome)) -> Double) -> Double {
            pairs.map(value).median ?? 0
        }
        return [
            Measure("wrk on canon", median(\.own.rate), "/s"),
            Measure("wrk on nginx", median(\.its.rate), "/s"),
            Measure("of nginx", median { $0.own.rate / $0.its.rate }, "x", goal: .atLeast(1)),
            Measure("canon per request, wrk", median(\.own.processor), "CPU-µs"),
            Measure("nginx per request, wrk", median(\.its.processor), "CPU-µs"),
        ]
    }
}
