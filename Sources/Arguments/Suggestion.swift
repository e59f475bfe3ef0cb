/// Finds what was probably meant.
enum Suggestion {
    /// The candidate nearest to a mistyped word; nil where none is near enough to be meant.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        let distances = candidates.map { (candidate: $0, distance: distance(word, $0)) }
        guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, min(word.count, best.candidate.count) / 3) ? best.candidate : nil
    }

    /// How many letters must be added, removed, changed or swapped with their neighbour (restricted
    /// Damerau-Levenshtein distance).
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left)
        let right = Array(right)
        var previous: [Int] = []
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var next = [i + 1]
            for (j, other) in right.enumerated() {
                var best = min(row[j] + (letter == other ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0 && j > 0 && letter == right[j - 1] && left[i - 1] == other {
                    best = min(best, previous[j - 1] + 1)
                }
                next.append(best)
            }
            previous = row
            row = next
        }
        return row[right.count]
    }
}
