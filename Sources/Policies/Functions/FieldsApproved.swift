package import Contracts

/// Asks given teams, each by a person of its own, when a change touches fields of given names.
///
/// - SeeAlso: DOMAIN, policy FIN-03 and the default approval matrix of section 9.
package struct FieldsApproved: PolicyFunction {
    package static let name = "fields-approved"
    package static let parameters: Set<String> = ["fields", "teams"]
    private let fields: [Glob]
    private let teams: [TeamID]

    package init(_ parameters: MemberReader?) throws(ContractFailure) {
        fields = try parameters?.texts("fields").map(Glob.init) ?? []
        teams = try parameters?.values("teams", TeamID.init(parsing:)) ?? []
    }

    package func evaluate(_ context: PolicyContext) -> Outcome {
        guard let touched = context.touched.first(where: names) else { return .allowed }
        return Outcome(
            requirements: teams.map { Requirement("\($0)", teams: [$0], why: "the change touches \(touched)") }
        )
    }

    /// Whether a step of the address is one of the fields.
    private func names(_ address: String) -> Bool {
        address.split(separator: "/").contains { step in fields.contains { $0.matches(String(step)) } }
    }
}
