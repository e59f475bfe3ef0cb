/// Choices that look random and are the same for the same seed (xorshift).
package struct SeededChoice {
    private var state: UInt64

    package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// A number from 0 to below a bound, which is at least 1.
    package mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    /// One of a list that is not empty.
    package mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

    /// A text in JSON with a few of its strings, octets or pieces changed; strings become one of `words`.
    package mutating func mutated(_ text: String, words: [String]) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0...below(3) {
            guard bytes.count > 4 else { return bytes }
            if below(4) < 3 {
                replaceString(&bytes, words)
            } else {
                let start = below(bytes.count)
                bytes.replaceSubrange(start..<min(bytes.count, start + below(8)), with: [UInt8(32 + below(95))])
            }
        }
        return bytes
    }

    private mutating func replaceString(_ bytes: inout [UInt8], _ words: [String]) {
        let quotes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
        guard quotes.count > 1 else { return }
        let index = below(quotes.count / 2) * 2
        bytes.replaceSubrange((quotes[index] + 1)..<quotes[index + 1], with: pick(words).utf8)
    }
}
