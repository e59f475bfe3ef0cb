/// Names without signs between their words, each of which begins with a capital letter.
struct CamelCase {
    private var isUpper: Bool

    /// Begins a name; the first letter too is a capital where that is asked for.
    init(beginsUpper: Bool) { isUpper = beginsUpper }

    /// What a character becomes; nil for a sign between words.
    @inline(__always)
    mutating func next(_ byte: UInt8) -> UInt8? {
        if byte == UInt8(ascii: "_") {
            isUpper = true
            return nil
        }
        let isLower = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
        defer { isUpper = false }
        return isUpper && isLower ? byte - 32 : byte
    }

    /// Writes `someField`, or `SomeField` with a first capital, for `some_field`.
    static func write(_ name: ArraySlice<UInt8>, beginsUpper: Bool, to result: inout [UInt8]) {
        var letters = CamelCase(beginsUpper: beginsUpper)
        for byte in name {
            if let letter = letters.next(byte) { result.append(letter) }
        }
    }
}
