/// Consecutive elements of one of a schema's arrays, or bytes of its text.
struct Extent: Hashable, Sendable {
    /// The first.
    var start: UInt32
    /// The one behind the last.
    var end: UInt32

    init() { (start, end) = (0, 0) }
    init(_ start: Int, _ end: Int) { (self.start, self.end) = (UInt32(start), UInt32(end)) }

    var range: Range<Int> { Int(start)..<Int(end) }
    var isEmpty: Bool { start == end }
    var count: Int { Int(end - start) }
}

/// What a named type is.
enum TypeKind: UInt8, Hashable, Sendable {
    case scalar, object, interface, union, enumeration, input

    /// Whether values of it may be asked for.
    var isOutput: Bool { self != .input }
    /// Whether values of it may be sent.
    var isInput: Bool { self == .scalar || self == .enumeration || self == .input }
    /// Whether fields are selected from it, or it is told apart by fragments.
    var isComposite: Bool { self == .object || self == .interface || self == .union }
    /// Whether it has no parts.
    var isLeaf: Bool { self == .scalar || self == .enumeration }

    /// The kind in a sentence, such as `an object type`.
    var phrase: String {
        switch self {
        case .scalar: "a scalar"
        case .object: "an object type"
        case .interface: "an interface"
        case .union: "a union"
        case .enumeration: "an enum"
        case .input: "an input object"
        }
    }
}

/// A named type, its extensions included.
struct TypeDefinition: Sendable {
    let kind: TypeKind
    let name: NameID
    /// Where its name stands, in bytes.
    let offset: UInt32
    /// The description's token; empty where there is none.
    var description = Extent()
    /// In ``GraphQLSchema/references``.
    var interfaces = Extent()
    /// Fields, input fields or values, in ``GraphQLSchema/fields``.
    var members = Extent()
    /// Members of a union, in ``GraphQLSchema/references``.
    var types = Extent()
    /// In ``GraphQLSchema/applied``.
    var applied = Extent()
    /// All of its text; empty where it is in several pieces.
    var text = Extent()
    /// Whether it was found in an `extend` only.
    var isExtension = false
}

/// A field, an input field, an argument or a value of an enum.
struct Member: Sendable {
    let name: NameID
    /// Where its name stands, in bytes.
    let offset: UInt32
    /// The description's token; empty where there is none.
    var description = Extent()
    /// A value of an enum has its own name there.
    var type: TypeReference
    /// In ``GraphQLSchema/arguments``.
    var arguments = Extent()
    /// The default in ``GraphQLSchema/values``; -1 where there is none.
    var value: Int32 = -1
    /// In ``GraphQLSchema/applied``.
    var applied = Extent()

    var hasDefault: Bool { value >= 0 }
    /// Whether callers must send it.
    var isRequired: Bool { type.isNonNull && !hasDefault }
}

/// A name that refers to a type.
struct NameReference: Sendable {
    let name: NameID
    /// Where it stands, in bytes.
    let offset: UInt32
}

/// A directive's definition.
struct DirectiveDefinition: Sendable {
    let name: NameID
    /// Where its name stands, in bytes.
    let offset: UInt32
    var description = Extent()
    /// In ``GraphQLSchema/arguments``.
    var arguments = Extent()
    var isRepeatable = false
    var locations = Locations()
    /// All of its text.
    var text = Extent()
}

/// A directive where it is applied.
struct AppliedDirective: Sendable {
    let name: NameID
    /// Where its `@` stands, in bytes.
    let offset: UInt32
    /// In ``GraphQLSchema/given``.
    var arguments = Extent()
}

/// An argument that is given to a directive.
struct GivenArgument: Sendable {
    let name: NameID
    let offset: UInt32
    /// In ``GraphQLSchema/values``.
    let value: Int32
}

/// The operations and what is said of the schema as a whole.
struct SchemaDefinition: Sendable {
    /// Query, mutation and subscription, where named.
    var roots: [NameReference?] = [nil, nil, nil]
    /// Where `schema` stands, in bytes; nil where nothing defines it.
    var offset: UInt32?
    var description = Extent()
    var applied = Extent()
}
