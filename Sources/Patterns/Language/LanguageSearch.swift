/// Walks through the product of the automata of several patterns, length by length.
struct LanguageSearch {
    private struct Visit {
        let states: [Int32]
        let parent: Int
        let scalar: Unicode.Scalar
    }

    private var machines: [Machine]
    /// From the end if one of the patterns asks for it.
    private let direction: Machine.Direction
    /// How many of the machines must find their pattern; the others must not.
    private let matching: Int
    private let length: ClosedRange<Int>
    private let letters: [CommonAlphabet.Letter]
    private let budget: TextLanguage.Budget
    private var visits: [Visit] = []
    private var transitions = 0
    /// Longest texts that are built.
    private static let longest = 100_000

    init(_ language: TextLanguage, _ budget: TextLanguage.Budget) {
        let patterns = language.matching + language.avoiding
        let direction = patterns.contains { $0.program.direction == .backward } ? Machine.Direction.backward : .forward
        machines = patterns.map { Machine($0.program, reading: direction) }
        self.direction = direction
        matching = language.matching.count
        length = language.length
        letters = CommonAlphabet(patterns.map(\.program.alphabet)).letters
        self.budget = budget
    }

    /// States that were looked at.
    var visited: Int { visits.count }
    /// Steps that were taken, in the product and in the patterns.
    var steps: Int { machines.reduce(transitions) { $0 + $1.steps } }

    mutating func run() -> TextLanguage.Answer {
        let first = machines.map(\.start)
        guard !isHopeless(first) else { return .empty }
        visits = [Visit(states: first, parent: -1, scalar: "a")]
        var level = [0]
        var size = 0
        // From the smallest length on, how a state was reached first is the shortest way.
        var known: Set<[Int32]> = length.lowerBound == 0 ? [first] : []
        while !level.isEmpty {
            for visit in level {
                if isFree(visits[visit].states) { return padded(visit, size) }
                if size >= length.lowerBound, isAccepted(visits[visit].states) { return .text(text(visit)) }
            }
            guard size < length.upperBound else { return .empty }
            size += 1
            if size <= length.lowerBound { known = [] }
            var next: [Int] = []
            for visit in level {
                guard visited <= budget.states, steps <= budget.steps else { return .undecided }
                extend(visit, &known, &next)
            }
            level = next
        }
        return .empty
    }

    private mutating func extend(_ visit: Int, _ known: inout Set<[Int32]>, _ next: inout [Int]) {
        let states = visits[visit].states
        transitions += letters.count * machines.count
        for letter in letters {
            var after = states
            for index in machines.indices { after[index] = machines[index].next(states[index], letter.classes[index]) }
            guard !isHopeless(after), known.insert(after).inserted else { continue }
            next.append(visits.count)
            visits.append(Visit(states: after, parent: visit, scalar: letter.scalar))
        }
    }

    /// Whether nothing that follows can bring a text into the language.
    private func isHopeless(_ states: [Int32]) -> Bool {
        states.indices.contains { states[$0] == ($0 < matching ? Machine.failed : Machine.found) }
    }

    /// Whether anything that follows leaves it in the language, but for the length.
    private func isFree(_ states: [Int32]) -> Bool {
        states.indices.allSatisfy { states[$0] == ($0 < matching ? Machine.found : Machine.failed) }
    }

    private mutating func isAccepted(_ states: [Int32]) -> Bool {
        for index in machines.indices where machines[index].isFound(atEndOf: states[index]) != (index < matching) {
            return false
        }
        return true
    }

    private func text(_ visit: Int) -> String {
        var scalars: [Unicode.Scalar] = []
        var visit = visit
        while visit > 0 {
            scalars.append(visits[visit].scalar)
            visit = visits[visit].parent
        }
        var text = String.UnicodeScalarView()
        if direction == .forward { scalars.reverse() }
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// The text of a visit made as long as it must be.
    private func padded(_ visit: Int, _ size: Int) -> TextLanguage.Answer {
        guard length.lowerBound <= Self.longest else { return .undecided }
        let missing = String(repeating: "a", count: max(0, length.lowerBound - size))
        return .text(direction == .forward ? text(visit) + missing : missing + text(visit))
    }
}
