internal import Contracts

/// Protobuf files that have been read together, with every name resolved.
///
/// Elements lie in flat arrays and refer to each other by index. The files that are built in come first.
package struct ProtobufSchema: Sendable {
    var names = NameTable()
    var texts = Layered<SourceText>()
    var files = Layered<FileElement>()
    var imports = Layered<ImportElement>()
    var messages = Layered<MessageElement>()
    var fields = Layered<FieldElement>()
    var oneofs = Layered<OneofElement>()
    var enums = Layered<EnumElement>()
    var values = Layered<EnumValueElement>()
    var services = Layered<ServiceElement>()
    var methods = Layered<MethodElement>()
    var ranges = Layered<NumberRange>()
    var reserved = Layered<ReservedName>()
    var options = Layered<[OptionEntry]>()
    var rawOptions = Layered<[RawOption]>()
    var defaults = Layered<DefaultValue>()
    /// What each name stands for as a full name; by the name's number.
    var symbols: [Symbol] = []
    /// Which files are built in, and not of the schema itself.
    var builtIn: [Bool] = []
    /// Indices of the extensions, by file.
    var wellKnown = WellKnownPlaces()
    /// Whether a file declares annotations that are compared.
    var hasAnnotations = false

    init() {}

    /// Makes all elements such as schemas share that begin as copies of this one.
    mutating func share() {
        texts.share()
        files.share()
        imports.share()
        messages.share()
        fields.share()
        oneofs.share()
        enums.share()
        values.share()
        services.share()
        methods.share()
        ranges.share()
        reserved.share()
        options.share()
        rawOptions.share()
        defaults.share()
    }

    /// The files that the schema itself consists of.
    var ownFiles: [Int] { files.indices.filter { !builtIn[$0] } }

    /// The place of an element in its file.
    func place(_ offset: Int, file: Int, _ address: String) -> Place {
        Place(pointer: address, position: texts[file].position(offset), file: names.text(files[file].path))
    }
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
