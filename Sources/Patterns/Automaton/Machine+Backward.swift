/// Reading from the end: what the instructions find in what has been read follows from what they found one code point ago.
///
/// So a look-ahead costs no more than any other part: what it finds is known before it is asked for.
extension Machine {
    /// The places once the code point before has been read; nil if the pattern is found behind it.
    mutating func retreat(_ places: Places, _ letter: Int) -> Places? {
        let isWord = program.isWord[letter]
        let finds = outcomes(places, after: isWord, isStart: false)
        guard !finds[Int(program.start)] else { return nil }
        let members = program.instructions.indices.filter { index in
            guard case .scalar(let set, let next) = program.instructions[index] else { return false }
            return finds[Int(next)] && program.contains(set, letter)
        }
        return Places(members: members.map(Int32.init), isAtEdge: false, isBesideWord: isWord)
    }

    /// Whether the pattern is found from the start of the text on.
    mutating func findsAtStart(_ places: Places) -> Bool {
        outcomes(places, after: false, isStart: true)[Int(program.start)]
    }

    /// What each instruction finds in what has been read, once it is known what stands before it.
    private mutating func outcomes(_ places: Places, after isWord: Bool, isStart: Bool) -> [Bool] {
        var finds = Array(repeating: false, count: program.instructions.count)
        for known in [Program.end] + places.members { finds[Int(known)] = true }
        let isBoundary = places.isBesideWord != isWord
        // A look-ahead is settled before it is asked, since one that must find nothing cannot be taken back.
        for part in program.lookAheads + [program.instructions.indices] {
            settle(part, &finds) { assertion in
                switch assertion {
                case .start: isStart
                case .end: places.isAtEdge
                case .boundary: isBoundary
                case .noBoundary: !isBoundary
                }
            }
        }
        return finds
    }

    /// Lets instructions find what those that they lead to find, until nothing is added.
    private mutating func settle(_ part: Range<Int>, _ finds: inout [Bool], _ holds: (Assertion) -> Bool) {
        var isSettled = false
        while !isSettled {
            isSettled = true
            steps += part.count
            for index in part where !finds[index] && self.finds(program.instructions[index], finds, holds) {
                finds[index] = true
                isSettled = false
            }
        }
    }

    private func finds(_ instruction: Program.Instruction, _ finds: [Bool], _ holds: (Assertion) -> Bool) -> Bool {
        switch instruction {
        // Those that find something are known beforehand.
        case .found, .scalar: false
        case .fork(let one, let other): finds[Int(one)] || finds[Int(other)]
        case .assertion(let assertion, let next): holds(assertion) && finds[Int(next)]
        case .lookAhead(let body, let isNegated, let next): finds[Int(body)] != isNegated && finds[Int(next)]
        }
    }
}

extension Program {
    /// From which end texts have to be read.
    var direction: Machine.Direction { lookAheads.isEmpty ? .forward : .backward }
}
