import Syntax

/// Building strings and numbers.
extension Search {
    func build(_ conjunct: Conjunct) -> Verdict {
        switch type {
        case .number: buildNumber(conjunct)
        case .string: buildString(conjunct)
        case .array: buildArray(conjunct)
        default: buildObject(conjunct)
        }
    }

    private static let longestText = 70_000
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)

    func buildString(_ conjunct: Conjunct) -> Verdict {
        guard conjunct.maximumSize > 0 else { return solver.test(ValueSet([.string("")]), goal) }
        if !conjunct.patterns.isEmpty || !conjunct.formats.isEmpty { return buildMatching(conjunct) }
        guard conjunct.minimumSize <= Self.longestText else { return .unknown(.combination("minLength")) }
        // The empty string is the only one of its length; of every other length there are more than are excluded.
        if conjunct.minimumSize == 0, let text = accepted("", conjunct) { return text }
        let length = max(conjunct.minimumSize, 1)
        let tries = conjunct.excluded.reduce(2) { $0 + $1.values.count }
        for number in 0..<tries {
            if let obstacle = solver.spend() { return .unknown(obstacle) }
            if let text = accepted(Self.text(number, length: length), conjunct) { return text }
        }
        return .unknown(conjunct.obstacle ?? .combination("values excluded from strings"))
    }

    private func accepted(_ text: String, _ conjunct: Conjunct) -> Verdict? {
        guard !conjunct.excluded.contains(where: { $0.contains(.string(text)) }) else { return nil }
        return .inhabited(.string(text))
    }

    /// The text of a length that a number stands for, counted in letters from the end.
    private static func text(_ number: Int, length: Int) -> String {
        var bytes = [UInt8](repeating: letters[0], count: length)
        var rest = number
        for index in bytes.indices.reversed() where rest > 0 {
            bytes[index] = letters[rest % letters.count]
            rest /= letters.count
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Search {
    func buildNumber(_ conjunct: Conjunct) -> Verdict {
        let facts = conjunct.numbers
        let numbers = [facts.lower?.bound, facts.upper?.bound].compactMap { $0 } + facts.multiples + facts.nonMultiples
        let places = numbers.map { ScaledNumber.places(of: $0) }
        guard !places.contains(nil) else { return .unknown(.numbers) }
        // Three places more than anybody asks for leave room between any two bounds.
        let scale = (places.compactMap { $0 }.max() ?? 0) + 3
        guard let range = NumberRange(facts, places: scale) else { return .unknown(.numbers) }
        if range.isEmpty { return .empty }
        let candidates = facts.multiples.isEmpty ? range.samples : range.multiples(tries: tries(conjunct))
        guard let candidates else { return .unknown(.numbers) }
        for units in candidates.units {
            if let obstacle = solver.spend() { return .unknown(obstacle) }
            guard !range.isRuledOut(units), let number = ScaledNumber.number(units, places: scale) else { continue }
            if !conjunct.excluded.contains(where: { $0.contains(.number(number)) }) {
                return .inhabited(.number(number))
            }
        }
        return candidates.areAll ? .empty : .unknown(.numbers)
    }

    /// The first will do where none is ruled out.
    private func tries(_ conjunct: Conjunct) -> Int {
        let fewest = conjunct.numbers.nonMultiples.isEmpty ? 2 : 2_000
        return conjunct.excluded.reduce(fewest) { $0 + $1.values.count }
    }
}

/// The numbers within two bounds, in units of a common power of ten.
private struct NumberRange {
    /// Smallest and largest, both included; nil where there is no bound.
    let low: Int128?
    let high: Int128?
    private let step: Int128?
    /// Units of a whole number.
    private let one: Int128
    private let nonMultiples: [Int128]

    /// Candidates, and whether there are no others.
    struct Candidates {
        var units: [Int128]
        var areAll: Bool
    }

    /// Nil where the numbers do not fit.
    init?(_ facts: NumberFacts, places: Int) {
        func units(_ number: ExactNumber) -> Int128? { ScaledNumber.units(number, places: places) }
        guard let one = units(ExactNumber(1)) else { return nil }
        self.one = one
        var step: Int128? = nil
        for multiple in facts.multiples {
            guard let unit = units(multiple), let joined = ScaledNumber.leastCommonMultiple(step ?? unit, unit) else {
                return nil
            }
            step = joined
        }
        let nonMultiples = facts.nonMultiples.map(units)
        guard !nonMultiples.contains(nil) else { return nil }
        self.step = step
        self.nonMultiples = nonMultiples.compactMap { $0 }
        if let lower = facts.lower {
            guard let bound = units(lower.bound) else { return nil }
            low = lower.isExclusive ? bound + 1 : bound
        } else {
            low = nil
        }
        if let upper = facts.upper {
            guard let bound = units(upper.bound) else { return nil }
            high = upper.isExclusive ? bound - 1 : bound
        } else {
            high = nil
        }
    }

    /// Whether nothing is in it: bounds apart, or every multiple ruled out.
    var isEmpty: Bool {
        if let low, let high, low > high { return true }
        guard let step else { return false }
        return nonMultiples.contains { step % $0 == 0 }
    }

    func isRuledOut(_ units: Int128) -> Bool { nonMultiples.contains { units % $0 == 0 } }

    /// A few numbers where no multiple is asked for: round ones first, then ones with more places than any divisor.
    var samples: Candidates? {
        if let low, let high, low == high { return Candidates(units: [low], areAll: true) }
        let base = low ?? high.map { $0 - 1_000 } ?? 0
        let whole = (ScaledNumber.floorDivision(base, one) + 1) * one
        let near = [0, whole, whole - one, base, high ?? base]
        let fine = (1...900).map { base + Int128($0) }
        return Candidates(units: (near + fine).filter(isWithin), areAll: false)
    }

    private func isWithin(_ units: Int128) -> Bool { low ?? units <= units && units <= high ?? units }

    /// Multiples of what must be divided, from the bound that is nearest to zero on.
    func multiples(tries: Int) -> Candidates? {
        guard let step else { return nil }
        let first = low.map { -ScaledNumber.floorDivision(-$0, step) }
        let last = high.map { ScaledNumber.floorDivision($0, step) }
        if let first, let last, first > last { return Candidates(units: [], areAll: true) }
        let start = max(first ?? Int128.min, min(last ?? 0, 0))
        if let first, let last, last - first < Int128(tries) {
            return Candidates(units: (first...last).map { $0 * step }, areAll: true)
        }
        let up = (0..<Int128(tries)).map { start + $0 }.filter { $0 <= last ?? $0 }
        let down = (1..<Int128(tries)).map { start - $0 }.filter { first ?? $0 <= $0 }
        return Candidates(units: (up + down).map { $0 * step }, areAll: false)
    }
}
