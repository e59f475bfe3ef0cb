import Dispatch
import Glibc
import Sockets
import Synchronization
import Syntax
import Testing

@testable import Commands

/// What happens to a server whose process is ended while it is being written to.
@Suite("ended under load", .serialized, .enabled(if: BuiltProgram.isBuilt, BuiltProgram.absence))
struct KillTests {
    /// Submissions that clients have an answer for: subject and submission.
    typealias Acknowledged = [String: String]

    private static let clients = 4

    /// `CANON_KILL_ROUNDS`, else a few.
    private static var rounds: Int { getenv("CANON_KILL_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 5 }

    /// Submits on several connections until the server is gone.
    private static func submit(to server: ServedProcess, _ token: String, _ name: String, _ each: Countdown)
        -> Acknowledged
    {
        let known = Mutex<Acknowledged>([:])
        Thread.concurrently(clients) { number in
            guard let client = try? server.client(token) else { return }
            for index in 0... {
                let subject = "kill.\(name).c\(number).n\(index)"
                guard let answer = try? client.submit(subject), answer.status == 201 else { return }
                known.withLock { $0[subject] = answer.body?["id"]?.string }
                each.note()
            }
        }
        return known.withLock { $0 }
    }

    /// Starts clients, and ends the server after so many answers.
    private static func play(
        _ server: ServedProcess,
        _ token: String,
        _ name: String,
        signal: CInt,
        after answers: Int,
        and pause: UInt32
    ) async throws -> (status: Int32, known: Acknowledged) {
        // All on threads of its own: while other tests compute, no task may get one to start clients on.
        let (wasReached, status, known) = try await onOwnThread {
            let reached = Countdown(answers)
            let known = Mutex<Acknowledged>([:])
            let ended = DispatchSemaphore(value: 0)
            Thread.start {
                let answered = submit(to: server, token, name, reached)
                known.withLock { $0 = answered }
                ended.signal()
            }
            let wasReached = reached.wait()
            usleep(pause)
            let status = server.end(with: signal)
            ended.wait()
            return (wasReached, status, known.withLock { $0 })
        }
        #expect(wasReached)
        return (status, known)
    }

    /// Everything acknowledged is there, once, and sending it again says so.
    private static func check(_ known: Acknowledged, _ client: RegistryClient) throws {
        for (subject, id) in known {
            let again = try client.submit(subject)
            #expect(again.status == 200)
            #expect(again.body?["id"]?.string == id)
            let all = try client.get("/v1/subjects/\(subject)/submissions").body?["items"]?.elements.map { $0 } ?? []
            #expect(all.map { $0["id"]?.string } == [id])
        }
    }

    private static func isSound(_ data: String) -> Bool {
        CommandRun(["audit", "verify", "--data", data]).exit == .allowed
    }

    @Test("kill -9: what was acknowledged is there exactly once, and the log is sound")
    func kill() async throws {
        let registry = try BenchRegistry()
        let token = try registry.declare()
        var numbers = SeededNumbers(seed: 20_261_124)
        var all: Acknowledged = [:]
        var slowest = 0.0
        for round in 0..<Self.rounds {
            let watch = Stopwatch()
            let server = try ServedProcess(data: registry.data)
            #expect(try server.client(token).get("/ready").status == 200)
            slowest = max(slowest, watch.wall)
            let answers = Int.random(in: 1...40, using: &numbers)
            let pause = UInt32.random(in: 0...3000, using: &numbers)
            let name = "r\(round)"
            let (status, known) = try await Self.play(
                server,
                token,
                name,
                signal: SIGKILL,
                after: answers,
                and: pause
            )
            #expect(status == 128 + SIGKILL)
            #expect(known.count >= answers)
            #expect(Self.isSound(registry.data))
            let restarted = try ServedProcess(data: registry.data)
            try Self.check(known, restarted.client(token))
            #expect(restarted.end(with: SIGKILL) == 128 + SIGKILL)
            all.merge(known) { first, _ in first }
        }
        let server = try ServedProcess(data: registry.data)
        try Self.check(all, server.client(token))
        #expect(server.end(with: SIGTERM) == 0)
        // By hand, on a quiet machine, the rounds are many and the time counts.
        if getenv("CANON_KILL_ROUNDS") != nil { #expect(slowest < 2, "the slowest start took \(slowest) s") }
    }

    @Test("SIGTERM: exit 0, and every change has an answer")
    func terminate() async throws {
        let registry = try BenchRegistry()
        let token = try registry.declare()
        let server = try ServedProcess(data: registry.data)
        let (status, known) = try await Self.play(server, token, "term", signal: SIGTERM, after: 30, and: 0)
        #expect(status == 0)
        #expect(Self.isSound(registry.data))
        let restarted = try ServedProcess(data: registry.data)
        let client = try restarted.client(token)
        var recorded: Set<String> = []
        for number in 0..<Self.clients {
            // A client stops at its first request without an answer: the next one would be the lost one.
            let mine = known.keys.filter { $0.hasPrefix("kill.term.c\(number).") }
            for index in 0...mine.count {
                let subject = "kill.term.c\(number).n\(index)"
                let items = try client.get("/v1/subjects/\(subject)/submissions").body?["items"]
                if items?.count ?? 0 > 0 { recorded.insert(subject) }
            }
        }
        #expect(recorded == Set(known.keys))
        #expect(restarted.end(with: SIGTERM) == 0)
    }
}
