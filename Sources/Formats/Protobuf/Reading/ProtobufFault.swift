/// What can be wrong with Protobuf files; the raw value is the stable code.
///
/// - SeeAlso: Protocol Buffers, "Language Specification" of proto2, proto3 and editions.
enum ProtobufFault: String, Hashable, Sendable, CaseIterable {
    /// The text does not follow the grammar.
    case syntax = "PROTOBUF_SYNTAX"
    /// A file that is imported is not there, or imports lead in a circle.
    case unresolvedImport = "PROTOBUF_IMPORT"
    /// A name that nothing defines, or that stands for something else.
    case unknownName = "PROTOBUF_NAME_UNKNOWN"
    /// A name that is taken.
    case duplicateName = "PROTOBUF_NAME_DUPLICATE"
    /// A name that may not be used there.
    case name = "PROTOBUF_NAME"
    /// A number that is taken, reserved or out of range.
    case number = "PROTOBUF_NUMBER"
    /// Ranges that overlap or run backwards.
    case range = "PROTOBUF_RANGE"
    /// A label that the syntax does not allow there.
    case label = "PROTOBUF_LABEL"
    /// A type that may not be used there.
    case type = "PROTOBUF_TYPE"
    /// A default that does not fit.
    case defaultValue = "PROTOBUF_DEFAULT"
    /// An option that does not exist or has a wrong value.
    case option = "PROTOBUF_OPTION"
    /// A feature that may not be set there.
    case feature = "PROTOBUF_FEATURE"
    /// Two fields have one name in JSON.
    case jsonName = "PROTOBUF_JSON_NAME"
    /// An element lacks what it must have.
    case incomplete = "PROTOBUF_INCOMPLETE"
    /// A descriptor's bytes cannot be read.
    case descriptor = "PROTOBUF_DESCRIPTOR"
    /// A schema is larger or deeper than ``ProtobufLimits`` allow.
    case limit = "PROTOBUF_LIMIT"
}

/// How large a schema may be; every limit has a name that its refusal repeats.
struct ProtobufLimits: Sendable {
    /// Bytes of all files together.
    var bytes = 64 << 20
    /// Files of one schema.
    var files = 20_000
    /// Messages in messages.
    var nesting = 31
    /// Values in the values of an option.
    var valueNesting = 64
    /// Fields, values, methods and types of one schema.
    var elements = 2_000_000

    /// The limits of a contract.
    static let contract = ProtobufLimits()
}
