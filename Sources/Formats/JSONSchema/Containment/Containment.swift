package import Syntax

/// Whether every instance of one schema is an instance of another.
package enum Containment: Sendable {
    /// Proved.
    case contained
    /// Refuted by an instance that the validator confirms to be valid under the first and invalid under the second.
    case notContained(witness: JSON)
    /// Neither, and why.
    case undecided(Obstacle)

    /// Whether it is proved.
    package var isContained: Bool { if case .contained = self { true } else { false } }

    /// The instance that refutes it.
    package var witness: JSON? { if case .notContained(let witness) = self { witness } else { nil } }

    /// Why it stays open.
    package var obstacle: Obstacle? { if case .undecided(let obstacle) = self { obstacle } else { nil } }
}

/// How much work one question may be.
package struct ContainmentBudget: Hashable, Sendable {
    /// Steps that one question may take: a schema taken apart, or a choice tried, is a step.
    package var steps: Int
    /// Steps that all questions between two documents may take together; what is asked later stays undecided.
    package var totalSteps: Int
    /// How deep questions may nest.
    package var depth: Int

    /// A budget.
    package init(steps: Int = 200_000, totalSteps: Int = 2_000_000, depth: Int = 120) {
        self.steps = steps
        self.totalSteps = totalSteps
        self.depth = depth
    }
}

/// On which way a value is sent; it decides who may send `readOnly` and `writeOnly` members.
package enum Flow: Hashable, Sendable, CaseIterable {
    /// No way in particular: both annotations mean nothing.
    case any
    /// From client to server: `readOnly` members are never sent, and passed over if they are.
    case request
    /// From server to client: `writeOnly` members are never sent, and passed over if they are.
    case response
}
