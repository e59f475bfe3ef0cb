/// A pattern as a test makes it, matched the slow way that the standard describes.
///
/// - SeeAlso: ECMA-262, section 22.2.2.
indirect enum Sketch {
    case letter(Character)
    case any
    case oneOf([Character], isInverted: Bool)
    case sequence([Sketch])
    case choice([Sketch])
    case repeated(Sketch, Int, Int?)
    case start
    case end
    case boundary(Bool)
    case ahead(Sketch, isNegated: Bool)

    /// The pattern as text.
    var text: String {
        switch self {
        case .letter(let letter): String(letter)
        case .any: "."
        case .oneOf(let letters, let isInverted): "[" + (isInverted ? "^" : "") + String(letters) + "]"
        case .sequence(let parts): parts.map(\.text).joined()
        case .choice(let parts): "(?:" + parts.map(\.text).joined(separator: "|") + ")"
        case .repeated(let part, let least, let most):
            "(?:\(part.text)){\(least)," + (most.map(String.init) ?? "") + "}"
        case .start: "^"
        case .end: "$"
        case .boundary(let isOne): isOne ? "\\b" : "\\B"
        case .ahead(let part, let isNegated): (isNegated ? "(?!" : "(?=") + part.text + ")"
        }
    }

    /// Whether it is found anywhere.
    func isFound(in text: [Character]) -> Bool {
        text.indices.contains { ends(from: $0, text) } || ends(from: text.count, text)
    }

    private func ends(from start: Int, _ text: [Character]) -> Bool { match(text, start) { _ in true } }

    private func match(_ text: [Character], _ place: Int, _ then: (Int) -> Bool) -> Bool {
        switch self {
        case .letter(let letter): place < text.count && text[place] == letter && then(place + 1)
        case .any: place < text.count && text[place] != "\n" && then(place + 1)
        case .oneOf(let letters, let isInverted):
            place < text.count && letters.contains(text[place]) != isInverted && then(place + 1)
        case .sequence(let parts): Self.sequence(parts[...], text, place, then)
        case .choice(let parts): parts.contains { $0.match(text, place, then) }
        case .repeated(let part, let least, let most): part.repeated(least, most, text, place, then)
        case .start: place == 0 && then(place)
        case .end: place == text.count && then(place)
        case .boundary(let isOne):
            (Self.isWord(text, place - 1) != Self.isWord(text, place)) == isOne && then(place)
        case .ahead(let part, let isNegated): part.ends(from: place, text) != isNegated && then(place)
        }
    }

    private static func isWord(_ text: [Character], _ place: Int) -> Bool {
        text.indices.contains(place) && (text[place].isLetter || text[place].isNumber || text[place] == "_")
    }

    private static func sequence(
        _ parts: ArraySlice<Sketch>,
        _ text: [Character],
        _ place: Int,
        _ then: (Int) -> Bool
    ) -> Bool {
        guard let first = parts.first else { return then(place) }
        return first.match(text, place) { sequence(parts.dropFirst(), text, $0, then) }
    }

    private func repeated(
        _ least: Int,
        _ most: Int?,
        _ text: [Character],
        _ place: Int,
        _ then: (Int) -> Bool
    ) -> Bool {
        guard most != 0 else { return then(place) }
        let again = match(text, place) { after in
            // A turn that takes nothing and is not asked for ends the repetition.
            guard after > place || least > 0 else { return false }
            return repeated(max(0, least - 1), most.map { $0 - 1 }, text, after, then)
        }
        return again || least == 0 && then(place)
    }
}

extension Sketch {
    /// A random small one.
    static func random(_ numbers: inout SeededNumbers, depth: Int = 3, looksAhead: Bool = false) -> Sketch {
        guard depth > 0 else { return leaf(&numbers) }
        var part: Sketch { random(&numbers, depth: depth - 1, looksAhead: looksAhead) }
        switch numbers.next(looksAhead ? 9 : 7) {
        case 0, 1: return .sequence((0..<(1 + numbers.next(3))).map { _ in part })
        case 2, 3: return .choice((0..<(1 + numbers.next(3))).map { _ in part })
        case 4, 5:
            let least = numbers.next(3)
            let most = numbers.next(3) == 0 ? nil : least + numbers.next(3)
            return .repeated(part, least, most)
        case 7: return .sequence([.ahead(part, isNegated: numbers.next(2) == 0), part])
        case 8: return .sequence([part, .ahead(part, isNegated: numbers.next(2) == 0), part])
        default: return leaf(&numbers)
        }
    }

    private static func leaf(_ numbers: inout SeededNumbers) -> Sketch {
        switch numbers.next(12) {
        case 0: .any
        case 1: .oneOf(["a", "-"], isInverted: false)
        case 2: .oneOf(["b"], isInverted: true)
        case 3: .start
        case 4: .end
        case 5: .boundary(true)
        case 6: .boundary(false)
        case 7: .letter("-")
        case 8, 9: .letter("b")
        default: .letter("a")
        }
    }
}
