package import Syntax

/// One call that an API answers, or makes (a webhook, a callback).
package struct Operation: Sendable {
    /// The method.
    package let method: HTTPMethod
    /// The path; for a webhook its name, for a callback the expression that gives the address.
    package let path: PathTemplate
    /// Where it is declared.
    package let node: Node
    /// The path item that it is part of.
    package let pathNode: Node
    /// The name that it is known by in programs.
    package let id: String?
    /// Whether it should no longer be used, and until when it is there.
    package let lifecycle: Lifecycle
    /// The tags, sorted.
    package let tags: [String]
    /// Its parameters, those of the path item included.
    package let parameters: [Parameter]
    /// What may be sent with it, or nil.
    package let requestBody: RequestBody?
    /// Its answers in the order of the text.
    package let responses: [Response]
    /// What lets a caller in.
    package let security: Security
    /// Where it is found.
    package let servers: Servers
    /// The calls that it makes back.
    package let callbacks: [Callback]

    /// Such as `GET /invoices/{id}`.
    package var name: String { "\(method.name) \(path.text)" }
}

/// Calls that an operation makes back.
package struct Callback: Sendable {
    /// The name under which it is declared.
    package let name: String
    /// Where it is declared.
    package let node: Node
    /// The calls; their paths are expressions.
    package let operations: [Operation]
}

/// Whether something should no longer be used, and until when it is there.
package struct Lifecycle: Hashable, Sendable {
    /// `deprecated: true`.
    package let isDeprecated: Bool
    /// The date of `x-sunset`, as written.
    package let sunset: String?
    /// The level of `x-stability-level`, as written.
    package let stability: String?

    /// Whether callers may count on it: drafts and alphas come and go.
    package var isPromised: Bool { stability != "draft" && stability != "alpha" }
}
