package import Contracts

/// A built-in rule that a policy document applies by its name.
///
/// A new one is a file in `Functions/` and a line in the list of functions.
package protocol PolicyFunction: Sendable {
    /// The name that documents use, such as `compatibility-mode`.
    static var name: String { get }

    /// The parameters it takes.
    static var parameters: Set<String> { get }

    /// Reads the parameters.
    ///
    /// - Throws: ``ContractFailure`` with the place of one that is wrong.
    init(_ parameters: MemberReader?) throws(ContractFailure)

    /// Looks at a change.
    func evaluate(_ context: PolicyContext) -> Outcome
}

/// What a function saw.
package struct Outcome: Hashable, Sendable {
    /// Why the change is forbidden; any makes it so.
    package var denials: [Reason] = []
    /// The approvals that the change needs.
    package var requirements: [Requirement] = []
    /// Why they are needed, or what is worth knowing.
    package var notes: [Reason] = []

    /// Nothing against the change.
    package static let allowed = Outcome()

    /// An outcome.
    package init(denials: [Reason] = [], requirements: [Requirement] = [], notes: [Reason] = []) {
        self.denials = denials
        self.requirements = requirements
        self.notes = notes
    }

    /// What it comes to.
    package var effect: Effect { denials.isEmpty ? requirements.isEmpty ? .allow : .require : .deny }
}
