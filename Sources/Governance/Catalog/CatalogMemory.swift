internal import Contracts
internal import Policies
internal import StorePort
internal import Synchronization
internal import Syntax

/// The catalog and the policies as last read, with the leaves that they are as of.
struct CatalogMemory {
    var catalog = Catalog()
    var catalogRevision = -1
    var policies = PolicySet()
    var policyRevision = -1
}

extension Registry {
    /// The catalog and the policies at the moment of a snapshot.
    func standing(_ snapshot: any StoreSnapshot) throws -> (catalog: Catalog, policies: PolicySet) {
        let catalogRevision = try snapshot.revision(of: "catalog")
        let policyRevision = try snapshot.revision(of: "policy")
        var known = memory.withLock { $0 }
        if known.catalogRevision != catalogRevision {
            known.catalog = try readCatalog(snapshot)
            known.catalogRevision = catalogRevision
        }
        if known.policyRevision != policyRevision {
            known.policies = PolicySet(try readPolicies(snapshot).map(\.policy))
            known.policyRevision = policyRevision
        }
        let current = known
        memory.withLock { $0 = current }
        return (current.catalog, current.policies)
    }

    private func readCatalog(_ snapshot: any StoreSnapshot) throws -> Catalog {
        var catalog = Catalog()
        for kind in CatalogItem.Kind.allCases {
            for stored in try storedItems(kind, snapshot) { catalog.add(stored.item) }
        }
        return catalog
    }

    /// The items of a kind with their text, by name.
    func storedItems(
        _ kind: CatalogItem.Kind,
        _ snapshot: any StoreSnapshot
    ) throws -> [(item: CatalogItem, node: Node)] {
        let rows = try snapshot.rows(
            in: "catalog",
            under: kind.rawValue,
            order: .ascending,
            after: nil,
            limit: Limit.catalog
        )
        return try rows.map { row in
            let node = try snapshot.document(named: "body_sha256", in: row).root
            return (try CatalogItem(kind, node), node)
        }
    }

    /// The policies in force with their text, by name.
    func readPolicies(_ snapshot: any StoreSnapshot) throws -> [(policy: Policy, node: Node)] {
        try snapshot.rows(in: "policy", after: nil, limit: Limit.catalog).map { row in
            let node = try snapshot.document(named: "body_sha256", in: row).root
            return (try Policy(node, functions: functions), node)
        }
    }
}

extension StoreSnapshot {
    /// A person of the catalog, or nil.
    func person(_ id: PersonID) throws -> Person? {
        guard let row = try row(in: "catalog", key: "\(CatalogItem.Kind.people.rawValue)/\(id)"),
            case .person(let person) = try CatalogItem(.people, document(named: "body_sha256", in: row).root)
        else { return nil }
        return person
    }

    /// The JSON body that a row names.
    func document(named member: String, in row: Row) throws -> Document {
        let digest = try RecordReader(row.body).digest(member)
        guard let document = try? Document.json(try body(digest), limits: .stored) else {
            throw LogDamaged(expected: "body \(digest)")
        }
        return document
    }
}
