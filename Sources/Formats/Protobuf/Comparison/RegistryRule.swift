/// What changes are called by the convention of schema registries; the raw value is the rule's id.
package enum RegistryRule: String, Hashable, Sendable, CaseIterable {
    case messageRemoved = "MESSAGE_REMOVED"
    case fieldKindChanged = "FIELD_KIND_CHANGED"
    case fieldScalarKindChanged = "FIELD_SCALAR_KIND_CHANGED"
    case fieldNamedTypeChanged = "FIELD_NAMED_TYPE_CHANGED"
    case fieldNumericLabelChanged = "FIELD_NUMERIC_LABEL_CHANGED"
    case requiredFieldAdded = "REQUIRED_FIELD_ADDED"
    case requiredFieldRemoved = "REQUIRED_FIELD_REMOVED"
    case oneofFieldRemoved = "ONEOF_FIELD_REMOVED"
    case multipleFieldsMovedToOneof = "MULTIPLE_FIELDS_MOVED_TO_ONEOF"
    case fieldMovedToExistingOneof = "FIELD_MOVED_TO_EXISTING_ONEOF"
    case packageChanged = "PACKAGE_CHANGED"
}
