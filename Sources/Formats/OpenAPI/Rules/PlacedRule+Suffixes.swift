internal import Contracts

extension PlacedRule.Suffix {
    /// Every change of a schema that can be reported at a place.
    static let all: [PlacedRule.Suffix] = types + values + bounds + objects + choices + parts + applied + lives + notes

    /// Whether it can be reported at a place.
    func applies(at place: PlacedRule.Place) -> Bool {
        switch words {
        case "type-specialized": !place.isRequest
        case "became-required", "became-optional": place.isNested
        case "schema-changed": !place.isNested
        default: true
        }
    }

    private static let types: [PlacedRule.Suffix] = [
        .init("type-changed", .replaces, "{type: string}", "{type: integer}"),
        .init("type-generalized", .widens, "{type: integer}", "{type: number}"),
        .init("type-specialized", .narrows, "{type: number}", "{type: integer}"),
        .init("type-compatible", .replaces, "{type: integer}", "{type: string, format: date}"),
        .init("list-of-types-widened", .widens, union("string", "integer"), union("string", "integer", "boolean")),
        .init("list-of-types-narrowed", .narrows, union("string", "integer", "boolean"), union("string", "integer")),
        .init("became-nullable", .widens, "{type: string}", "{type: [string, 'null']}"),
        .init("became-not-nullable", .narrows, "{type: [string, 'null']}", "{type: string}"),
        .init("value-forbidden", .narrows, "{type: string}", "false"),
        .init("value-allowed", .widens, "false", "{type: string}"),
        .init("schema-changed", .replaces, overlapping, "{type: object, additionalProperties: {type: string}}"),
    ]

    /// A pattern lets more values in than what is said of all other members; no keyword by itself tells that.
    private static let overlapping =
        "{type: object, additionalProperties: {type: string}, patternProperties: {^a$: true}}"

    private static func union(_ types: String...) -> String {
        "{anyOf: [\(types.map { "{type: \($0)}" }.joined(separator: ", "))]}"
    }

    private static let values: [PlacedRule.Suffix] = [
        .init("became-enum", .narrows, "{type: string}", "{type: string, enum: [a]}"),
        .init("enum-removed", .widens, "{type: string, enum: [a]}", "{type: string}"),
        .init("enum-value-removed", .narrows, "{type: string, enum: [a, b]}", "{type: string, enum: [a]}"),
        .init("enum-value-added", .widens, "{type: string, enum: [a]}", "{type: string, enum: [a, b]}"),
        .init("const-added", .narrows, "{type: string}", "{type: string, const: a}"),
        .init("const-removed", .widens, "{type: string, const: a}", "{type: string}"),
        .init("const-changed", .replaces, "{type: string, const: a}", "{type: string, const: b}"),
        .init(
            "x-extensible-enum-value-removed",
            .narrows,
            "{type: string, x-extensible-enum: [a, b]}",
            "{type: string, x-extensible-enum: [a]}"
        ),
        .init("pattern-added", .narrows, "{type: string}", "{type: string, pattern: ^a$}"),
        .init("pattern-removed", .widens, "{type: string, pattern: ^a$}", "{type: string}"),
        .init("pattern-generalized", .widens, "{type: string, pattern: ^a$}", "{type: string, pattern: '.*'}"),
        .init("pattern-changed", .replaces, .warning, "{type: string, pattern: ^a$}", "{type: string, pattern: ^b$}"),
        .init("multiple-of-added", .narrows, "{type: integer}", "{type: integer, multipleOf: 2}"),
        .init("multiple-of-removed", .widens, "{type: integer, multipleOf: 2}", "{type: integer}"),
        .init(
            "multiple-of-changed",
            .replaces,
            "{type: integer, multipleOf: 2}",
            "{type: integer, multipleOf: 3}"
        ),
        .init(
            "content-media-type-changed",
            .replaces,
            "{type: string, contentMediaType: text/plain}",
            "{type: string, contentMediaType: text/html}"
        ),
        .init(
            "content-encoding-changed",
            .replaces,
            "{type: string, contentEncoding: base64}",
            "{type: string, contentEncoding: base32}"
        ),
    ]

    private static let bounds: [PlacedRule.Suffix] = BoundKeyword.allCases.flatMap { keyword in
        let rest =
            switch keyword {
            case .maximum, .minimum, .exclusiveMaximum, .exclusiveMinimum: "type: number"
            case .maxLength, .minLength: "type: string"
            case .maxItems, .minItems: "type: array"
            case .maxProperties, .minProperties: "type: object"
            case .maxContains, .minContains: "type: array, contains: {type: string}"
            }
        func schema(_ bound: Int?) -> String {
            "{\(rest)\(bound.map { ", \(keyword.rawValue): \($0)" } ?? "")}"
        }
        let isUpper = keyword.side == .upper
        let (raised, lowered): (Tendency, Tendency) = isUpper ? (.widens, .narrows) : (.narrows, .widens)
        return [
            PlacedRule.Suffix("\(keyword.words)-set", .narrows, schema(nil), schema(3)),
            PlacedRule.Suffix("\(keyword.words)-unset", .widens, schema(3), schema(nil)),
            PlacedRule.Suffix("\(keyword.words)-increased", raised, schema(3), schema(5)),
            PlacedRule.Suffix("\(keyword.words)-decreased", lowered, schema(5), schema(3)),
        ]
    }

    private static let objects: [PlacedRule.Suffix] = {
        let closed = "{type: object, additionalProperties: false}"
        func both(_ name: String) -> String {
            let all = "{type: object, properties: {a: {}, b: {}}, additionalProperties: false}"
            return "{allOf: [\(all), {type: object, properties: {\(name): {}}, additionalProperties: false}]}"
        }
        return [
            .init("additional-properties-removed", .narrows, "{type: object}", closed),
            .init("additional-properties-added", .widens, closed, "{type: object}"),
            .init("additional-properties-changed", .replaces, both("a"), both("b")),
            .init("became-required", .narrows, "{type: object}", "{type: object, required: [a]}"),
            .init("became-optional", .widens, "{type: object, required: [a]}", "{type: object}"),
        ]
    }()

    private static let choices: [PlacedRule.Suffix] = ["anyOf", "oneOf"].flatMap { keyword in
        let words = keyword.hyphenated
        let (text, number) = ("{type: string, maxLength: 3}", "{type: integer, maximum: 3}")
        let (one, two) = ("{\(keyword): [\(text)]}", "{\(keyword): [\(text), \(number)]}")
        return [
            PlacedRule.Suffix("\(words)-added", .widens, one, two),
            PlacedRule.Suffix("\(words)-removed", .narrows, two, one),
        ]
    }

    private static let parts: [PlacedRule.Suffix] = {
        func all(_ more: String) -> String { "{type: string, allOf: [{minLength: 1}\(more)]}" }
        let (one, two, noted) = (all(""), all(", {maxLength: 3}"), all(", {description: more}"))
        return [
            .init("all-of-added", .narrows, one, two),
            .init("all-of-removed", .keeps, .info, two, one),
            .init("all-of-added-annotation-only", .keeps, .info, one, noted),
            .init("all-of-removed-annotation-only", .keeps, .info, noted, one),
        ]
    }()

    /// Keywords that hold schemas or rules about members, each with what comes beside it.
    private static let applied: [PlacedRule.Suffix] = {
        let keywords: [(words: String, without: String, with: String)] = [
            ("if", "type: integer", "if: {minimum: 3}, then: {multipleOf: 2}"),
            ("then", "type: integer, if: {minimum: 3}", "then: {multipleOf: 2}"),
            ("else", "type: integer, if: {minimum: 3}", "else: {multipleOf: 2}"),
            ("not", "type: integer", "not: {const: 1}"),
            ("contains", "type: array", "contains: {type: string}"),
            ("property-names", "type: object", "propertyNames: {maxLength: 3}"),
            ("unevaluated-items", "type: array", "unevaluatedItems: {type: string}"),
            ("unevaluated-properties", "type: object", "unevaluatedProperties: {type: string}"),
            ("content-schema", "type: string, contentMediaType: application/json", "contentSchema: {type: object}"),
            ("pattern-property", "type: object", "patternProperties: {^a: {type: string}}"),
            ("dependent-schema", "type: object", "dependentSchemas: {a: {required: [b]}}"),
            ("dependent-required", "type: object", "dependentRequired: {a: [b]}"),
            ("unique-items", "type: array", "uniqueItems: true"),
        ]
        let pairs = keywords.flatMap { keyword in
            let (without, with) = ("{\(keyword.without)}", "{\(keyword.without), \(keyword.with)}")
            return [
                PlacedRule.Suffix("\(keyword.words)-added", .narrows, without, with),
                PlacedRule.Suffix("\(keyword.words)-removed", .widens, with, without),
            ]
        }
        let changed = PlacedRule.Suffix(
            "dependent-required-changed",
            .narrows,
            "{type: object, dependentRequired: {a: [b]}}",
            "{type: object, dependentRequired: {a: [b, c]}}"
        )
        return pairs + [changed]
    }()

    /// How long something stays.
    private static let lives: [PlacedRule.Suffix] = {
        func text(_ more: String) -> String { "{type: string, \(more)}" }
        let (plain, bare) = ("{type: string}", text("deprecated: true"))
        let far = text("deprecated: true, x-sunset: '2999-01-31'")
        let near = text("deprecated: true, x-sunset: '2030-01-31'")
        return [
            .init("deprecated", .keeps, .info, plain, bare),
            .init("deprecated-with-sunset", .keeps, .info, plain, far),
            .init("deprecated-sunset-invalid", .keeps, plain, text("deprecated: true, x-sunset: soon")),
            .init("deprecated-sunset-missing", .keeps, plain, bare),
            .init("sunset-date-too-small", .keeps, plain, near),
            .init("sunset-date-changed-too-small", .keeps, far, near),
            .init("sunset-deleted", .keeps, far, bare),
            .init("reactivated", .keeps, .info, bare, plain),
            .init("stability-decreased", .keeps, plain, text("x-stability-level: beta")),
            .init("stability-increased", .keeps, .info, text("x-stability-level: beta"), plain),
        ]
    }()

    /// What leaves the values as they are.
    private static let notes: [PlacedRule.Suffix] = {
        func text(_ more: String) -> String { "{type: string, \(more)}" }
        func object(_ discriminator: String) -> String { "{type: object, discriminator: {\(discriminator)}}" }
        let (plain, kind) = ("{type: string}", "propertyName: kind")
        let places = ("{type: array}", "{type: array, prefixItems: [{type: string}]}")
        return [
            .init("default-value-added", .keeps, .info, plain, text("default: a")),
            .init("default-value-removed", .keeps, .info, text("default: a"), plain),
            .init("default-value-changed", .keeps, .info, text("default: a"), text("default: b")),
            .init("discriminator-added", .keeps, .info, "{type: object}", object(kind)),
            .init("discriminator-removed", .keeps, .info, object(kind), "{type: object}"),
            .init(
                "discriminator-property-name-changed",
                .replaces,
                "{type: object, required: [kind], discriminator: {\(kind)}}",
                "{type: object, required: [kind], discriminator: {propertyName: type}}"
            ),
            .init("discriminator-mapping-added", .keeps, .info, object(kind), object("\(kind), mapping: {a: A}")),
            .init("discriminator-mapping-deleted", .keeps, .info, object("\(kind), mapping: {a: A}"), object(kind)),
            .init(
                "discriminator-mapping-changed",
                .replaces,
                object("\(kind), mapping: {a: A}"),
                object("\(kind), mapping: {a: B}")
            ),
            .init("xml-changed", .replaces, text("xml: {name: a}"), text("xml: {name: b}")),
            .init("prefix-items-added", .keeps, .info, places.0, places.1),
            .init("prefix-items-removed", .keeps, .info, places.1, places.0),
        ]
    }()
}
