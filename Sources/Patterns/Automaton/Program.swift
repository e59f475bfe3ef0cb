/// A pattern as a nondeterministic automaton.
struct Program: Sendable {
    enum Instruction: Sendable {
        /// Takes a code point of a set, by its index.
        case scalar(set: Int32, next: Int32)
        case fork(Int32, Int32)
        case assertion(Assertion, next: Int32)
        /// Goes on where the instruction at its body finds something from here on, or finds nothing.
        case lookAhead(body: Int32, isNegated: Bool, next: Int32)
        case found
    }

    /// The instruction that everything leads to.
    static let end: Int32 = 0

    private(set) var instructions: [Instruction] = [.found]
    private(set) var start: Int32 = 0
    /// The instructions of each look-ahead, inner ones first; none leads out of them but to ``end``.
    private(set) var lookAheads: [Range<Int>] = []
    /// Whether it looks at word boundaries.
    private(set) var hasBoundaries = false
    private(set) var alphabet = Alphabet(sets: [])
    /// Whether the classes of the alphabet are in a set: set by set, class by class.
    private(set) var membership: [Bool] = []
    /// Whether the scalar values of a class are letters, digits or `_`, of ASCII.
    private(set) var isWord: [Bool] = []

    private var sets: [ScalarSet] = []
    private var setIndexes: [ScalarSet: Int32] = [:]
    private var places = 0
    private var parts = 0

    /// Compiles a tree.
    ///
    /// - Throws: ``PatternFault/tooLarge(limit:allows:)``.
    init(_ tree: PatternTree) throws(PatternFault) {
        start = try emit(tree, next: Self.end)
        alphabet = Alphabet(sets: sets + (hasBoundaries ? [.word] : []))
        membership = Array(repeating: false, count: sets.count * alphabet.count)
        isWord = Array(repeating: false, count: alphabet.count)
        for (scalar, number) in zip(alphabet.starts, alphabet.classes) {
            for (index, set) in sets.enumerated() where set.contains(scalar) {
                membership[index * alphabet.count + Int(number)] = true
            }
            isWord[Int(number)] = hasBoundaries && ScalarSet.word.contains(scalar)
        }
        setIndexes = [:]
        sets = []
    }

    func contains(_ set: Int32, _ letter: Int) -> Bool { membership[Int(set) * alphabet.count + letter] }

    /// Emits a tree after which `next` follows; the instruction that it begins with.
    private mutating func emit(_ tree: PatternTree, next: Int32) throws(PatternFault) -> Int32 {
        parts += 1
        guard parts <= PatternLimits.parts else { throw .tooLarge(limit: "parts", allows: PatternLimits.parts) }
        switch tree {
        case .scalar(let set): return try emitScalar(set, next: next)
        case .sequence(let trees):
            var entry = next
            for tree in trees.reversed() { entry = try emit(tree, next: entry) }
            return entry
        case .choice(let trees):
            guard let last = trees.last else { return try emitScalar(ScalarSet(), next: next) }
            var entry = try emit(last, next: next)
            for tree in trees.dropLast().reversed() { entry = try append(.fork(try emit(tree, next: next), entry)) }
            return entry
        case .assertion(let assertion):
            switch assertion {
            case .boundary, .noBoundary: hasBoundaries = true
            case .start, .end: break
            }
            return try append(.assertion(assertion, next: next))
        case .lookAhead(let tree, let isNegated): return try emitLookAhead(tree, isNegated, next: next)
        case .repeated(let tree, let least, let most): return try emit(tree, least, most, next: next)
        }
    }

    private mutating func emitLookAhead(
        _ tree: PatternTree,
        _ isNegated: Bool,
        next: Int32
    ) throws(PatternFault) -> Int32 {
        let first = instructions.count
        let body = try emit(tree, next: Self.end)
        lookAheads.append(first..<instructions.count)
        return try append(.lookAhead(body: body, isNegated: isNegated, next: next))
    }

    private mutating func emitScalar(_ set: ScalarSet, next: Int32) throws(PatternFault) -> Int32 {
        places += 1
        guard places <= PatternLimits.states else { throw .tooLarge(limit: "states", allows: PatternLimits.states) }
        let index = setIndexes[set] ?? Int32(sets.count)
        if Int(index) == sets.count {
            sets.append(set)
            setIndexes[set] = index
        }
        return try append(.scalar(set: index, next: next))
    }

    private mutating func emit(
        _ tree: PatternTree,
        _ least: Int,
        _ most: Int?,
        next: Int32
    ) throws(PatternFault) -> Int32 {
        var entry = next
        var copies = least
        if let most {
            for _ in least..<most { entry = try append(.fork(try emit(tree, next: entry), next)) }
        } else {
            let loop = try append(.fork(next, next))
            let body = try emit(tree, next: loop)
            instructions[Int(loop)] = .fork(body, next)
            // The last copy that must be there is the loop's own.
            entry = least > 0 ? body : loop
            copies = max(0, least - 1)
        }
        for _ in 0..<copies { entry = try emit(tree, next: entry) }
        return entry
    }

    private mutating func append(_ instruction: Instruction) throws(PatternFault) -> Int32 {
        guard instructions.count < PatternLimits.instructions else {
            throw .tooLarge(limit: "states", allows: PatternLimits.states)
        }
        instructions.append(instruction)
        return Int32(instructions.count - 1)
    }
}
