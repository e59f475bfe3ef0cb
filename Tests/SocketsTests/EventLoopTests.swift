import Glibc
import Sockets
import Testing

@Suite("event loop")
struct EventLoopTests {
    static func withPair<Result: Sendable>(
        _ body: @Sendable (_ near: ByteStream, _ far: ByteStream) async throws -> Result
    ) async throws -> Result {
        let loop = try EventLoop.start()
        defer { loop.stop() }
        var ends: [CInt] = [0, 0]
        let kind = CInt(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        #expect(socketpair(AF_UNIX, kind, 0, &ends) == 0)
        let near = try ByteStream(
            owning: FileDescriptor(owning: ends[0], from: "socketpair"),
            peer: .loopback(port: 1),
            on: loop
        )
        let far = try ByteStream(
            owning: FileDescriptor(owning: ends[1], from: "socketpair"),
            peer: .loopback(port: 2),
            on: loop
        )
        return try await withTaskExecutorPreference(loop) { try await body(near, far) }
    }

    @Test func staysOnItsThread() async throws {
        let loop = try EventLoop.start()
        defer { loop.stop() }
        let threads = await withTaskExecutorPreference(loop) {
            var threads: Set<pthread_t> = [pthread_self()]
            async let other = pthread_self()
            threads.insert(await other)
            await Task.yield()
            try? await Task.sleep(for: .milliseconds(1))
            threads.insert(pthread_self())
            return threads
        }
        #expect(threads.count == 1)
    }

    @Test func octetsArriveAfterAWait() async throws {
        let text = try await Self.withPair { near, far in
            async let sent: Void = far.sendAll(Array("hello, ".utf8), Array("world".utf8), patience: .seconds(20))
            var octets: [UInt8] = []
            while octets.count < 12 {
                #expect(await near.waitUntilReadable(deadline: .never) == .ready)
                _ = try near.receive { span in for index in span.indices { octets.append(span[index]) } }
            }
            try await sent
            return String(decoding: octets, as: UTF8.self)
        }
        #expect(text == "hello, world")
    }

    @Test func largeOutputWaitsForTheReader() async throws {
        let size = 4_000_000
        let received = try await Self.withPair { near, far in
            async let sent: Void = {
                try await far.sendAll([1, 2, 3], [UInt8](repeating: 9, count: size), patience: .seconds(20))
                far.finishSending()
            }()
            var count = 0
            while true {
                #expect(await near.waitUntilReadable(deadline: .never) == .ready)
                guard case .octets(let more) = try near.receive({ _ in }) else { break }
                count += more
            }
            try await sent
            return count
        }
        #expect(received == size + 3)
    }

    @Test func waitsEndAsTheyShould() async throws {
        let wakeups = try await Self.withPair { near, far in
            var wakeups = [await near.waitUntilReadable(deadline: near.loop.now + .milliseconds(1))]
            near.interrupt(.read)
            wakeups.append(await near.waitUntilReadable(deadline: .never))
            let waiting = Task(executorPreference: near.loop) { await near.waitUntilReadable(deadline: .never) }
            waiting.cancel()
            wakeups.append(await waiting.value)
            async let control = near.waitForControl()
            near.setControlDeadline(near.loop.now + .milliseconds(1))
            wakeups.append(await control)
            far.finishSending()
            wakeups.append(await near.waitUntilReadable(deadline: .never))
            let receipt = try near.receive { _ in }
            #expect(receipt == .end)
            // The end stays readable: nobody waits for it a second time in vain.
            wakeups.append(await near.waitUntilReadable(deadline: .never))
            return wakeups
        }
        #expect(wakeups == [.timedOut, .interrupted, .cancelled, .timedOut, .ready, .ready])
    }

    @Test func fullSocketTimesOut() async throws {
        try await Self.withPair { near, far in
            await #expect(throws: StreamError.timedOut) {
                try await near.sendAll([UInt8](repeating: 0, count: 8_000_000), patience: .milliseconds(5))
            }
            withExtendedLifetime(far) {}
        }
    }

    @Test func thousandsOfDeadlinesComeInTime() async throws {
        let loop = try EventLoop.start()
        defer { loop.stop() }
        let outcomes = try await withTaskExecutorPreference(loop) {
            let listener = try Listener(.loopback(port: 0), on: loop)
            return await withTaskGroup(of: Wakeup.self) { group in
                // One waiter a lane: the others wait for their turn by sleeping on listeners of their own.
                group.addTask { await listener.pause(.milliseconds(1)) }
                for _ in 0..<50 {
                    group.addTask {
                        guard let own = try? Listener(.loopback(port: 0), on: loop) else { return .cancelled }
                        return await own.pause(.milliseconds(1))
                    }
                }
                var outcomes: [Wakeup] = []
                for await outcome in group { outcomes.append(outcome) }
                return outcomes
            }
        }
        #expect(outcomes == [Wakeup](repeating: .timedOut, count: 51))
    }

    @Test func addressInUseSaysWhatToDo() async throws {
        let loop = try EventLoop.start()
        defer { loop.stop() }
        let first = try Listener(.loopback(port: 0), on: loop)
        let error = #expect(throws: SystemCallError.self) { try Listener(first.address, on: loop) }
        let text = try #require(error).description
        #expect(
            text
                == "bind \(first.address): Address already in use; stop the other process or choose another port"
        )
    }
}
