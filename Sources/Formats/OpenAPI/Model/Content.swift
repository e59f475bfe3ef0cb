package import Syntax

/// One media type of a body and what it carries.
package struct MediaContent: Sendable {
    /// The media type or range.
    package let range: MediaRange
    /// Where it is declared.
    package let node: Node
    /// What the body may be, or nil where nothing is said.
    package let schema: SchemaUse?
    /// How parts of a form are written, by the name of the part, as canonical text.
    package let encoding: [String: EncodingRule]
}

/// How one part of a form is written.
///
/// - SeeAlso: OpenAPI 3.1.1, section 4.8.15.
package struct EncodingRule: Sendable {
    /// Where it is declared.
    package let node: Node
    /// The media types that the part may have, as written; nil where the type decides.
    package let contentType: String?
    /// The style, or nil where the media type decides.
    package let style: CarriedValue.Style?
    /// The headers of the part, where the form is a multipart one.
    package let headers: [Header]
}

/// A request body.
package struct RequestBody: Sendable {
    /// Where it is declared.
    package let node: Node
    /// Whether it must be sent.
    package let isRequired: Bool
    /// The media types in the order of the text.
    package let content: [MediaContent]
}

/// A response.
package struct Response: Sendable {
    /// The status codes that it is declared for.
    package let status: StatusRange
    /// Where it is declared: behind the reference where there is one.
    package let node: Node
    /// The media types in the order of the text; empty for a response without a body.
    package let content: [MediaContent]
    /// The headers in the order of the text.
    package let headers: [Header]
}

/// A header of a response.
package struct Header: Sendable {
    /// The name as it is written; compared without regard to case.
    package let name: String
    /// Whether it is always sent, and how its value is written.
    package let value: CarriedValue
}
