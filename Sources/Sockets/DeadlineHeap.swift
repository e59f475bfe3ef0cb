/// The moments at which a loop has to look at a watch again, earliest first.
///
/// A watch that waits again and again moves its deadline without touching the heap: it stays in it once, at the
/// earliest moment it was entered for, and is entered anew when that moment comes.
struct DeadlineHeap {
    struct Entry {
        let nanoseconds: UInt64
        let token: WatchToken
    }

    private var entries: [Entry] = []

    /// The earliest moment; nil where there is none.
    var earliest: UInt64? { entries.first?.nanoseconds }

    var count: Int { entries.count }

    /// Drops the entries that are of no use any more.
    mutating func keep(where isUseful: (Entry) -> Bool) {
        // A sorted array is a heap.
        entries = entries.filter(isUseful).sorted { $0.nanoseconds < $1.nanoseconds }
    }

    mutating func insert(_ entry: Entry) {
        entries.append(entry)
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child].nanoseconds < entries[parent].nanoseconds else { return }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes out the earliest entry if its moment has come.
    mutating func take(notAfter now: UInt64) -> Entry? {
        guard let first = entries.first, first.nanoseconds <= now else { return nil }
        let last = entries.removeLast()
        if !entries.isEmpty {
            entries[0] = last
            sink()
        }
        return first
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < entries.count else { return }
            if child + 1 < entries.count && entries[child + 1].nanoseconds < entries[child].nanoseconds { child += 1 }
            guard entries[child].nanoseconds < entries[parent].nanoseconds else { return }
            entries.swapAt(child, parent)
            parent = child
        }
    }
}
