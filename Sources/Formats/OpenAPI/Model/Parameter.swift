package import Syntax

/// A parameter of an operation.
///
/// - SeeAlso: OpenAPI 3.1.1, section 4.8.12.
package struct Parameter: Sendable {
    /// Where a parameter is carried.
    package enum Location: String, Hashable, Sendable, CaseIterable {
        case path, query, header, cookie
    }

    /// Where the parameter is carried.
    package let location: Location
    /// The name as it is written.
    package let name: String
    /// Whether it must be sent, and how its value is written.
    package let value: CarriedValue

    /// Where the parameter is declared.
    package var node: Node { value.node }

    /// Header parameters that the specification tells readers to pass over, since other fields describe them.
    var isIgnored: Bool {
        location == .header && ["accept", "content-type", "authorization"].contains(name.lowercased())
    }
}

/// A value outside of a body: a parameter's or a header's.
package struct CarriedValue: Sendable {
    /// Where it is declared.
    package let node: Node
    /// Whether it must be there.
    package let isRequired: Bool
    /// Whether it should no longer be used, and until when it is there.
    package let lifecycle: Lifecycle
    /// How the value becomes text.
    package let writing: Writing

    /// How a value becomes text.
    package enum Writing: Sendable {
        /// By the rules of a style.
        case style(Style, SchemaUse?)
        /// As a document of a media type.
        case content(MediaContent)
    }

    /// The rules by which arrays and objects become text.
    package struct Style: Hashable, Sendable {
        /// Such as `form` or `simple`.
        package let name: String
        /// Whether every element has a part of its own.
        package let isExploded: Bool
        /// Whether reserved characters stand for themselves.
        package let allowsReserved: Bool
    }

    /// What the value may be, or nil where nothing is said.
    package var schema: SchemaUse? {
        switch writing {
        case .style(_, let schema): schema
        case .content(let content): content.schema
        }
    }
}
