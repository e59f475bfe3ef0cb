internal import Contracts
internal import Syntax

/// What can be wrong with an Avro schema; the raw value is the stable code.
///
/// - SeeAlso: Avro 1.12 specification, "Schema Declaration".
enum AvroFault: String, Hashable, Sendable, CaseIterable {
    /// The value is no string, object or array, so no schema.
    case notASchema = "AVRO_NOT_A_SCHEMA"
    /// A name that nothing defines.
    case unknownType = "AVRO_TYPE_UNKNOWN"
    /// An attribute that must be there is not.
    case missingAttribute = "AVRO_ATTRIBUTE_MISSING"
    /// An attribute has a value of the wrong kind.
    case attributeType = "AVRO_ATTRIBUTE_TYPE"
    /// A name has characters that names do not have.
    case name = "AVRO_NAME"
    /// A type has the name of a primitive one.
    case reservedName = "AVRO_NAME_RESERVED"
    /// Two types that differ have the same full name.
    case redefinition = "AVRO_NAME_REDEFINED"
    /// A record has two fields with one name.
    case duplicateField = "AVRO_FIELD_DUPLICATE"
    /// An enumeration has a symbol twice.
    case duplicateSymbol = "AVRO_SYMBOL_DUPLICATE"
    /// An enumeration's default is none of its symbols.
    case enumDefault = "AVRO_ENUM_DEFAULT"
    /// A union directly in a union.
    case nestedUnion = "AVRO_UNION_NESTED"
    /// Two branches of a union that values cannot tell apart.
    case duplicateBranch = "AVRO_UNION_DUPLICATE"
    /// The size of a fixed type is no whole number from 0 to 2147483647.
    case size = "AVRO_FIXED_SIZE"
    /// The order of a field is none of the three.
    case order = "AVRO_ORDER"
    /// A default is no value of its field's type.
    case defaultValue = "AVRO_DEFAULT"
    /// A logical type that is not known or does not fit; readers ignore it.
    case logicalType = "AVRO_LOGICAL_TYPE"
    /// A schema has more types, fields or names than ``SchemaLimits`` allow.
    case limit = "AVRO_LIMIT"
    /// A set of files without a schema, or with one that has no name.
    case set = "AVRO_SET"
    /// A text that is named as reference is not among the registered ones.
    case unresolvedReference = "REFERENCE_UNRESOLVED"

    /// The failure at a value.
    func failure(at node: Node, _ message: String) -> ContractFailure {
        ContractFailure(rawValue, at: Place(node), message)
    }
}

/// How large a schema may be; every limit has a name that its refusal repeats.
///
/// How deep types may stand in each other is limited by the depth of the text, see `DocumentLimits`.
struct SchemaLimits: Sendable {
    /// Types of a schema, its references' texts included.
    var types = 500_000

    /// The limits of a contract.
    static let contract = SchemaLimits()
}
