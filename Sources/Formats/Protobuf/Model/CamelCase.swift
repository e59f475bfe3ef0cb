/// Names without signs between their words, each of which begins with a capital letter.
enum CamelCase {
    /// Writes `someField`, or `SomeField` with a first capital, for `some_field`.
    static func write(_ name: ArraySlice<UInt8>, beginsUpper: Bool, to result: inout [UInt8]) {
        var isUpper = beginsUpper
        for byte in name {
            if byte == UInt8(ascii: "_") {
                isUpper = true
                continue
            }
            let isLower = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
            result.append(isUpper && isLower ? byte - 32 : byte)
            isUpper = false
        }
    }
}
