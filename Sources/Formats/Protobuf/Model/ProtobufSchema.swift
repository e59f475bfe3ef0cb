internal import Contracts

/// Protobuf files that have been read together, with every name resolved.
///
/// Elements lie in flat arrays and refer to each other by index. The files that are built in come first. It is a class so
/// that to look at one of its many arrays touches no other.
package final class ProtobufSchema: SchemaElements {
    let names: NameTable
    let texts: Layered<SourceText>
    let files: Layered<FileElement>
    let imports: Layered<ImportElement>
    let messages: Layered<MessageElement>
    let fields: Layered<FieldElement>
    let oneofs: Layered<OneofElement>
    let enums: Layered<EnumElement>
    let values: Layered<EnumValueElement>
    let services: Layered<ServiceElement>
    let methods: Layered<MethodElement>
    let ranges: Layered<NumberRange>
    let reserved: Layered<ReservedName>
    let options: Layered<[OptionEntry]>
    let defaults: Layered<DefaultValue>
    /// What each name stands for as a full name; by the name's number.
    let symbols: Layered<Symbol>
    /// Which files are built in, and not of the schema itself.
    let builtIn: [Bool]
    let wellKnown: WellKnownPlaces
    /// Whether a file declares annotations that are compared.
    let hasAnnotations: Bool

    /// The schema that a draft has become.
    init(_ draft: borrowing SchemaDraft) {
        names = draft.names
        texts = draft.texts
        files = draft.files
        imports = draft.imports
        messages = draft.messages
        fields = draft.fields
        oneofs = draft.oneofs
        enums = draft.enums
        values = draft.values
        services = draft.services
        methods = draft.methods
        ranges = draft.ranges
        reserved = draft.reserved
        options = draft.options
        defaults = draft.defaults
        symbols = draft.symbols
        builtIn = draft.builtIn
        wellKnown = draft.wellKnown
        hasAnnotations = Self.annotations.contains { draft.names.find($0) != nil }
    }

    /// The files that the schema itself consists of.
    var ownFiles: [Int] { files.indices.filter { !builtIn[$0] } }
}

/// What a full name stands for.
struct Symbol: Sendable, Hashable {
    enum Kind: UInt8, Sendable {
        case none, package, message, enumeration, value, field, oneof, service, method
    }

    var kind = Kind.none
    var index = 0
    var file = 0

    /// Whether other names may lie inside of it.
    var isAggregate: Bool {
        switch kind {
        case .package, .message, .enumeration, .service: true
        default: false
        }
    }

    /// Whether fields can be of it.
    var isType: Bool { kind == .message || kind == .enumeration }

    /// Such as `a service`.
    var noun: String {
        switch kind {
        case .none: "nothing"
        case .package: "a package"
        case .message: "a message"
        case .enumeration: "an enum"
        case .value: "an enum value"
        case .field: "a field"
        case .oneof: "a oneof"
        case .service: "a service"
        case .method: "a method"
        }
    }
}

/// Where the messages are that options are made of.
struct WellKnownPlaces: Sendable {
    var fileOptions = -1
    var messageOptions = -1
    var fieldOptions = -1
    var oneofOptions = -1
    var enumOptions = -1
    var valueOptions = -1
    var serviceOptions = -1
    var methodOptions = -1
    var rangeOptions = -1
    var featureSet = -1
    var anyMessage = -1
}
