/// A program made deterministic as far as it has been asked.
///
/// State 0 is left by nothing and finds nothing; state 1 has found the pattern, whatever follows.
struct Machine: Sendable {
    /// From which end texts are read.
    enum Direction: Sendable {
        case forward
        case backward
    }

    /// Places of the program at which a text may be.
    struct Places: Hashable {
        /// Instructions, in order.
        ///
        /// Forward, those that take a code point or wait for the next one; backward, those that took the last code point
        /// and find the pattern in what is behind it.
        var members: [Int32]
        /// Whether nothing has been read.
        var isAtEdge: Bool
        /// Whether the last code point that was read is part of a word; false where no boundary is asked for.
        var isBesideWord: Bool
    }

    static let failed: Int32 = 0
    static let found: Int32 = 1
    private static let unknown: Int32 = -1

    let program: Program
    private let direction: Direction
    private(set) var start: Int32 = 0
    /// How many instructions were looked at.
    var steps = 0
    private var states: [Places] = []
    private var numbers: [Places: Int32] = [:]
    private var memberCount = 0
    /// By state, then by class, the end of the text last.
    private var table: [Int32] = []
    private let width: Int
    private let ascii: [Int32]
    private var closure: Closure

    /// A machine that has not been asked; one that reads forward is no use to a program that looks ahead.
    init(_ program: Program, reading direction: Direction) {
        self.program = program
        self.direction = direction
        width = program.alphabet.count + 1
        ascii = program.alphabet.ascii
        closure = Closure(count: program.instructions.count)
        clear()
        start = enter(first)
    }

    /// The state after a class of the program's alphabet.
    mutating func next(_ state: Int32, _ letter: Int) -> Int32 {
        let slot = Int(state) * width + letter
        let known = table[slot]
        guard known == Self.unknown else { return known }
        let places = states[Int(state)]
        let next = direction == .backward ? enter(retreat(places, letter)) : advance(places, letter)
        table[slot] = next
        return next
    }

    /// Whether the pattern is found in a text that has been read once this state is reached.
    mutating func isFound(atEndOf state: Int32) -> Bool {
        let slot = Int(state) * width + width - 1
        if table[slot] == Self.unknown {
            let places = states[Int(state)]
            let isFound = direction == .backward ? findsAtStart(places) : findsAtEnd(places)
            table[slot] = isFound ? Self.found : Self.failed
        }
        return table[slot] == Self.found
    }

    /// Whether the pattern is found in a text, given as UTF-8; nil where that takes more steps.
    mutating func search(_ text: UnsafeBufferPointer<UInt8>, steps limit: Int) -> Bool? {
        let end = steps + limit
        var state = start
        let isBackward = direction == .backward
        var at = isBackward ? text.count : 0
        while at != (isBackward ? 0 : text.count) {
            guard state > Self.found else { return state == Self.found }
            let letter = isBackward ? takeLetter(of: text, before: &at) : takeLetter(of: text, at: &at)
            let known = table[Int(state) * width + letter]
            if known != Self.unknown {
                state = known
                continue
            }
            state = next(state, letter)
            guard steps <= end else { return nil }
            if isFull { state = forget(keeping: state) }
        }
        return isFound(atEndOf: state)
    }

    /// The class of the code point at an octet, which is stepped over.
    private func takeLetter(of text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Int {
        let first = text[index]
        index += 1
        guard first >= 0x80 else { return Int(ascii[Int(first)]) }
        var scalar = UInt32(first) & (first < 0xE0 ? 0x1F : first < 0xF0 ? 0x0F : 0x07)
        while index < text.count, text[index] & 0xC0 == 0x80 {
            scalar = scalar << 6 | UInt32(text[index] & 0x3F)
            index += 1
        }
        return Int(program.alphabet[scalar])
    }

    /// The class of the code point that ends before an octet, which is stepped over.
    private func takeLetter(of text: UnsafeBufferPointer<UInt8>, before index: inout Int) -> Int {
        index -= 1
        while index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
        var at = index
        return takeLetter(of: text, at: &at)
    }

    /// Whether more states are kept than is worth it.
    private var isFull: Bool {
        states.count > PatternLimits.cachedStates || memberCount > PatternLimits.cachedMembers
    }

    /// Forgets all states but one; the number that this one has from now on.
    private mutating func forget(keeping state: Int32) -> Int32 {
        let (first, kept) = (states[Int(start)], states[Int(state)])
        clear()
        start = enter(first)
        return state > Self.found ? enter(kept) : state
    }
}

extension Machine {
    private mutating func clear() {
        states = []
        numbers = [:]
        table = []
        memberCount = 0
        for (number, end) in [(Self.failed, Self.failed), (Self.found, Self.found)] {
            states.append(Places(members: [], isAtEdge: false, isBesideWord: false))
            table += Array(repeating: number, count: width - 1) + [end]
        }
    }

    /// The places before anything has been read.
    private var first: Places? {
        mutating get {
            switch direction {
            case .forward: places(from: [program.start], isStart: true, isAfterWord: false)
            case .backward: Places(members: [], isAtEdge: true, isBesideWord: false)
            }
        }
    }

    private mutating func enter(_ places: Places?) -> Int32 {
        guard let places else { return Self.found }
        // Read from its end, a text may begin with all of the pattern.
        guard !places.members.isEmpty || direction == .backward else { return Self.failed }
        if let known = numbers[places] { return known }
        let number = Int32(states.count)
        numbers[places] = number
        states.append(places)
        memberCount += places.members.count
        table += Array(repeating: Self.unknown, count: width)
        return number
    }

    /// All places that are reached from some without taking anything; nil if the pattern is found there.
    private mutating func places(from members: [Int32], isStart: Bool, isAfterWord: Bool) -> Places? {
        closure.clear()
        let isFound = closure.follow(members, program) { assertion in
            switch assertion {
            case .start: isStart ? .holds : .fails
            case .end, .boundary, .noBoundary: .waits
            }
        }
        steps += closure.steps
        guard !isFound else { return nil }
        return Places(members: closure.reached.sorted(), isAtEdge: isStart, isBesideWord: isAfterWord)
    }

    /// All places of the same position once it is known what follows; nil if the pattern is found there.
    private mutating func settled(_ places: Places, before isWord: Bool, isEnd: Bool) -> [Int32]? {
        let waiting = places.members.contains {
            if case .assertion = program.instructions[Int($0)] { true } else { false }
        }
        guard waiting else { return places.members }
        let isBoundary = places.isBesideWord != isWord
        closure.clear()
        let isFound = closure.follow(places.members, program) { assertion in
            switch assertion {
            case .start: places.isAtEdge ? .holds : .fails
            case .end: isEnd ? .holds : .fails
            case .boundary: isBoundary ? .holds : .fails
            case .noBoundary: isBoundary ? .fails : .holds
            }
        }
        steps += closure.steps
        return isFound ? nil : closure.reached
    }

    private mutating func advance(_ places: Places, _ letter: Int) -> Int32 {
        let isWord = program.isWord[letter]
        guard let members = settled(places, before: isWord, isEnd: false) else { return Self.found }
        steps += members.count
        // The pattern may begin anywhere.
        var targets = [program.start]
        for member in members {
            if case .scalar(let set, let next) = program.instructions[Int(member)], program.contains(set, letter) {
                targets.append(next)
            }
        }
        return enter(self.places(from: targets, isStart: false, isAfterWord: isWord))
    }

    private mutating func findsAtEnd(_ places: Places) -> Bool {
        settled(places, before: false, isEnd: true) == nil
    }
}
