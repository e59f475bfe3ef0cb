internal import Synchronization

/// Searches texts with one machine, which learns from each.
///
/// Where another thread is using the machine, a search makes one of its own.
final class Matcher: Sendable {
    struct Outcome {
        /// Nil where it takes more steps than a search may.
        var isFound: Bool?
        /// Instructions looked at.
        var steps: Int
    }

    /// The pattern as written.
    let text: String
    let program: Program
    private let machine: Mutex<Machine?> = Mutex(nil)

    init(_ program: Program, text: String) {
        self.program = program
        self.text = text
    }

    /// Searches UTF-8.
    func search(_ text: UnsafeBufferPointer<UInt8>) -> Outcome {
        let shared = machine.withLockIfAvailable { machine in
            if machine == nil { machine = Machine(program, reading: program.direction) }
            return machine?.outcome(of: text)
        }
        if let shared, let shared { return shared }
        var own = Machine(program, reading: program.direction)
        return own.outcome(of: text)
    }
}

extension Machine {
    fileprivate mutating func outcome(of text: UnsafeBufferPointer<UInt8>) -> Matcher.Outcome {
        let before = steps
        let isFound = search(text, steps: PatternLimits.steps)
        return Matcher.Outcome(isFound: isFound, steps: steps - before)
    }
}
