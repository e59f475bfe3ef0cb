/// Follows instructions that take nothing.
struct Closure: Sendable {
    enum Answer {
        case holds
        case fails
        /// It depends on what comes next.
        case waits
    }

    /// Instructions that take a code point, or wait.
    private(set) var reached: [Int32] = []
    private(set) var steps = 0
    /// The round in which an instruction was seen last.
    private var seen: [UInt32]
    private var round: UInt32 = 0
    private var open: [Int32] = []

    init(count: Int) { seen = Array(repeating: 0, count: count) }

    mutating func clear() {
        reached.removeAll(keepingCapacity: true)
        steps = 0
        if round == .max {
            for index in seen.indices { seen[index] = 0 }
            round = 0
        }
        round += 1
    }

    /// Whether the pattern is found on the way.
    mutating func follow(_ starts: [Int32], _ program: Program, _ decide: (Assertion) -> Answer) -> Bool {
        open.append(contentsOf: starts)
        while let next = open.popLast() {
            steps += 1
            guard seen[Int(next)] != round else { continue }
            seen[Int(next)] = round
            switch program.instructions[Int(next)] {
            case .found:
                open.removeAll(keepingCapacity: true)
                return true
            case .scalar: reached.append(next)
            case .fork(let one, let other):
                open.append(other)
                open.append(one)
            case .assertion(let assertion, let after):
                switch decide(assertion) {
                case .holds: open.append(after)
                case .fails: break
                case .waits: reached.append(next)
                }
            case .lookAhead: preconditionFailure("a program that looks ahead is read from the end")
            }
        }
        return false
    }
}
