internal import Contracts
internal import Syntax

/// What can be wrong with a schema; the raw value is the stable code.
///
/// - SeeAlso: GraphQL, October 2021, section 3.
package enum SDLFault: String, Hashable, Sendable, CaseIterable {
    /// The text breaks the grammar.
    case syntax = "GRAPHQL_SYNTAX"
    /// A string has a bad escape or does not end.
    case string = "GRAPHQL_STRING"
    /// A number is none.
    case number = "GRAPHQL_NUMBER"
    /// The octets are not UTF-8.
    case encoding = "GRAPHQL_ENCODING"
    /// One of ``SDLLimits`` is exceeded.
    case limit = "GRAPHQL_LIMIT"
    /// An operation or fragment stands among the definitions.
    case executable = "GRAPHQL_EXECUTABLE"
    /// Nothing is defined.
    case empty = "GRAPHQL_EMPTY"
    /// A name is defined twice.
    case duplicate = "GRAPHQL_DUPLICATE"
    /// A type is used that nothing defines.
    case unknownType = "GRAPHQL_TYPE_UNKNOWN"
    /// A type stands where one of its kind may not.
    case typeKind = "GRAPHQL_TYPE_KIND"
    /// A text that is named as reference is not among the registered ones.
    case unresolvedReference = "REFERENCE_UNRESOLVED"

    /// A remark: there is no query root, or a root is no object type.
    case root = "GRAPHQL_ROOT"
    /// A remark: a type has no parts.
    case noParts = "GRAPHQL_TYPE_EMPTY"
    /// A remark: a name begins with two underscores.
    case reservedName = "GRAPHQL_NAME_RESERVED"
    /// A remark: a type does not have what its interfaces say.
    case interface = "GRAPHQL_INTERFACE"
    /// A remark: a default or argument is no value of its type.
    case value = "GRAPHQL_VALUE"
    /// A remark: a directive is not defined, may not stand there, or is applied wrongly.
    case directive = "GRAPHQL_DIRECTIVE"
    /// A remark: an input object can have no finite value.
    case inputCycle = "GRAPHQL_INPUT_CYCLE"
    /// A remark: what callers must send is deprecated.
    case deprecation = "GRAPHQL_DEPRECATION"
    /// A remark: a field of a `@oneOf` input object is required or has a default.
    case oneOf = "GRAPHQL_ONE_OF"
    /// A remark: a type is extended that nothing defines.
    case extensionOnly = "GRAPHQL_EXTENSION"
}

/// A fault at a byte of a text.
struct SDLFailure: Error {
    let fault: SDLFault
    let offset: Int
    let message: String

    init(_ fault: SDLFault, at offset: Int, _ message: String) {
        (self.fault, self.offset, self.message) = (fault, offset, message)
    }

    /// The failure as others see it.
    func failure(in text: JoinedText) -> ContractFailure {
        ContractFailure(fault.rawValue, at: text.place(ofByte: offset, "", SourceLines(of: text.bytes)), message)
    }
}

/// How large a schema may be; every limit has a name that its refusal repeats.
package struct SDLLimits: Hashable, Sendable {
    /// Size of the text in bytes.
    package var bytes: Int
    /// How deep lists and objects may nest in a value.
    package var depth: Int

    /// Limits; the defaults are those of a submitted contract.
    package init(bytes: Int = 32 << 20, depth: Int = 64) { (self.bytes, self.depth) = (bytes, depth) }

    /// The limits of a contract that is submitted or compared.
    package static let contract = SDLLimits()
}
