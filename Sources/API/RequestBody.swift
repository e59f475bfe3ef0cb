internal import Contracts
internal import Crypto
internal import Governance
internal import HTTP
internal import Syntax

extension Request {
    /// The body as an object whose members are all known.
    ///
    /// - Throws: ``SyntaxFailure`` where it is no JSON; ``ContractFailure`` where a member is unknown.
    func object(known: Set<String>) throws -> MemberReader {
        let document = try Document.json(body, limits: .request)
        return try MemberReader(document.root, code: "REQUEST_INVALID", known: known)
    }

    /// A segment of the path that stands for a name.
    func name<Value>(_ segment: String, _ parse: (String) throws(NameError) -> Value) throws(NameError) -> Value {
        try parse(path[segment] ?? "")
    }

    /// The page that the query asks for.
    ///
    /// - Throws: ``RegistryError`` if it is none.
    func page() throws(RegistryError) -> PageRequest {
        guard let text = query["limit"] else { return try PageRequest(cursor: query["cursor"]) }
        guard let limit = Self.number(text) else {
            throw RegistryError(.invalid, "PAGE_LIMIT", "'\(text.prefix(20))' is no number of items", "use digits only")
        }
        return try PageRequest(limit: limit, cursor: query["cursor"])
    }

    /// How the log recognises this request.
    ///
    /// - Throws: ``RegistryError`` if the idempotency key is none.
    func mark() throws(RegistryError) -> RequestMark {
        let keys = fields.values(of: "Idempotency-Key")
        guard let key = keys.first else { return RequestMark(id: id.description) }
        let isSound =
            (1...Limit.idempotencyKey).contains(key.utf8.count) && key.utf8.allSatisfy { (33...126).contains($0) }
        guard isSound, keys.count == 1 else {
            throw RegistryError(
                .invalid,
                "IDEMPOTENCY_KEY_INVALID",
                "the idempotency key is not one text of 1 to \(Limit.idempotencyKey) visible ASCII characters",
                "use a new UUID for each request"
            )
        }
        let asked = Array("\(method.rawValue) \(target)\n".utf8) + body
        return RequestMark(id: id.description, idempotencyKey: key, bodyDigest: Digest(of: asked))
    }

    /// A whole number in the query, or nil where it is not given.
    ///
    /// - Throws: ``RegistryError`` if it is no number.
    func number(_ name: String) throws(RegistryError) -> UInt64? {
        guard let text = query[name] else { return nil }
        guard let number = Self.number(text) else {
            throw RegistryError(.invalid, "QUERY_INVALID", "'\(name)' is no whole number", "use digits only")
        }
        return UInt64(number)
    }

    /// A whole number of at most 18 digits and nothing else; nil for any other text.
    static func number(_ text: String) -> Int? {
        guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}

extension DocumentLimits {
    /// The limits of a request's body: the server limits its bytes, and a contract may be one string of it.
    static let request = DocumentLimits(depth: 64, nodes: 200_000, stringBytes: 32 << 20)
}
