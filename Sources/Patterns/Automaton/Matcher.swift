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

    private let program: Program
    private let machine: Mutex<Machine?> = Mutex(nil)

    init(_ program: Program) { self.program = program }

    func search(_ text: String) -> Outcome {
        let shared = machine.withLockIfAvailable { machine in
            var own = machine.take() ?? Machine(program)
            let outcome = Self.search(text, &own)
            machine = own
            return outcome
        }
        guard let shared else {
            var own = Machine(program)
            return Self.search(text, &own)
        }
        return shared
    }

    private static func search(_ text: String, _ machine: inout Machine) -> Outcome {
        let before = machine.steps
        let isFound = machine.search(text, steps: PatternLimits.steps)
        return Outcome(isFound: isFound, steps: machine.steps - before)
    }
}
