package import Syntax

/// Why a policy or the gate says what it says.
package struct Reason: Hashable, Sendable {
    /// Stable code, such as `NOT_SYSTEM_OF_RECORD`; part of the API, as the sentence is not.
    package let code: String
    /// What is the case, in a sentence.
    package let message: String
    /// The field, contract or operation it is about, or nil for the whole change.
    package let path: String?
    /// The team that must act, or nil for the submitter.
    package let owner: TeamID?
    /// What to do, in a sentence, or nil where the message says it.
    package let remedy: String?

    /// A reason.
    package init(_ code: String, _ message: String, path: String? = nil, owner: TeamID? = nil, remedy: String? = nil) {
        self.code = code
        self.message = message
        self.path = path
        self.owner = owner
        self.remedy = remedy
    }

    /// `{"code", "message", "path"?, "owner"?, "remedy"?}`.
    package var json: JSON {
        var members: [JSON.Member] = [.init("code", .string(code)), .init("message", .string(message))]
        if let path { members.append(.init("path", .string(path))) }
        if let owner { members.append(.init("owner", .string(owner.name))) }
        if let remedy { members.append(.init("remedy", .string(remedy))) }
        return .object(members)
    }

    /// Reads what ``json`` wrote; nil if it is anything else.
    package init?(_ node: Node) {
        guard let code = node["code"]?.string, let message = node["message"]?.string else { return nil }
        self.init(
            code,
            message,
            path: node["path"]?.string,
            owner: node["owner"]?.string.flatMap { try? TeamID(parsing: $0) },
            remedy: node["remedy"]?.string
        )
    }
}
