package import Contracts
internal import Crypto
package import Policies
internal import StorePort
package import Syntax

/// What declaring something does.
package enum Declared: String, Hashable, Sendable {
    case new
    case changed
    case unchanged
}

extension Registry {
    /// The catalog and the policies in force.
    package func standing() throws -> Standing {
        try store.read { try standing($0) }
    }

    /// The items of a kind with their text, by name.
    package func items(_ kind: CatalogItem.Kind) throws -> [(item: CatalogItem, node: Node)] {
        try store.read { try storedItems(kind, $0) }
    }

    /// Declares a catalog item; declaring the same again changes nothing.
    ///
    /// - Throws: ``ContractFailure`` where the text is no item; ``RegistryError`` where it names a team or system that
    ///   is not in the catalog, or the caller is no admin.
    package func declare(
        _ kind: CatalogItem.Kind,
        _ node: Node,
        by principal: Principal,
        _ request: RequestMark
    ) async throws -> Declared {
        try principal.require(.admin)
        let item = try CatalogItem(kind, node)
        let text = CanonicalJSON.bytes(of: node, numbers: .exact)
        let missing = try missingMentions(of: item)
        guard missing.isEmpty else {
            throw RegistryError(
                .invalid,
                "CATALOG_UNKNOWN_NAME",
                "\(kind.rawValue) '\(item.name)' names \(missing.joined(separator: ", ")), not in the catalog",
                "declare those first"
            )
        }
        defer { if kind == .people { identityChanged() } }
        return try await write(as: principal, request) { ledger in
            guard ledger.earlier == nil else { return .unchanged }
            let key = "\(kind.rawValue)/\(item.name)"
            let known = try ledger.declaredBody(in: "catalog", key)
            guard known != Digest(of: text) else { return .unchanged }
            try ledger.append(.catalogPut(kind, name: item.name, body: ledger.transaction.putBlob(text)))
            return known == nil ? .new : .changed
        }
    }

    /// What an item mentions and the catalog does not hold; looks at those rows only.
    private func missingMentions(of item: CatalogItem) throws -> [String] {
        try store.read { snapshot in
            try item.mentions
                .filter { try snapshot.row(in: "catalog", key: "\($0.kind.rawValue)/\($0.name)") == nil }
                .map { "\($0.kind.rawValue) '\($0.name)'" }
        }
    }

    /// The policies in force with their text, by name.
    package func policies() throws -> [(policy: Policy, node: Node)] {
        try store.read { try readPolicies($0) }
    }

    /// Puts a policy in force; the same again changes nothing.
    ///
    /// - Throws: ``ContractFailure`` where the text is no policy; ``RegistryError`` where the caller is no admin.
    package func declare(policy node: Node, by principal: Principal, _ request: RequestMark) async throws -> Declared {
        try principal.require(.admin)
        let policy = try Policy(node, functions: functions)
        let text = CanonicalJSON.bytes(of: node, numbers: .exact)
        return try await write(as: principal, request) { ledger in
            guard ledger.earlier == nil else { return .unchanged }
            let known = try ledger.declaredBody(in: "policy", policy.id.name)
            guard known != Digest(of: text) else { return .unchanged }
            try ledger.append(.policyPut(policy.id, body: ledger.transaction.putBlob(text)))
            return known == nil ? .new : .changed
        }
    }

    /// Takes a policy out of force.
    ///
    /// - Throws: ``RegistryError`` if there is none of that name, or the caller is no admin.
    package func removePolicy(_ id: PolicyID, by principal: Principal, _ request: RequestMark) async throws {
        try principal.require(.admin)
        try await write(as: principal, request) { ledger in
            guard ledger.earlier == nil else { return }
            guard try ledger.transaction.row(in: "policy", key: id.name) != nil else {
                throw RegistryError(
                    .missing,
                    "POLICY_UNKNOWN",
                    "there is no policy '\(id)'",
                    "see the list of policies"
                )
            }
            try ledger.append(.policyRemoved(id))
        }
    }
}

extension Ledger {
    /// Digest of the body that a declared thing has now, or nil where it was never declared.
    fileprivate func declaredBody(in collection: String, _ key: String) throws -> Digest? {
        guard let row = try transaction.row(in: collection, key: key) else { return nil }
        return try RecordReader(row.body).digest("body_sha256")
    }
}
