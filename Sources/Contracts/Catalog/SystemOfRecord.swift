internal import Syntax

/// A system that the firm runs.
package struct SystemEntry: Hashable, Sendable {
    /// Its name.
    package let id: SystemID
    /// The team that answers for it.
    package let team: TeamID

    init(_ node: Node, file: String?) throws(ContractFailure) {
        let known: Set<String> = ["name", "team", "products", "summary"]
        let reader = try MemberReader(node, code: CatalogItem.code, file: file, known: known)
        id = try reader.value("name", SystemID.init(parsing:))
        team = try reader.value("team", TeamID.init(parsing:))
    }
}

/// A business entity with its system of record, down to the field.
package struct Entity: Hashable, Sendable {
    /// Its name, such as `Invoice`.
    package let id: EntityID
    /// The system of record of every field that names no other.
    package let system: SystemID
    /// The teams that look after it.
    package let stewards: [TeamID]
    /// Fields whose system of record is another one.
    package let fields: [String: SystemID]

    init(_ node: Node, file: String?) throws(ContractFailure) {
        let known: Set<String> = ["name", "system", "stewards", "fields", "summary"]
        let reader = try MemberReader(node, code: CatalogItem.code, file: file, known: known)
        id = try reader.value("name", EntityID.init(parsing:))
        system = try reader.value("system", SystemID.init(parsing:))
        stewards = try reader.values("stewards", TeamID.init(parsing:))
        var fields: [String: SystemID] = [:]
        for node in try reader.list("fields") {
            let field = try MemberReader(node, code: CatalogItem.code, file: file, known: ["name", "system"])
            let name = try field.text("name")
            guard fields.updateValue(try field.value("system", SystemID.init(parsing:)), forKey: name) == nil else {
                throw reader.failure(at: node, "field '\(name)' has two systems of record; a field has exactly one")
            }
        }
        self.fields = fields
    }

    /// The system of record of a field, or of the entity as a whole.
    package func systemOfRecord(of field: String?) -> SystemID { field.flatMap { fields[$0] } ?? system }
}
