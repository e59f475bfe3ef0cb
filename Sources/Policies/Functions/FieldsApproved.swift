package import Contracts

/// Asks given teams, each by a person of its own, when a change touches given fields.
///
/// A field is given by its name, or by what it stands for: `amount` is any field of that name, `Invoice.status` is the
/// status of invoices, whatever it is called, and no other field called `status`.
///
/// - SeeAlso: DOMAIN, policy FIN-03 and the default approval matrix of section 9.
package struct FieldsApproved: PolicyFunction {
    package static let name = "fields-approved"
    package static let parameters: Set<String> = ["fields", "teams"]
    private let names: [Glob]
    private let attributes: [Glob]
    private let teams: [TeamID]

    package init(_ parameters: MemberReader?) throws(ContractFailure) {
        let fields = try parameters?.texts("fields") ?? []
        names = fields.filter { !$0.contains(".") }.map(Glob.init)
        attributes = fields.filter { $0.contains(".") }.map(Glob.init)
        teams = try parameters?.values("teams", TeamID.init(parsing:)) ?? []
    }

    package func evaluate(_ context: PolicyContext) -> Outcome {
        guard let touched = context.touched.first(where: { isGiven($0, context) }) else { return .allowed }
        let why = "the change touches \(touched.address)"
        return Outcome(requirements: teams.map { Requirement("\($0)", teams: [$0], why: why) })
    }

    private func isGiven(_ field: TouchedField, _ context: PolicyContext) -> Bool {
        FieldAddress(field.address).names.contains { step in names.contains { $0.matches(step) } }
            || context.attributes(of: field).contains(where: isGiven)
    }

    /// Whether an attribute, or one that it is part of, is given.
    private func isGiven(_ attribute: String) -> Bool {
        let steps = attribute.split(separator: ".")
        return steps.indices.contains { last in
            let whole = steps[...last].joined(separator: ".")
            return attributes.contains { $0.matches(whole) }
        }
    }
}

extension PolicyContext {
    /// The attributes that a field stands for, as the contract says; in the schema of an entity that does not say it,
    /// those of the entity that the manifest names.
    fileprivate func attributes(of field: TouchedField) -> [String] {
        guard field.entities.isEmpty, field.address.hasPrefix("/") else { return field.entities }
        let steps = field.address.split(separator: "/").filter { $0 != "*" }.joined(separator: ".")
        return Set(manifests.compactMap(\.entity)).sorted().map { "\($0).\(steps)" }
    }
}
