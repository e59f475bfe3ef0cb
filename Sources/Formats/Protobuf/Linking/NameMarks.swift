/// Which names have been met since the last beginning, and by what: a dictionary that is emptied at no cost.
struct NameMarks {
    private var rounds: [Int32] = []
    private var owners: [Int32] = []
    private var round: Int32 = 0

    /// Forgets all.
    mutating func begin() { round += 1 }

    /// Marks a name as met.
    ///
    /// - Returns: What it was met by before, or nil.
    mutating func mark(_ name: Int, by owner: Int) -> Int? {
        while rounds.count <= name {
            rounds.append(0)
            owners.append(0)
        }
        let known = rounds[name] == round ? Int(owners[name]) : nil
        rounds[name] = round
        owners[name] = Int32(truncatingIfNeeded: owner)
        return known
    }
}
