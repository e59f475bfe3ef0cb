/// Classes in brackets.
extension PatternParser {
    /// A class from its `[` on.
    mutating func characterClass() throws(PatternFault) -> ScalarSet {
        let start = position
        position += 1
        let isInverted = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        while !take("]") {
            guard peek != nil else { throw fault("a '[' is not closed", at: start) }
            let first = try classAtom()
            guard peek == "-", let after = peek(1), after != "]" else {
                ranges += first.ranges
                continue
            }
            let dash = position
            position += 1
            ranges += try range(from: first, to: try classAtom(), at: dash)
        }
        let set = ScalarSet(ranges)
        return isInverted ? set.inverted : set
    }

    private func range(
        from first: Escape,
        to last: Escape,
        at dash: Int
    ) throws(PatternFault) -> [ClosedRange<UInt32>] {
        guard case .scalar(let low) = first, case .scalar(let high) = last else {
            guard !isUnicode else { throw fault("a range ends in a single character", at: dash) }
            return first.ranges + [0x2D...0x2D] + last.ranges
        }
        guard low <= high else { throw fault("the ends of a range are out of order", at: dash) }
        return [low...high]
    }

    private mutating func classAtom() throws(PatternFault) -> Escape {
        guard let next = peek else { throw fault("a '[' is not closed") }
        position += 1
        guard next == "\\" else { return .scalar(next.value) }
        guard let escaped = peek else { throw fault("it ends in a single backslash", at: position - 1) }
        switch escaped {
        case "b":
            position += 1
            return .scalar(8)
        case "-" where isUnicode:
            position += 1
            return .scalar(0x2D)
        case "c" where !isUnicode:
            guard let letter = peek(1)?.value, Self.isWordPart(letter) else { return .scalar(0x5C) }
            position += 2
            return .scalar(letter % 32)
        case "1"..."9" where isUnicode: throw fault("no back-reference stands in a class")
        default: return try escape()
        }
    }

    private static func isWordPart(_ scalar: UInt32) -> Bool { ScalarSet.word.contains(scalar) }
}
