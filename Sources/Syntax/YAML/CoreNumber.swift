/// Numbers of the core schema, such as `12`, `+012`, `0o17`, `0x1F`, `1.`, `.5` and `1e3`.
///
/// - SeeAlso: YAML 1.2.2, section 10.3.2.
enum CoreNumber {
    /// Whether the text is a number.
    static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        if let radix = radix(of: text) {
            return text.count > 2 && text.dropFirst(2).allSatisfy { (Hexadecimal.value(of: $0) ?? radix) < radix }
        }
        return decimal(text) != nil
    }

    /// The number in JSON's grammar; the text must be one.
    static func json(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard let radix = radix(of: text) else { return decimal(text) ?? [] }
        return decimal(text.dropFirst(2), radix: radix)
    }

    private static func radix(of text: ArraySlice<UInt8>) -> UInt8? {
        if text.starts(with: "0x".utf8) { return 16 }
        return text.starts(with: "0o".utf8) ? 8 : nil
    }

    /// Whether the text follows JSON's grammar as it stands.
    static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let whole = rest.popDigits()
        guard !whole.isEmpty, whole.count == 1 || whole.first != 48 else { return false }
        if rest.pop(UInt8(ascii: ".")), rest.popDigits().isEmpty { return false }
        return rest.isEmpty || rest.popExponent() != nil && rest.isEmpty
    }

    private static func decimal(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var rest = text
        let isNegative = rest.first == UInt8(ascii: "-")
        if !rest.pop(UInt8(ascii: "-")) { _ = rest.pop(UInt8(ascii: "+")) }
        let whole = rest.popDigits()
        let fraction = rest.pop(UInt8(ascii: ".")) ? rest.popDigits() : []
        guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
        guard let exponent = rest.isEmpty ? [] : rest.popExponent(), rest.isEmpty else { return nil }
        var json = isNegative ? [UInt8(ascii: "-")] : []
        let significant = whole.drop { $0 == 48 }
        json += significant.isEmpty ? [48] : significant
        if !fraction.isEmpty { json += [UInt8(ascii: ".")] + fraction }
        return json + exponent
    }

    /// The decimal digits of a number of another radix.
    ///
    /// - Complexity: O(digits²); at most `numberBytes` of them are read.
    private static func decimal(_ text: ArraySlice<UInt8>, radix: UInt8) -> [UInt8] {
        // Least significant first, nine decimal digits each.
        var limbs: [UInt32] = [0]
        for byte in text {
            var carry = UInt64(Hexadecimal.value(of: byte) ?? 0)
            for place in limbs.indices {
                let value = UInt64(limbs[place]) * UInt64(radix) + carry
                limbs[place] = UInt32(value % 1_000_000_000)
                carry = value / 1_000_000_000
            }
            if carry > 0 { limbs.append(UInt32(carry)) }
        }
        let head = String(limbs[limbs.count - 1])
        let tail = limbs.dropLast().reversed().map { limb in
            let digits = String(limb)
            return String(repeating: "0", count: 9 - digits.utf8.count) + digits
        }
        return Array((head + tail.joined()).utf8)
    }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func pop(_ byte: UInt8) -> Bool {
        guard first == byte else { return false }
        removeFirst()
        return true
    }

    fileprivate mutating func popDigits() -> ArraySlice<UInt8> {
        let digits = prefix { (48...57).contains($0) }
        removeFirst(digits.count)
        return digits
    }

    /// Takes `e`, a sign and digits away; nil if they are not there.
    fileprivate mutating func popExponent() -> ArraySlice<UInt8>? {
        let whole = self
        guard pop(UInt8(ascii: "e")) || pop(UInt8(ascii: "E")) else { return nil }
        if !pop(UInt8(ascii: "-")) { _ = pop(UInt8(ascii: "+")) }
        guard !popDigits().isEmpty else { return nil }
        return whole.prefix(whole.count - count)
    }
}
