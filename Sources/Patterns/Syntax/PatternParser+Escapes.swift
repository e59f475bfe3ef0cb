/// What a backslash and what follows stand for.
enum Escape {
    /// A code point, which may be a lone surrogate and so in no text.
    case scalar(UInt32)
    case set(ScalarSet)

    var ranges: [ClosedRange<UInt32>] {
        switch self {
        case .scalar(let value): [value...value]
        case .set(let set): set.ranges
        }
    }
}

extension PatternParser {
    /// An escape that is an atom, from its backslash on.
    mutating func escapedAtom() throws(PatternFault) -> PatternTree {
        let start = position
        position += 1
        guard let next = peek else { throw fault("it ends in a single backslash", at: start) }
        if next == "k", isUnicode || groups.areNamed {
            guard take(text: "k<") else { throw fault("'\\k' begins no reference to a group", at: start) }
            try groupName()
            guard groups.areNamed else { throw fault("no group has this name", at: start) }
            note("a back-reference", at: start)
            return .empty
        }
        if case "1"..."9" = next, try backReference(start) { return .empty }
        if next == "c", !isUnicode, !Self.isLetter(peek(1)) { return .scalar(ScalarSet("\\")) }
        return .scalar(ScalarSet(try escape().ranges))
    }

    /// Whether digits refer to a group; if they do they are taken.
    private mutating func backReference(_ start: Int) throws(PatternFault) -> Bool {
        let digits = position
        var number = 0
        while let digit = peek?.value, 0x30...0x39 ~= digit {
            number = min(number * 10 + Int(digit - 0x30), 100_000)
            position += 1
        }
        guard number > groups.count else {
            note("a back-reference", at: start)
            return true
        }
        if isUnicode { throw fault("there is no group \(number)", at: start) }
        position = digits
        return false
    }

    /// An escape from behind its backslash on, in a class or out of it.
    mutating func escape() throws(PatternFault) -> Escape {
        let start = position - 1
        guard let next = peek else { throw fault("it ends in a single backslash", at: start) }
        position += 1
        switch next {
        case "d": return .set(.digits)
        case "D": return .set(ScalarSet.digits.inverted)
        case "w": return .set(.word)
        case "W": return .set(ScalarSet.word.inverted)
        case "s": return .set(.space)
        case "S": return .set(ScalarSet.space.inverted)
        case "p", "P": return try property(isInverted: next == "P", start)
        case "t": return .scalar(9)
        case "n": return .scalar(10)
        case "v": return .scalar(11)
        case "f": return .scalar(12)
        case "r": return .scalar(13)
        case "c" where Self.isLetter(peek):
            position += 1
            return .scalar(scalars[position - 1].value % 32)
        case "x": return try hexadecimal(next, digits: 2, start)
        case "u": return try unicodeEscape(start)
        case "0"..."9": return try octal(next, start)
        default: return try identity(next, start)
        }
    }

    private func identity(_ scalar: Unicode.Scalar, _ start: Int) throws(PatternFault) -> Escape {
        guard isUnicode, !"^$\\.*+?()[]{}|/".unicodeScalars.contains(scalar) else { return .scalar(scalar.value) }
        throw fault("'\\\(scalar)' stands for nothing", at: start)
    }

    private static func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return "a"..."z" ~= scalar || "A"..."Z" ~= scalar
    }
}

/// Escapes by number and by property.
extension PatternParser {
    private mutating func octal(_ first: Unicode.Scalar, _ start: Int) throws(PatternFault) -> Escape {
        if isUnicode {
            if first == "0", !(0x30...0x39 ~= peek?.value ?? 0) { return .scalar(0) }
            throw fault("'\\\(first)' stands for nothing", at: start)
        }
        guard first < "8" else { return .scalar(first.value) }
        var value = first.value - 0x30
        for _ in 0..<2 {
            guard let digit = peek?.value, 0x30...0x37 ~= digit, value * 8 + digit - 0x30 < 256 else { break }
            value = value * 8 + digit - 0x30
            position += 1
        }
        return .scalar(value)
    }

    private mutating func hexadecimal(
        _ letter: Unicode.Scalar,
        digits: Int,
        _ start: Int
    ) throws(PatternFault) -> Escape {
        if let value = takeHexadecimal(digits) { return .scalar(value) }
        if isUnicode { throw fault("'\\\(letter)' lacks its \(digits) hexadecimal digits", at: start) }
        return .scalar(letter.value)
    }

    private mutating func takeHexadecimal(_ digits: Int) -> UInt32? {
        guard position + digits <= scalars.count else { return nil }
        var value: UInt32 = 0
        for scalar in scalars[position..<position + digits] {
            guard scalar.isASCII, let digit = Character(scalar).hexDigitValue else { return nil }
            value = value * 16 + UInt32(digit)
        }
        position += digits
        return value
    }

    private mutating func unicodeEscape(_ start: Int) throws(PatternFault) -> Escape {
        if isUnicode, take("{") { return try bracedScalar(start) }
        guard case .scalar(let lead) = try hexadecimal("u", digits: 4, start) else { return .scalar(0x75) }
        guard 0xD800...0xDBFF ~= lead, peek == "\\", peek(1) == "u" else { return .scalar(lead) }
        let before = position
        position += 2
        guard let trail = takeHexadecimal(4), 0xDC00...0xDFFF ~= trail else {
            position = before
            return .scalar(lead)
        }
        return .scalar(0x10000 + (lead - 0xD800) << 10 + (trail - 0xDC00))
    }

    private mutating func bracedScalar(_ start: Int) throws(PatternFault) -> Escape {
        var value: UInt32 = 0
        let first = position
        while let scalar = peek, scalar.isASCII, let digit = Character(scalar).hexDigitValue {
            value = min(value * 16 + UInt32(digit), 0x110000)
            position += 1
        }
        guard position > first, value <= ScalarSet.largest, take("}") else {
            throw fault("'\\u{' begins no code point", at: start)
        }
        return .scalar(value)
    }

    private mutating func property(isInverted: Bool, _ start: Int) throws(PatternFault) -> Escape {
        guard isUnicode else {
            // Without the flag it is the letter, which nobody can have meant.
            if peek == "{" { note("a property beside what the flag 'u' forbids", at: start) }
            return .scalar(scalars[position - 1].value)
        }
        guard take("{"), let end = scalars[position...].firstIndex(of: "}") else {
            throw fault("'\\p' begins no property", at: start)
        }
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars[position..<end])
        position = end + 1
        switch UnicodeProperty.set(named: String(name)) {
        case .set(let set): return .set(isInverted ? set.inverted : set)
        case .unsupported:
            note("the property '\(String(name))'", at: start)
            return .set(.all)
        case .unknown: throw fault("'\(String(name))' is no property", at: start)
        }
    }
}
