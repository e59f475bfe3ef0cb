import Syntax

/// What about a schema changed; the raw value is how the field's names for the change begin.
package enum Aspect: String, Hashable, Sendable, CaseIterable {
    case schema = "SCHEMA"
    case type = "TYPE"
    case values = "ENUM_ARRAY"
    case minimum = "MINIMUM"
    case exclusiveMinimum = "EXCLUSIVE_MINIMUM"
    case maximum = "MAXIMUM"
    case exclusiveMaximum = "EXCLUSIVE_MAXIMUM"
    case multipleOf = "MULTIPLE_OF"
    case minLength = "MIN_LENGTH"
    case maxLength = "MAX_LENGTH"
    case pattern = "PATTERN"
    case format = "FORMAT"
    case minItems = "MIN_ITEMS"
    case maxItems = "MAX_ITEMS"
    case uniqueItems = "UNIQUE_ITEMS"
    case minContains = "MIN_CONTAINS"
    case maxContains = "MAX_CONTAINS"
    case item = "ITEM"
    case additionalItems = "ADDITIONAL_ITEMS"
    case unevaluatedItems = "UNEVALUATED_ITEMS"
    case minProperties = "MIN_PROPERTIES"
    case maxProperties = "MAX_PROPERTIES"
    case required = "REQUIRED_ATTRIBUTE"
    case property = "PROPERTY"
    case requiredProperty = "REQUIRED_PROPERTY"
    case optionalProperty = "OPTIONAL_PROPERTY"
    case patternProperties = "PATTERN_PROPERTIES"
    case propertyNames = "PROPERTY_NAMES"
    case additionalProperties = "ADDITIONAL_PROPERTIES"
    case unevaluatedProperties = "UNEVALUATED_PROPERTIES"
    case dependencyArray = "DEPENDENCY_ARRAY"
    case dependencySchema = "DEPENDENCY_SCHEMA"
    case sum = "SUM_TYPE"
    case combination = "COMBINED_TYPE"
    case negation = "NOT_TYPE"
    case conditional = "CONDITIONAL"

    /// The keywords that say it, most telling first.
    var keywords: [String] {
        switch self {
        case .schema: []
        case .values: ["enum", "const"]
        case .item: ["prefixItems", "items"]
        case .additionalItems: ["additionalItems", "items"]
        case .minContains: ["minContains", "contains"]
        case .maxContains: ["maxContains", "contains"]
        case .required: ["required"]
        case .property, .requiredProperty, .optionalProperty: ["properties"]
        case .dependencyArray: ["dependentRequired", "dependencies"]
        case .dependencySchema: ["dependentSchemas", "dependencies"]
        case .sum, .combination: ["oneOf", "anyOf"]
        case .negation: ["not"]
        case .conditional: ["if"]
        default: [Self.camelCase(rawValue)]
        }
    }

    private static func camelCase(_ name: String) -> String {
        let words = name.lowercased().split(separator: "_")
        return words.enumerated().map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
    }

    /// The value that says it in a schema, or else the schema.
    func node(in document: SchemaDocument, _ id: SchemaID) -> Node? {
        guard Int(id.index) < document.schemas.count else { return nil }
        let node = document[document.target(of: id)].node
        return keywords.lazy.compactMap { node?[$0] }.first ?? node
    }

    /// Bounds from above; a lower one asks for more.
    var isCeiling: Bool {
        switch self {
        case .maximum, .exclusiveMaximum, .maxLength, .maxItems, .maxContains, .maxProperties: true
        default: false
        }
    }

    /// The bound of this kind that a keyword is, if it is one.
    func bound(in keyword: Keyword) -> ExactNumber? {
        switch (self, keyword) {
        case (.minimum, .minimum(let bound, false)), (.exclusiveMinimum, .minimum(let bound, true)): bound
        case (.maximum, .maximum(let bound, false)), (.exclusiveMaximum, .maximum(let bound, true)): bound
        case (.minLength, .minLength(let size)), (.maxLength, .maxLength(let size)): ExactNumber(size)
        case (.minItems, .minItems(let size)), (.maxItems, .maxItems(let size)): ExactNumber(size)
        case (.minProperties, .minProperties(let size)), (.maxProperties, .maxProperties(let size)): ExactNumber(size)
        case (.minContains, .contains(let contains)): ExactNumber(contains.minimum)
        case (.maxContains, .contains(let contains)): contains.maximum.map { ExactNumber($0) }
        default: nil
        }
    }

    /// The kind of bound that a keyword is, or nil.
    init?(boundOf keyword: Keyword) {
        guard let aspect = Self.allCases.first(where: { $0.bound(in: keyword) != nil }) else { return nil }
        self = aspect
    }
}

/// How an aspect changed from the old version to the new one; the raw value is how the field's names end.
package enum Change: String, Hashable, Sendable, CaseIterable {
    case added = "ADDED"
    case removed = "REMOVED"
    case increased = "INCREASED"
    case decreased = "DECREASED"
    case extended = "EXTENDED"
    case narrowed = "NARROWED"
    case expanded = "EXPANDED"
    case reduced = "REDUCED"
    case changed = "CHANGED"
    case addedToOpenModel = "ADDED_TO_OPEN_CONTENT_MODEL"
    case addedToClosedModel = "ADDED_TO_UNOPEN_CONTENT_MODEL"
    case addedToPartiallyOpenModel = "ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL"
    case removedFromOpenModel = "REMOVED_FROM_OPEN_CONTENT_MODEL"
    case removedFromClosedModel = "REMOVED_FROM_CLOSED_CONTENT_MODEL"
    case removedFromPartiallyOpenModel = "REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL"
    case subschemasChanged = "SUBSCHEMAS_CHANGED"
}

/// The name of a difference in the words of the field: what changed and how.
package struct DifferenceKind: Hashable, Sendable {
    /// What changed.
    package let aspect: Aspect
    /// How.
    package let change: Change

    /// A kind.
    package init(_ aspect: Aspect, _ change: Change) {
        self.aspect = aspect
        self.change = change
    }

    /// Such as `REQUIRED_ATTRIBUTE_ADDED`.
    package var name: String { "\(aspect.rawValue)_\(change.rawValue)" }
}
