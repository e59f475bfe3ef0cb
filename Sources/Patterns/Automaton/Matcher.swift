internal import Synchronization

/// Searches texts with one machine, which learns from each.
///
/// Where another thread is using the machine, a search makes one of its own.
final class Matcher: Sendable {
    struct Outcome {
        var isFound: Bool
        /// Octets read, and instructions looked at.
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
        var octets = 0
        var state = machine.start
        for scalar in text.unicodeScalars {
            guard state > Machine.found else { break }
            octets += 1
            state = machine.next(state, Int(machine.program.alphabet[scalar.value]))
            if machine.isFull { state = machine.forget(keeping: state) }
        }
        let isFound = machine.isFound(atEndOf: state)
        return Outcome(isFound: isFound, steps: octets + machine.steps - before)
    }
}
