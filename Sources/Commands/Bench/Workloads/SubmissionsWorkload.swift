internal import Audit
internal import Governance
internal import Sockets

/// Many clients submit new contracts at the same time; each answer means that it is on disk.
enum SubmissionsWorkload: Workload {
    static let name = "submissions"

    private struct Run {
        let result: LoadResult
        /// Microseconds of the server's processor time for one submission.
        let processor: Double
    }

    static func measure(_ setting: BenchSetting) throws -> [Measure] {
        let runs = try (0..<setting.runs).map { _ in try run(setting) }
        func median(_ value: (Run) -> Double) -> Double { runs.map(value).median ?? 0 }
        return [
            Measure(
                "recorded, \(setting.scale.clients) clients",
                median(\.result.perSecond),
                "/s",
                goal: .atLeast(5000)
            ),
            Measure("half answered within", median { Double($0.result.median) / 1000 }, "ms"),
            Measure("99 % answered within", median { Double($0.result.ninetyNinth) / 1000 }, "ms"),
            Measure("server per submission", median(\.processor), "CPU-µs"),
        ]
    }

    private static func run(_ setting: BenchSetting) throws -> Run {
        let registry = try BenchRegistry()
        let token = try registry.declare()
        let server = try RegistryServer(folder: registry.data, address: .loopback(port: 0))
        let before = try server.registry.checkpoint().head.size
        let watch = Stopwatch()
        let plan = LoadPlan(
            kind: .submissions,
            port: server.address.port,
            clients: setting.scale.clients,
            requests: setting.scale.submissions
        )
        let result = try LoadClient.start(plan, token: token, in: setting)
        let processor = watch.processor * 1e6 / Double(result.succeeded)
        let recorded = try server.registry.checkpoint().head.size - before
        try server.stop()
        guard recorded >= UInt64(result.succeeded) else {
            throw Failure("BENCH_LOST", "\(result.succeeded) submissions made \(recorded) records", .unjudged)
        }
        return Run(result: result, processor: processor)
    }
}
