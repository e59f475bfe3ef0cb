internal import Contracts

/// What a comparison of two Avro schemas can find; the raw value is the rule's id.
///
/// The first six are the incompatibility types of Apache Avro's `SchemaCompatibility`. The others break nothing that
/// reads data, and are told because people want to know.
package enum AvroRule: String, Hashable, Sendable, CaseIterable {
    case nameMismatch = "NAME_MISMATCH"
    case fixedSizeMismatch = "FIXED_SIZE_MISMATCH"
    case missingEnumSymbols = "MISSING_ENUM_SYMBOLS"
    case readerFieldMissingDefault = "READER_FIELD_MISSING_DEFAULT_VALUE"
    case typeMismatch = "TYPE_MISMATCH"
    case missingUnionBranch = "MISSING_UNION_BRANCH"

    case logicalTypeChanged = "LOGICAL_TYPE_CHANGED"
    case precisionLost = "PROMOTION_LOSES_PRECISION"
    case defaultRemoved = "DEFAULT_REMOVED"

    case defaultAdded = "DEFAULT_ADDED"
    case defaultChanged = "DEFAULT_CHANGED"
    case fieldAdded = "FIELD_ADDED"
    case fieldRemoved = "FIELD_REMOVED"
    case fieldRenamed = "FIELD_RENAMED"
    case fieldsReordered = "FIELDS_REORDERED"
    case sortOrderChanged = "SORT_ORDER_CHANGED"
    case symbolsAdded = "ENUM_SYMBOLS_ADDED"
    case symbolsRemoved = "ENUM_SYMBOLS_REMOVED"
    case symbolsReordered = "ENUM_SYMBOLS_REORDERED"
    case enumDefaultChanged = "ENUM_DEFAULT_CHANGED"
    case branchesReordered = "UNION_BRANCHES_REORDERED"
    case textBytesChanged = "STRING_BYTES_CHANGED"
    case namespaceChanged = "NAMESPACE_CHANGED"
    case typeRenamed = "TYPE_RENAMED"
    case aliasesAdded = "ALIASES_ADDED"
    case aliasesRemoved = "ALIASES_REMOVED"
    case docChanged = "DOC_CHANGED"
}

extension AvroRule {
    /// How much a finding weighs before modes and policies.
    var severity: Severity {
        switch self {
        case .nameMismatch, .fixedSizeMismatch, .missingEnumSymbols, .readerFieldMissingDefault, .typeMismatch,
            .missingUnionBranch:
            .error
        case .logicalTypeChanged, .precisionLost, .defaultRemoved: .warning
        default: .info
        }
    }

    /// The section of the specification.
    var source: String {
        let section =
            switch self {
            case .logicalTypeChanged: "Logical Types"
            case .aliasesAdded, .aliasesRemoved, .fieldRenamed, .typeRenamed: "Aliases"
            case .sortOrderChanged: "Sort Order"
            case .docChanged, .namespaceChanged: "Names"
            default: "Schema Resolution"
            }
        return "Avro 1.12 specification, \(section)"
    }

    /// What it reports, and why that matters.
    var told: (summary: String, why: String) {
        switch self {
        case .nameMismatch:
            (
                "The reader's named type has another name than the writer's and no alias for it.",
                "Readers find the type of written data by its name without namespace, or by an alias."
            )
        case .fixedSizeMismatch:
            ("A fixed type has another size.", "Readers take as many bytes as their own schema says.")
        case .missingEnumSymbols:
            (
                "The writer's enum has symbols that the reader's has not, and the reader's has no default.",
                "A reader that meets such a symbol stops with an error."
            )
        case .readerFieldMissingDefault:
            (
                "The reader's record has a field that the writer's has not, and no default for it.",
                "Nothing says what the reader is to put there."
            )
        case .typeMismatch:
            (
                "The reader's type is neither the writer's nor one that it is promoted to.",
                "Readers stop with an error before they read any value."
            )
        case .missingUnionBranch:
            (
                "The writer's type, or a branch of its union, is read by no branch of the reader's union.",
                "Readers stop with an error at the first value of that branch."
            )
        case .logicalTypeChanged:
            (
                "A value means something else: another logical type, precision or scale.",
                "No reader notices, since the stored type is the same, and takes for example cents for units."
            )
        case .precisionLost:
            (
                "An int or long is read as a floating-point number that cannot hold all of them.",
                "Large numbers are rounded without an error."
            )
        case .defaultRemoved:
            (
                "A field that stays has no default any more.",
                "Data written before the field existed cannot be read any more, though the last version's can."
            )
        case .defaultAdded: ("A field that stays has a default now.", "Data without the field can be read from now on.")
        case .defaultChanged:
            ("A field's default is another value.", "Readers of data without the field see another value than before.")
        case .fieldAdded:
            ("A field with a default is new.", "Readers of older data see the default.")
        case .fieldRemoved:
            ("A field is gone that old readers have a default for.", "Old readers see the default from now on.")
        case .fieldRenamed:
            ("A field has a new name and keeps the old one as alias.", "Programs that name the field must change.")
        case .fieldsReordered:
            ("Fields stand in another order.", "Data is read the same; it is sorted and stored in the new order.")
        case .sortOrderChanged:
            ("A field is sorted by in another way.", "Data that was sorted before is not sorted any more.")
        case .symbolsAdded:
            ("An enum whose old version has a default has more symbols.", "Old readers see their default for them.")
        case .symbolsRemoved:
            (
                "An enum that has a default has fewer symbols.",
                "New readers see the default for the symbols that are gone."
            )
        case .symbolsReordered:
            ("The symbols of an enum stand in another order.", "Enums sort by the place of their symbols.")
        case .enumDefaultChanged:
            ("An enum has another default, or has one or none now.", "Unknown symbols are read otherwise than before.")
        case .branchesReordered:
            (
                "The branches of a union stand in another order.",
                "Readers that do not find a branch by name try in order."
            )
        case .textBytesChanged:
            (
                "A string became bytes, or the reverse.",
                "Data is read; programs see another type, and bytes may be no text."
            )
        case .namespaceChanged:
            (
                "A named type is in another namespace.",
                "Data is read, since names count without namespace; generated classes move."
            )
        case .typeRenamed:
            ("A named type has a new name and keeps the old one as alias.", "Generated classes get another name.")
        case .aliasesAdded: ("A type or field answers to more names.", "Data written under those names can be read.")
        case .aliasesRemoved:
            (
                "A type or field answers to fewer names.",
                "Data written under those names cannot be read any more, though the last version's can."
            )
        case .docChanged: ("The text for people changed.", "No data changes; what it means may.")
        }
    }
}
