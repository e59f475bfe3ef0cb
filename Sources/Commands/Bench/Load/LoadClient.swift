internal import Glibc
internal import Sockets
internal import Syntax

/// Many clients in a process of their own, so that their processor time is not the server's.
enum LoadClient {
    /// Starts the clients and waits for what they measured.
    ///
    /// - Throws: ``Failure`` where they could not do what they should, or any answer was not a yes.
    static func start(_ plan: LoadPlan, token: String, in setting: BenchSetting) throws(Failure) -> LoadResult {
        let process = try ChildProcess(
            setting.program,
            ["bench", "--client", plan.text],
            environment: ["CANON_TOKEN": token]
        )
        let result = try LoadResult(parsing: process.readAll())
        guard process.wait() == 0, result.failed == 0 else {
            throw Failure("BENCH_CLIENT", "\(result.failed) requests of the bench failed", .unjudged)
        }
        return result
    }

    /// Is the client process.
    static func run(_ text: String, _ console: Console) throws -> ExitCode {
        let plan = try LoadPlan(parsing: text)
        let token = console.environment["CANON_TOKEN"] ?? ""
        let loop = try EventLoop.start()
        let result = try Blocking.wait { try await load(plan, token, on: loop) }
        console.json(result.json)
        return .allowed
    }

    private static func load(_ plan: LoadPlan, _ token: String, on loop: EventLoop) async throws -> LoadResult {
        let connections = (0..<plan.clients).map { Connection(plan, token, number: $0) }
        let start = MonotonicTime.now()
        var latencies: [UInt64] = []
        try await withThrowingTaskGroup(of: [UInt64].self) { group in
            for connection in connections {
                group.addTask(executorPreference: loop) {
                    try await connection.run(on: loop)
                }
            }
            for try await some in group { latencies += some }
        }
        let microseconds = Int((MonotonicTime.now() - start).microseconds)
        let failed = plan.clients * plan.requests - latencies.count
        return LoadResult(latencies: latencies, failed: failed, microseconds: microseconds)
    }

    /// One client: a request, its answer, the next request; the requests are made before, and not measured.
    private struct Connection {
        private let port: UInt16
        private let requests: [[UInt8]]
        private static let patience = TimeSpan.seconds(30)

        init(_ plan: LoadPlan, _ token: String, number: Int) {
            port = plan.port
            requests = (0..<plan.requests).map { plan.request(client: number, number: $0, token: token) }
        }

        /// - Returns: Nanoseconds that each answer took which was a yes.
        func run(on loop: EventLoop) async throws -> [UInt64] {
            let stream = try await ByteStream.connect(
                to: .loopback(port: port),
                on: loop,
                deadline: .now() + Self.patience
            )
            var latencies: [UInt64] = []
            var scanner = AnswerScanner()
            for octets in requests {
                let start = MonotonicTime.now()
                try await stream.sendAll(octets, patience: Self.patience)
                let status = try await answer(on: stream, &scanner)
                if (200...299).contains(status) { latencies.append((MonotonicTime.now() - start).nanoseconds) }
            }
            return latencies
        }

        private func answer(on stream: ByteStream, _ scanner: inout AnswerScanner) async throws -> Int {
            while true {
                if let status = scanner.next() { return status }
                guard await stream.waitUntilReadable(deadline: .now() + Self.patience) == .ready else {
                    throw Failure("BENCH_CLIENT", "the server did not answer in time", .unjudged)
                }
                if try stream.receive({ scanner.append($0) }) == .end {
                    throw Failure("BENCH_CLIENT", "the server closed the connection", .unjudged)
                }
            }
        }
    }
}
