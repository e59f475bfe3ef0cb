/// Which names have been met since the last beginning, and by what: a dictionary that is emptied at no cost.
struct NameMarks {
    private struct Mark {
        var round: Int32 = 0
        var name: Int32 = 0
        var owner: Int32 = 0
    }

    private var marks: [Mark] = []
    private var round: Int32 = 0

    /// Forgets all.
    ///
    /// - Parameter most: How many names are marked at most until the next beginning.
    mutating func begin(most: Int) {
        round += 1
        guard most * 2 > marks.count else { return }
        var count = max(16, marks.count)
        while count < most * 2 { count *= 2 }
        marks = Array(repeating: Mark(), count: count)
    }

    /// Marks a name as met.
    ///
    /// - Returns: What it was met by before, or nil.
    mutating func mark(_ name: Int, by owner: Int) -> Int? {
        let mask = marks.count - 1
        let mixed = UInt32(truncatingIfNeeded: name) &* 0x9E37_79B1
        var place = Int(mixed >> 8) & mask
        while marks[place].round == round {
            if marks[place].name == Int32(name) {
                defer { marks[place].owner = Int32(owner) }
                return Int(marks[place].owner)
            }
            place = (place + 1) & mask
        }
        marks[place] = Mark(round: round, name: Int32(name), owner: Int32(owner))
        return nil
    }
}
