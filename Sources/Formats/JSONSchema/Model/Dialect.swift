/// A version of JSON Schema, or of OpenAPI's variant of it.
package enum Dialect: String, Hashable, Sendable, CaseIterable {
    case draft4 = "draft-04"
    case draft6 = "draft-06"
    case draft7 = "draft-07"
    case draft2019 = "2019-09"
    case draft2020 = "2020-12"
    /// The schema object of OpenAPI 3.0: `nullable`, boolean `exclusiveMinimum`, nothing beside `$ref`.
    case openAPI30 = "openapi-3.0"
    /// The schema object of OpenAPI 3.1: 2020-12 with a few annotations.
    case openAPI31 = "openapi-3.1"

    private static let addresses: [(part: String, dialect: Dialect)] = [
        ("json-schema.org/draft-04/schema", .draft4),
        ("json-schema.org/draft-06/schema", .draft6),
        ("json-schema.org/draft-07/schema", .draft7),
        ("json-schema.org/draft/2019-09/schema", .draft2019),
        ("json-schema.org/draft/2020-12/schema", .draft2020),
        ("spec.openapis.org/oas/3.1/dialect/base", .openAPI31),
    ]

    /// The dialect that `$schema` names, or nil if it is none of these; the scheme and an empty fragment do not count.
    package init?(schemaURI uri: String) {
        var text = Substring(uri)
        if text.hasSuffix("#") { text.removeLast() }
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) { text = text.dropFirst(scheme.count) }
        guard let known = Self.addresses.first(where: { $0.part == text }) else { return nil }
        self = known.dialect
    }

    private var age: Int {
        switch self {
        case .draft4, .openAPI30: 4
        case .draft6: 6
        case .draft7: 7
        case .draft2019: 2019
        case .draft2020, .openAPI31: 2020
        }
    }

    /// Keywords beside `$ref` are ignored.
    var ignoresSiblingsOfReference: Bool { age <= 7 }
    /// `exclusiveMinimum` is a flag of `minimum`.
    var hasBooleanExclusiveBounds: Bool { age == 4 }
    /// `true` and `false` are schemas, and `const`, `contains` and `propertyNames` are known.
    var hasBooleanSchemas: Bool { age >= 6 }
    /// `if`, `then` and `else` are known.
    var hasConditionals: Bool { age >= 7 }
    /// `$anchor`, `dependentRequired`, `unevaluated…`, `minContains` are known.
    var hasVocabularies: Bool { age >= 2019 }
    /// `items` with an array and `additionalItems` are known.
    var hasItemTuples: Bool { age <= 2019 && self != .openAPI30 }
    /// `prefixItems` and `$dynamicRef` are known, and `contains` evaluates items.
    var hasPrefixItems: Bool { age >= 2020 }
    /// `$recursiveRef` is known.
    var hasRecursiveReference: Bool { self == .draft2019 }
    /// `nullable` is known.
    var hasNullable: Bool { self == .openAPI30 }
    /// `format` asks something of texts: later drafts made it an annotation.
    var assertsFormats: Bool { age <= 7 && self != .openAPI30 }
    /// The keyword that names a schema.
    var identifierWord: SchemaWord { age == 4 ? .legacyID : .id }
    /// `$id` with only a fragment names an anchor.
    var hasFragmentIdentifiers: Bool { age <= 7 }
    /// `$id` is known.
    var hasIdentifiers: Bool { self != .openAPI30 }
}
