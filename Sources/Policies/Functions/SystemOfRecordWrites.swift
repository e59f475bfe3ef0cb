package import Contracts

/// Forbids a contract that writes an entity, or a field of one, whose system of record is another system.
///
/// - SeeAlso: DOMAIN, policies OWN-03 and OWN-04; design/policy.md, GOV-01.
package struct SystemOfRecordWrites: PolicyFunction {
    package static let name = "system-of-record-writes"
    package static let parameters: Set<String> = ["orchestrators"]
    /// Systems that may write on behalf of a system of record.
    private let orchestrators: [SystemID]

    package init(_ parameters: MemberReader?) throws(ContractFailure) {
        orchestrators = try parameters?.values("orchestrators", SystemID.init(parsing:)) ?? []
    }

    package func evaluate(_ context: PolicyContext) -> Outcome {
        let uses = context.manifest.writes + definedEntity(context)
        return Outcome(denials: uses.flatMap { denials($0.entity, $0.fields, context) })
    }

    private func definedEntity(_ context: PolicyContext) -> [EntityUse] {
        guard context.manifest.kind == .canonical, context.manifest.system != nil else { return [] }
        return context.manifest.entity.map { [EntityUse($0)] } ?? []
    }

    private func denials(_ id: EntityID, _ fields: [String], _ context: PolicyContext) -> [Reason] {
        guard let entity = context.catalog.entities[id] else {
            return [Reason("UNKNOWN_ENTITY", "entity '\(id)' is not in the catalog", path: id.name)]
        }
        let parts: [String?] = fields.isEmpty ? [nil] : fields
        return parts.compactMap { field in
            let master = entity.systemOfRecord(of: field)
            let name = field.map { "\(id).\($0)" } ?? id.name
            return mayWrite(master, context) ? nil : denial(name, master, context)
        }
    }

    private func mayWrite(_ master: SystemID, _ context: PolicyContext) -> Bool {
        guard let system = context.manifest.system else { return false }
        return system == master || orchestrators.contains(system)
    }

    private func denial(_ what: String, _ master: SystemID, _ context: PolicyContext) -> Reason {
        let owner = context.catalog.team(of: master)
        let writer = context.manifest.system.map { "system '\($0)'" } ?? "a contract that names no system"
        let team = owner.map { " (\($0))" } ?? ""
        return Reason(
            "NOT_SYSTEM_OF_RECORD",
            "\(writer) writes \(what), whose system of record is '\(master)'\(team)",
            path: what,
            owner: owner,
            remedy:
                "consume what '\(master)' publishes about \(what), or ask \(owner?.name ?? master.name) to offer the write"
        )
    }
}
