internal import Glibc
internal import HTTP
internal import Sockets

/// A server that is started on a registry with many versions.
enum ReadyWorkload: Workload {
    static let name = "ready"

    static func measure(_ setting: BenchSetting) throws -> [Measure] {
        let count = setting.scale.versions
        let registry = try BenchRegistry()
        _ = try registry.declare()
        try registry.adopt((0..<count).map { try BenchContract.proposal("bench.ready.n\($0)", properties: 4) })
        let runs = try (0..<setting.runs).map { _ in try start(setting, registry) }
        return [
            Measure("start to ready, \(count) versions", runs.map(\.milliseconds).median ?? 0, "ms", goal: .below(100)),
            Measure("resident then", runs.map(\.megabytes).median ?? 0, "MB", goal: .below(50)),
        ]
    }

    private static func start(
        _ setting: BenchSetting,
        _ registry: BenchRegistry
    ) throws -> (milliseconds: Double, megabytes: Double) {
        let watch = Stopwatch()
        let arguments = ["serve", "--data", registry.data, "--listen", "127.0.0.1:0", "--log", "off"]
        let process = try ChildProcess(setting.program, arguments)
        guard let url = process.readLine()?.split(separator: " ").last else {
            throw Failure("BENCH_SERVER", "the server did not start; its message is above", .unjudged)
        }
        let answer = try HTTPClient(HTTPURL(parsing: String(url))).send(.get, "/ready")
        let milliseconds = watch.wall * 1000
        let megabytes = Double(process.residentKibibytes) * 1024 / 1e6
        process.signal(SIGTERM)
        guard answer.status == .ok, process.wait() == 0 else {
            throw Failure("BENCH_SERVER", "the server was not ready or did not stop cleanly", .unjudged)
        }
        return (milliseconds, megabytes)
    }
}
