internal import Contracts
internal import Crypto
internal import Policies
internal import StorePort
internal import Synchronization
internal import Syntax

/// The catalog and the policies as last read, with the leaves that they are as of.
struct CatalogMemory {
    /// What stands at one moment.
    var standing = Standing(catalog: Catalog(), catalogDigest: Self.digest(of: []), policies: PolicySet())
    /// Hash of the leaf that last changed the catalog; nil where nothing was read.
    var catalogRevision: [UInt8]?
    /// Hash of the leaf that last changed the policies; nil where none did.
    var policyRevision: [UInt8]?

    /// Digest of a catalog's items, whatever their order.
    static func digest(of items: [(item: CatalogItem, node: Node)]) -> Digest {
        let lines = items.map { item, node in
            "\(item.kind.rawValue)/\(item.name) \(Digest(of: CanonicalJSON.bytes(of: node, numbers: .exact)))\n"
        }
        return Digest(of: lines.sorted().joined())
    }
}

extension Registry {
    /// The catalog and the policies at the moment of a snapshot.
    ///
    /// What was read before serves again while the last leaf that changed it is the same. The leaf is known by its hash:
    /// a write that was undone leaves its number to another, and never its hash.
    func standing(_ snapshot: any StoreSnapshot) throws -> Standing {
        let catalogRevision = try snapshot.revision(of: "catalog")
        let policyRevision = try snapshot.revision(of: "policy")
        let known = memory.withLock { $0 }
        let hasCatalog = known.catalogRevision == catalogRevision
        let hasPolicies = known.policyRevision == policyRevision
        guard !hasCatalog || !hasPolicies else { return known.standing }
        let (catalog, digest) =
            try hasCatalog ? (known.standing.catalog, known.standing.catalogDigest) : readCatalog(snapshot)
        let policies =
            try hasPolicies ? known.standing.policies : PolicySet(readPolicies(snapshot).map(\.policy))
        let standing = Standing(catalog: catalog, catalogDigest: digest, policies: policies)
        memory.withLock {
            $0 = CatalogMemory(
                standing: standing,
                catalogRevision: catalogRevision,
                policyRevision: policyRevision
            )
        }
        return standing
    }

    private func readCatalog(_ snapshot: any StoreSnapshot) throws -> (Catalog, Digest) {
        let items = try CatalogItem.Kind.allCases.flatMap { try storedItems($0, snapshot) }
        return (Catalog(items.map(\.item)), CatalogMemory.digest(of: items))
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
    /// What is stored of a token and of a person; the same rows stand for the same principal.
    func identityRows(of token: Digest, _ person: PersonID) throws -> [Row?] {
        [try row(in: "token", key: token.hex), try personRow(person)]
    }

    private func personRow(_ id: PersonID) throws -> Row? {
        try row(in: "catalog", key: "\(CatalogItem.Kind.people.rawValue)/\(id)")
    }

    /// A person of the catalog, or nil.
    func person(_ id: PersonID) throws -> Person? {
        guard let row = try personRow(id),
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
