internal import Syntax

/// What a party must show; one of the alternatives is enough, and none means that nothing is asked.
struct Security: Sendable {
    /// One way in.
    struct Alternative: Sendable {
        let node: Node
        /// All of them are asked together.
        let needs: [Need]

        /// What people call it.
        var name: String { needs.map(\.scheme.name).joined(separator: " and ") }
    }

    /// One kind of credentials.
    struct Need: Sendable {
        let scheme: SecurityScheme
        let scopes: Set<String>
    }

    let node: Node
    let alternatives: [Alternative]
}

/// A kind of credentials; what it is called in a document does not count.
struct SecurityScheme: Sendable {
    /// Its type, such as `oauth2`.
    let name: String
    /// All that credentials depend on, in one form.
    let identity: [UInt8]
}
