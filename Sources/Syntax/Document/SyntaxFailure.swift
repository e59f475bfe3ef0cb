/// Why a text could not be read as a document.
///
/// Says what was expected and found, where, and under which stable code.
public struct SyntaxFailure: Error, Hashable, Sendable {
    /// What kind of failure; the raw value is stable and part of the API.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The text breaks the grammar.
        case malformed = "SYNTAX_MALFORMED"
        /// The bytes are not UTF-8.
        case encoding = "SYNTAX_ENCODING"
        /// An object has the same key twice.
        case duplicateKey = "SYNTAX_DUPLICATE_KEY"
        /// A string names half of a surrogate pair.
        case loneSurrogate = "SYNTAX_LONE_SURROGATE"
        /// A named limit is exceeded: bytes, depth, nodes, string or number length.
        case limit = "SYNTAX_LIMIT"
        /// A YAML alias names no anchor, or contains itself.
        case alias = "SYNTAX_ALIAS"
        /// A YAML value has no counterpart in JSON, such as a mapping used as a key.
        case unrepresentable = "SYNTAX_UNREPRESENTABLE"
    }

    /// The stable code.
    public let code: Code
    /// Where the text stops making sense.
    public let position: SourcePosition
    /// What would have been right there.
    public let expected: String
    /// What stands there.
    public let found: String

    /// A failure at a position that is known already.
    public init(_ code: Code, at position: SourcePosition, expected: String, found: String) {
        self.code = code
        self.position = position
        self.expected = expected
        self.found = found
    }

    /// A failure at a byte of a text.
    public init(_ code: Code, atByte offset: Int, of source: [UInt8], expected: String, found: String) {
        self.init(code, at: SourcePosition(ofByte: offset, in: source), expected: expected, found: found)
    }
}

extension SyntaxFailure: CustomStringConvertible {
    /// Such as `line 2, column 5: expected ':', found '}'`.
    public var description: String { "\(position): expected \(expected), found \(found)" }
}
