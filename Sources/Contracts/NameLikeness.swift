/// How alike two names are, for suggestions: the share of neighbouring letter pairs that they have in common.
///
/// Order of words and singular or plural count little, so that `system-finance` is near `finance-systems`.
///
/// - SeeAlso: the Sørensen-Dice coefficient over bigrams.
package enum NameLikeness {
    /// Below this share, in hundredths, a name is not like another.
    private static let least = 40

    /// The names that are like a text, the most alike first; of equals the first by name.
    package static func nearest(to text: String, among names: [String], atMost most: Int) -> [String] {
        let rated = names.map { (name: $0, likeness: likeness(text, $0)) }.filter { $0.likeness >= least }
        let sorted = rated.sorted { ($1.likeness, $0.name) < ($0.likeness, $1.name) }
        return sorted.prefix(most).map(\.name)
    }

    /// From 0 to 100.
    static func likeness(_ one: String, _ other: String) -> Int {
        let (left, right) = (pairs(one), pairs(other))
        var rest = Dictionary(right.map { ($0, 1) }, uniquingKeysWith: +)
        let common = left.filter { pair in
            guard let count = rest[pair], count > 0 else { return false }
            rest[pair] = count - 1
            return true
        }
        return 200 * common.count / max(1, left.count + right.count)
    }

    /// Each letter with the next, and the first and last with an end; case does not count.
    private static func pairs(_ text: String) -> [[UInt8]] {
        let letters = [0] + text.lowercased().utf8 + [0]
        return zip(letters, letters.dropFirst()).map { [$0, $1] }
    }
}
