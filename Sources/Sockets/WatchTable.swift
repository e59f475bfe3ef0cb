/// What a loop knows of each descriptor it watches: what is ready, who waits, and until when.
///
/// A pure value: the loop feeds it events and the clock, and resumes the waiters that it hands out.
struct WatchTable {
    typealias Waiter = UnsafeContinuation<Wakeup, Never>

    /// A waiter that has to be resumed, and with what.
    struct Resumption {
        let waiter: Waiter
        let wakeup: Wakeup
    }

    private struct LaneState {
        var waiter: Waiter?
        var deadline = UInt64.max
        var isReady = false
        var isInterrupted = false
        /// Stays ready for good once the peer has hung up.
        var isSticky = false
    }

    private struct Slot {
        var generation: UInt32 = 0
        var isUsed = false
        var read = LaneState()
        var write = LaneState()
        var control = LaneState()
        /// The earliest moment at which the heap holds this slot.
        var scheduled = UInt64.max

        subscript(lane: Lane) -> LaneState {
            get {
                switch lane {
                case .read: read
                case .write: write
                case .control: control
                }
            }
            _modify {
                switch lane {
                case .read: yield &read
                case .write: yield &write
                case .control: yield &control
                }
            }
        }

        var deadline: UInt64 { min(read.deadline, write.deadline, control.deadline) }
    }

    private var slots: [Slot] = []
    private var free: [UInt32] = []
    private var heap = DeadlineHeap()

    /// The earliest moment at which ``expire(now:into:)`` has something to do.
    var earliestDeadline: UInt64? { heap.earliest }

    // MARK: Coming and going

    mutating func add() -> WatchToken {
        let index: UInt32
        if let reused = free.popLast() {
            index = reused
        } else {
            index = UInt32(slots.count)
            slots.append(Slot())
        }
        let generation = slots[Int(index)].generation
        slots[Int(index)] = Slot(generation: generation, isUsed: true)
        return WatchToken(index: index, generation: generation)
    }

    mutating func remove(_ token: WatchToken) {
        guard contains(token) else { return }
        slots[Int(token.index)] = Slot(generation: token.generation &+ 1)
        free.append(token.index)
    }

    private func contains(_ token: WatchToken) -> Bool {
        let slot = slots[Int(token.index)]
        return slot.isUsed && slot.generation == token.generation
    }

    // MARK: Waiting

    /// Leaves a waiter in a lane.
    ///
    /// - Returns: Nil where it was left there; else why there is nothing to wait for.
    mutating func park(_ waiter: Waiter, on lane: Lane, of token: WatchToken, until deadline: UInt64) -> Wakeup? {
        guard contains(token) else { return .cancelled }
        if let wakeup = consume(lane, of: token) { return wakeup }
        let index = Int(token.index)
        slots[index][lane].waiter = waiter
        if deadline != .max { slots[index][lane].deadline = deadline }
        schedule(token)
        return nil
    }

    /// What a wait would end with at once; readiness and interruption are used up by it.
    mutating func consume(_ lane: Lane, of token: WatchToken) -> Wakeup? {
        guard contains(token) else { return .cancelled }
        let index = Int(token.index)
        if slots[index][lane].isInterrupted {
            slots[index][lane].isInterrupted = false
            return .interrupted
        }
        guard slots[index][lane].isReady else { return nil }
        slots[index][lane].isReady = slots[index][lane].isSticky
        return .ready
    }

    /// Moves a lane's deadline, whether somebody waits in it or not.
    mutating func setDeadline(_ deadline: UInt64, on lane: Lane, of token: WatchToken) {
        guard contains(token) else { return }
        slots[Int(token.index)][lane].deadline = deadline
        schedule(token)
    }

    private mutating func schedule(_ token: WatchToken) {
        let index = Int(token.index)
        let deadline = slots[index].deadline
        guard deadline < slots[index].scheduled else { return }
        slots[index].scheduled = deadline
        heap.insert(.init(nanoseconds: deadline, token: token))
        if heap.count > 4 * slots.count + 1024 { dropVoidDeadlines() }
    }

    /// Watches that are gone leave their moments behind; where connections are short, those would pile up.
    private mutating func dropVoidDeadlines() {
        let slots = slots
        heap.keep { entry in
            let slot = slots[Int(entry.token.index)]
            return slot.isUsed && slot.generation == entry.token.generation && slot.scheduled == entry.nanoseconds
        }
    }

    /// How many moments the loop has to look at: bounded by the number of watches.
    var deadlineCount: Int { heap.count }

    // MARK: Waking

    /// Notes that a lane is ready; its waiter, if any, is to be resumed.
    mutating func ready(_ lane: Lane, of token: WatchToken, forGood: Bool = false) -> Resumption? {
        guard contains(token) else { return nil }
        let index = Int(token.index)
        if forGood { slots[index][lane].isSticky = true }
        slots[index][lane].isReady = true
        guard let resumption = take(lane, of: token, with: .ready) else { return nil }
        slots[index][lane].isReady = slots[index][lane].isSticky
        return resumption
    }

    /// Ends the wait in a lane, or the next one if nobody waits now.
    mutating func interrupt(_ lane: Lane, of token: WatchToken) -> Resumption? {
        guard contains(token) else { return nil }
        if let resumption = take(lane, of: token, with: .interrupted) { return resumption }
        slots[Int(token.index)][lane].isInterrupted = true
        return nil
    }

    /// Takes the waiter out of a lane.
    mutating func take(_ lane: Lane, of token: WatchToken, with wakeup: Wakeup) -> Resumption? {
        guard contains(token), let waiter = slots[Int(token.index)][lane].waiter else { return nil }
        slots[Int(token.index)][lane].waiter = nil
        slots[Int(token.index)][lane].deadline = .max
        return Resumption(waiter: waiter, wakeup: wakeup)
    }

    /// Takes out every waiter whose deadline has come.
    mutating func expire(now: UInt64, into resumptions: inout [Resumption]) {
        while let entry = heap.take(notAfter: now) {
            guard contains(entry.token) else { continue }
            let index = Int(entry.token.index)
            if slots[index].scheduled == entry.nanoseconds { slots[index].scheduled = .max }
            for lane in Lane.allCases where slots[index][lane].deadline <= now {
                slots[index][lane].deadline = .max
                if let resumption = take(lane, of: entry.token, with: .timedOut) { resumptions.append(resumption) }
            }
            if slots[index].deadline != .max { schedule(entry.token) }
        }
    }
}
