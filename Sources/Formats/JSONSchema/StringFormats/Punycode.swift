/// Unicode in the letters, digits and hyphens of host names.
///
/// - SeeAlso: RFC 3492.
enum Punycode {
    private static let (base, smallest, largest) = (36, 1, 26)

    /// The code points that a text without its `xn--` stands for, or nil if it stands for none.
    static func decoded(_ text: some StringProtocol) -> [Unicode.Scalar]? {
        let octets = Array(text.utf8)
        let hyphen = octets.lastIndex(of: UInt8(ascii: "-"))
        var scalars = (hyphen.map { octets[..<$0] } ?? []).map { Unicode.Scalar($0) }
        var (code, index, bias, position) = (128, 0, 72, hyphen.map { $0 + 1 } ?? 0)
        while position < octets.count {
            let start = index
            guard let delta = number(octets, &position, bias: bias) else { return nil }
            index += delta
            bias = adapted(index - start, scalars.count + 1, isFirst: start == 0)
            code += index / (scalars.count + 1)
            index %= scalars.count + 1
            guard code <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
            scalars.insert(scalar, at: index)
            index += 1
        }
        return scalars
    }

    private static func number(_ octets: [UInt8], _ position: inout Int, bias: Int) -> Int? {
        var (value, weight, k) = (0, 1, base)
        while position < octets.count, let digit = digit(octets[position]) {
            position += 1
            value += digit * weight
            guard value < 1 << 40 else { return nil }
            let threshold = min(max(k - bias, smallest), largest)
            if digit < threshold { return value }
            weight *= base - threshold
            guard weight < 1 << 40 else { return nil }
            k += base
        }
        return nil
    }

    private static func digit(_ octet: UInt8) -> Int? {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(octet) - 97
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(octet) - 65
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(octet) - 22
        default: nil
        }
    }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var k = 0
        while delta > (base - smallest) * largest / 2 {
            delta /= base - smallest
            k += base
        }
        return k + (base - smallest + 1) * delta / (delta + 38)
    }

    /// What stands for code points, without `xn--`.
    static func encoded(_ scalars: [Unicode.Scalar]) -> String {
        var text = scalars.filter(\.isASCII).map(String.init).joined()
        let basics = text.utf8.count
        var (handled, code, delta, bias) = (basics, 128, 0, 72)
        if basics > 0 { text += "-" }
        while handled < scalars.count {
            let next = scalars.map { Int($0.value) }.filter { $0 >= code }.min() ?? code
            delta += (next - code) * (handled + 1)
            code = next
            for scalar in scalars {
                if Int(scalar.value) < code { delta += 1 }
                guard Int(scalar.value) == code else { continue }
                append(delta, bias: bias, to: &text)
                bias = adapted(delta, handled + 1, isFirst: handled == basics)
                delta = 0
                handled += 1
            }
            delta += 1
            code += 1
        }
        return text
    }

    private static func append(_ number: Int, bias: Int, to text: inout String) {
        var (rest, k) = (number, base)
        while true {
            let threshold = min(max(k - bias, smallest), largest)
            guard rest >= threshold else { return text.append(letter(rest)) }
            text.append(letter(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            k += base
        }
    }

    private static func letter(_ digit: Int) -> Character {
        Character(Unicode.Scalar(UInt8(digit < 26 ? digit + 97 : digit + 22)))
    }
}
