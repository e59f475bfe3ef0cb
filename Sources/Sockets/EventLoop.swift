import CLinux
import Glibc
import Synchronization

/// A thread that runs tasks and waits for descriptors: one for each core.
///
/// A task whose executor preference is a loop runs on its thread, with its child tasks and the `async` functions it
/// calls. Nothing that runs there may block: it would stop every connection of the loop.
///
/// Readiness is edge-triggered: a descriptor is registered once, and a wait that finds it ready costs no system call.
public final class EventLoop: TaskExecutor, Sendable {
    private let epoll: FileDescriptor
    private let alarm: FileDescriptor
    private let queue = Mutex(JobQueue())
    private let table = Mutex(WatchTable())
    private let scratch: Mutex<[UInt8]>
    private let clock = Atomic<UInt64>(MonotonicTime.now().nanoseconds)
    private let isStopping = Atomic<Bool>(false)

    /// The token under which the kernel reports the loop's own wake-up descriptor.
    private static let alarmToken = UInt64.max
    /// Octets that one read from a socket can bring.
    private static let scratchSize = 64 * 1024
    private static let eventsPerWait = 256

    /// Starts a loop with a thread of its own.
    ///
    /// - Throws: ``SystemCallError`` where the system has no descriptor or thread left.
    public static func start() throws(SystemCallError) -> EventLoop {
        let loop = try EventLoop()
        try SystemThread.start { loop.run() }
        return loop
    }

    private init() throws(SystemCallError) {
        epoll = try FileDescriptor(owning: epoll_create1(CInt(EPOLL_CLOEXEC)), from: "epoll_create1")
        alarm = try FileDescriptor(
            owning: eventfd(0, CInt(EFD_NONBLOCK | EFD_CLOEXEC)),
            from: "eventfd"
        )
        scratch = Mutex([UInt8](repeating: 0, count: Self.scratchSize))
        try register(alarm.number, events: EPOLLIN.rawValue, as: Self.alarmToken)
    }

    /// Ends the thread once the jobs it has now are done; tasks that still live here never run again.
    public func stop() {
        isStopping.store(true, ordering: .releasing)
        wake()
    }

    /// The time when the loop last came back from waiting: free to read, late by at most one round of jobs.
    public var now: MonotonicTime { MonotonicTime(nanoseconds: clock.load(ordering: .relaxed)) }

    // MARK: Executor

    /// Gives the loop a job; any thread may call it.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if queue.withLock({ $0.push(job) }) { wake() }
    }

    private func wake() {
        _ = eventfd_write(alarm.number, 1)
    }

    // MARK: The thread

    private func run() {
        var batch: [UnownedJob] = []
        var events = [epoll_event](repeating: epoll_event(), count: Self.eventsPerWait)
        var resumptions: [WatchTable.Resumption] = []
        while !isStopping.load(ordering: .acquiring) {
            queue.withLock { $0.takeAll(into: &batch) }
            for job in batch { job.runSynchronously(on: asUnownedTaskExecutor()) }
            let count = waitForEvents(&events, mayBlock: batch.isEmpty)
            batch.removeAll(keepingCapacity: true)
            collect(events.prefix(count), into: &resumptions)
            for resumption in resumptions { resumption.waiter.resume(returning: resumption.wakeup) }
            resumptions.removeAll(keepingCapacity: true)
        }
    }

    private func waitForEvents(_ events: inout [epoll_event], mayBlock: Bool) -> Int {
        let timeout = mayBlock ? millisecondsToDeadline() : 0
        let count = epoll_wait(epoll.number, &events, CInt(events.count), timeout)
        clock.store(MonotonicTime.now().nanoseconds, ordering: .relaxed)
        if mayBlock { _ = queue.withLock { $0.fallAwake() } }
        return max(0, Int(count))
    }

    /// Rounded up, so that the deadline has passed when the wait ends; -1 means to wait for events alone.
    private func millisecondsToDeadline() -> CInt {
        guard let deadline = table.withLock({ $0.earliestDeadline }) else { return -1 }
        let span = MonotonicTime(nanoseconds: deadline) - MonotonicTime.now()
        return CInt(min((span.nanoseconds &+ 999_999) / 1_000_000, 60_000))
    }

    private func collect(_ events: ArraySlice<epoll_event>, into resumptions: inout [WatchTable.Resumption]) {
        let now = clock.load(ordering: .relaxed)
        table.withLock { table in
            for event in events { Self.note(event, in: &table, &resumptions) }
            table.expire(now: now, into: &resumptions)
        }
        if events.contains(where: { $0.data.u64 == Self.alarmToken }) {
            var count = eventfd_t()
            _ = eventfd_read(alarm.number, &count)
        }
    }

    private static func note(
        _ event: epoll_event,
        in table: inout WatchTable,
        _ resumptions: inout [WatchTable.Resumption]
    ) {
        guard event.data.u64 != alarmToken else { return }
        let token = WatchToken(packed: event.data.u64)
        let gone = event.events & (EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0
        let ended = gone || event.events & EPOLLRDHUP.rawValue != 0
        func wake(_ lane: Lane, forGood: Bool) {
            if let resumption = table.ready(lane, of: token, forGood: forGood) { resumptions.append(resumption) }
        }
        if ended || event.events & EPOLLIN.rawValue != 0 { wake(.read, forGood: ended) }
        if gone || event.events & EPOLLOUT.rawValue != 0 { wake(.write, forGood: gone) }
        if gone { wake(.control, forGood: true) }
    }

    // MARK: Watching descriptors

    private func register(_ number: CInt, events: UInt32, as token: UInt64) throws(SystemCallError) {
        var event = epoll_event()
        event.events = events
        event.data.u64 = token
        guard epoll_ctl(epoll.number, EPOLL_CTL_ADD, number, &event) == 0 else { throw SystemCallError("epoll_ctl") }
    }

    /// A token without a descriptor, for waits that only end by their deadline or a word from another task.
    func addToken() -> WatchToken {
        table.withLock { $0.add() }
    }

    /// Watches a non-blocking descriptor until ``forget(_:)``.
    func watch(_ number: CInt) throws(SystemCallError) -> WatchToken {
        let token = addToken()
        let events = EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue
        do {
            try register(number, events: events, as: token.packed)
        } catch {
            forget(token)
            throw error
        }
        return token
    }

    /// Gives a token's place free; its descriptor leaves the kernel's set by being closed.
    func forget(_ token: WatchToken) {
        table.withLock { $0.remove(token) }
    }

    /// Waits until a lane is ready, the deadline passes, or somebody interrupts or cancels.
    func wait(for lane: Lane, of token: WatchToken, until deadline: MonotonicTime) async -> Wakeup {
        if let wakeup = table.withLock({ $0.consume(lane, of: token) }) { return wakeup }
        return await withTaskCancellationHandler {
            await withUnsafeContinuation { waiter in
                let wakeup: Wakeup? = table.withLock { table in
                    // Inside the lock: the handler below either sees the waiter or has run already.
                    Task.isCancelled ? .cancelled : table.park(waiter, on: lane, of: token, until: deadline.nanoseconds)
                }
                if let wakeup { waiter.resume(returning: wakeup) }
            }
        } onCancel: {
            resume(table.withLock { $0.take(lane, of: token, with: .cancelled) })
        }
    }

    /// Notes that a lane is ready although the kernel will not say so again.
    func markReady(_ lane: Lane, of token: WatchToken) {
        resume(table.withLock { $0.ready(lane, of: token) })
    }

    /// Ends the wait in a lane, or the next one if nobody waits now; any thread may call it.
    func interrupt(_ lane: Lane, of token: WatchToken) {
        resume(table.withLock { $0.interrupt(lane, of: token) })
    }

    /// Moves a lane's deadline, whether somebody waits in it or not; only tasks of this loop may call it.
    func setDeadline(_ deadline: MonotonicTime, on lane: Lane, of token: WatchToken) {
        table.withLock { $0.setDeadline(deadline.nanoseconds, on: lane, of: token) }
    }

    private func resume(_ resumption: WatchTable.Resumption?) {
        if let resumption { resumption.waiter.resume(returning: resumption.wakeup) }
    }

    /// Lends the loop's read buffer, so that a connection that waits holds none.
    func withScratch<Result: Sendable>(_ body: (inout [UInt8]) -> Result) -> Result {
        scratch.withLock { body(&$0) }
    }
}

extension EventLoop {
    /// Starts a loop for each core.
    ///
    /// - Parameter count: How many; by default one for each processor this process may use.
    /// - Returns: The loops, at least one.
    /// - Throws: ``SystemCallError`` where the system has no descriptor or thread left.
    public static func startAll(count: Int = processorCount) throws(SystemCallError) -> [EventLoop] {
        var loops: [EventLoop] = []
        for _ in 0..<max(1, count) { loops.append(try start()) }
        return loops
    }

    /// Processors that are on line now.
    public static var processorCount: Int { max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }
}
