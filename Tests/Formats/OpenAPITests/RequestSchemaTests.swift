import Compatibility
import Contracts
import OpenAPI
import Testing

@Suite("schemas of requests")
struct RequestSchemaTests {
    private static func property(_ old: String, _ new: String) -> (String, String) {
        ("{type: object, properties: {a: \(old)}}", "{type: object, properties: {a: \(new)}}")
    }

    private static let place = "POST /x request application/json"

    static let cases: [ChangeCase] = [
        .init("the same", "{type: object}", "{type: object}"),
        .init("members in another order", "{type: object, title: A}", "{title: A, type: object}"),
        .init("a title says nothing of values", "{type: string}", "{type: string, title: A}"),
        .init(
            "an optional member became required",
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: string}}, required: [a]}",
            ["backward request-property-became-required \(place) /a"]
        ),
        .init(
            "a required member became optional",
            "{type: object, properties: {a: {type: string}}, required: [a]}",
            "{type: object, properties: {a: {type: string}}}",
            ["forward request-property-became-optional \(place) /a"]
        ),
        .init(
            "a read-only member binds nobody who sends",
            "{type: object, properties: {a: {type: string, readOnly: true}}}",
            "{type: object, properties: {a: {type: string, readOnly: true}}, required: [a]}"
        ),
        .init(
            "a new optional member",
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: string}, b: {type: string}}}",
            ["noted new-optional-request-property \(place) /b"]
        ),
        .init(
            "a new required member",
            "{type: object}",
            "{type: object, properties: {b: {type: string}}, required: [b]}",
            ["backward new-required-request-property \(place) /b"]
        ),
        .init(
            "a member that others still accept was removed",
            "{type: object, properties: {a: {type: string}}}",
            "{type: object}",
            ["noted request-property-removed \(place) /a"]
        ),
        .init(
            "members that are not listed are refused",
            "{type: object}",
            "{type: object, additionalProperties: false}",
            ["backward request-body-additional-properties-removed \(place)"]
        ),
        .init(
            "type from integer to number",
            "{type: integer}",
            "{type: number}",
            ["forward request-body-type-generalized \(place)"]
        ),
        .init(
            "type from number to integer",
            "{type: number}",
            "{type: integer}",
            ["backward request-body-type-changed \(place)"]
        ),
        .init(
            "type to another one",
            "{type: string}",
            "{type: integer}",
            ["backward request-body-type-changed \(place)", "forward request-body-type-changed \(place)"]
        ),
        .init(
            "null was added",
            "{type: string}",
            "{type: [string, 'null']}",
            ["forward request-body-became-nullable \(place)"]
        ),
        .init(
            "the same null, as an alternative",
            "{type: [string, 'null']}",
            "{anyOf: [{type: string}, {type: 'null'}]}"
        ),
        .init("a value fewer", "{enum: [A, B]}", "{enum: [A]}", ["backward request-body-enum-value-removed \(place)"]),
        .init("a value more", "{enum: [A]}", "{enum: [A, B]}", ["forward request-body-enum-value-added \(place)"]),
        .init("one value, as a constant", "{enum: [A]}", "{const: A}"),
        .init(
            "longer texts",
            "{type: string, maxLength: 3}",
            "{type: string, maxLength: 4}",
            ["forward request-body-max-length-increased \(place)"]
        ),
        .init(
            "shorter texts",
            "{type: string, maxLength: 4}",
            "{type: string, maxLength: 3}",
            ["backward request-body-max-length-decreased \(place)"]
        ),
        .init(
            "a limit of its own",
            "{type: string}",
            "{type: string, maxLength: 3}",
            ["backward request-body-max-length-set \(place)"]
        ),
        .init("no limit at all", "{type: string, minLength: 0}", "{type: string}"),
        .init(
            "a limit that excludes itself",
            "{type: number, minimum: 1}",
            "{type: number, exclusiveMinimum: 1}",
            ["backward request-body-min-increased \(place)"]
        ),
        .init(
            "multiples of more",
            "{type: integer, multipleOf: 2}",
            "{type: integer, multipleOf: 4}",
            ["backward request-body-multiple-of-changed \(place)"]
        ),
        .init(
            "elements that differ",
            "{type: array}",
            "{type: array, uniqueItems: true}",
            ["backward request-body-unique-items-added \(place)"]
        ),
        .init(
            "elements of another kind",
            "{type: array, items: {type: number}}",
            "{type: array, items: {type: integer}}",
            ["backward request-property-type-changed \(place) /*"]
        ),
        .init(
            "what is not allowed is more",
            "{not: {const: A}}",
            "{not: {enum: [A, B]}}",
            ["backward request-body-enum-value-added \(place)"]
        ),
        .init(
            "allOf by hand",
            "{allOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]}",
            "{type: object, properties: {a: {type: string}, b: {type: string}}}",
            ["noted request-body-all-of-removed \(place)", "noted request-body-all-of-removed \(place)"]
        ),
        .init(
            "alternatives that only list types",
            "{oneOf: [{type: string}, {type: boolean}]}",
            "{type: [boolean, string]}"
        ),
        .init(
            "a member that everybody may send was evaluated already",
            "{type: object, additionalProperties: true}",
            "{type: object, additionalProperties: true, unevaluatedProperties: false}",
            ["noted request-body-unevaluated-properties-added \(place)"]
        ),
        .init(
            "an alternative that takes what another takes",
            "{oneOf: [{type: string, maxLength: 5}, {type: boolean}]}",
            "{oneOf: [{type: string, maxLength: 5}, {type: boolean}, {type: string, minLength: 3}]}",
            [
                "backward request-body-schema-changed \(place)", "forward request-body-one-of-added \(place)",
            ]
        ),
        .init(
            "an alternative that takes what another one with fewer members takes",
            "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}]}",
            "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}]}",
            [
                "backward request-body-schema-changed \(place)", "noted request-body-one-of-added \(place)",
            ]
        ),
        .init(
            "the same beside a member that all have",
            "{required: [id], properties: {id: {type: string}}, oneOf: [{type: object, properties: {a: {type: string}}}]}",
            "{required: [id], properties: {id: {type: string}}, oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {a: {type: string}, b: {type: string}}}]}",
            [
                "backward request-body-schema-changed \(place)", "noted request-body-one-of-added \(place)",
            ]
        ),
        .init(
            "an alternative that every other one excludes",
            "{oneOf: [{type: object, required: [a], properties: {a: {type: string}, b: false}}]}",
            "{oneOf: [{type: object, required: [a], properties: {a: {type: string}, b: false}}, {type: object, required: [b], properties: {b: {type: string}}}]}",
            ["forward request-body-one-of-added \(place)"]
        ),
        .init(
            "a pattern of members beside others that are refused lets members in",
            "{type: object, additionalProperties: false, patternProperties: {'^x-': {type: string}}}",
            "{type: object, additionalProperties: false}",
            ["backward request-body-pattern-property-removed \(place)"]
        ),
        .init(
            "a pattern of members beside others that are taken binds them",
            "{type: object, patternProperties: {'^x-': {type: string}}}",
            "{type: object}",
            ["forward request-body-pattern-property-removed \(place)"]
        ),
        .init(
            "what a member needs",
            "{type: object, dependentRequired: {a: [b], c: [d]}}",
            "{type: object, dependentRequired: {a: [b], e: [f]}}",
            [
                "backward request-body-dependent-required-added \(place)",
                "forward request-body-dependent-required-removed \(place)",
            ]
        ),
        .init(
            "values that are no longer named, and more that are taken",
            "{type: string, enum: [A, B]}",
            "{type: string}",
            [
                "backward request-body-enum-value-removed \(place)",
                "backward request-body-enum-value-removed \(place)",
                "forward request-body-enum-removed \(place)",
            ]
        ),
        .init(
            "a constant that may be any text binds callers no more",
            "{type: string, const: A}",
            "{type: string}",
            ["forward request-body-const-removed \(place)"]
        ),
        .init(
            "a pattern of a member that callers send back",
            "{type: object, properties: {a: {type: string, readOnly: true}}}",
            "{type: object, properties: {a: {type: string, readOnly: true, pattern: '^a'}}}",
            ["backward request-property-pattern-added \(place) /a"]
        ),
        .init(
            "a length of a member that callers do not send",
            "{type: object, properties: {a: {type: string, readOnly: true}}}",
            "{type: object, properties: {a: {type: string, readOnly: true, maxLength: 3}}}"
        ),
        .init(
            "a pattern that every text matches",
            "{type: string, pattern: '^a$'}",
            "{type: string, pattern: '.*'}",
            ["forward request-body-pattern-generalized \(place)"]
        ),
        .init("two ways to match every text", "{type: string, pattern: '.*'}", "{type: string}"),
        .init(
            "alternatives told apart by another member, which must be there",
            "{oneOf: [{type: object, title: O, required: [k, l], properties: {k: {const: o}, l: {const: o}}}, {type: object, title: P, required: [k, l], properties: {k: {const: p}, l: {const: p}}}], discriminator: {propertyName: k}}",
            "{oneOf: [{type: object, title: O, required: [k, l], properties: {k: {const: o}, l: {const: o}}}, {type: object, title: P, required: [k, l], properties: {k: {const: p}, l: {const: p}}}], discriminator: {propertyName: l}}",
            [
                "backward request-body-discriminator-property-name-changed \(place)",
                "forward request-body-discriminator-property-name-changed \(place)",
            ]
        ),
        .init(
            "alternatives told apart by another member, which may be missing",
            "{oneOf: [{type: object, title: O, properties: {k: {type: string}, l: {type: string}}}, {type: object, title: P, properties: {k: {type: string}, l: {type: string}}}], discriminator: {propertyName: k}}",
            "{oneOf: [{type: object, title: O, properties: {k: {type: string}, l: {type: string}}}, {type: object, title: P, properties: {k: {type: string}, l: {type: string}}}], discriminator: {propertyName: l}}",
            ["noted request-body-discriminator-property-name-changed \(place)"]
        ),
        .init(
            "a default that changed",
            "{type: object, properties: {a: {type: string, default: A}}}",
            "{type: object, properties: {a: {type: string, default: B}}}",
            ["noted request-property-default-value-changed \(place) /a"]
        ),
    ]

    @Test(arguments: cases)
    func showsExactly(_ test: ChangeCase) throws {
        let shown = try changes(from: Sketch.request(test.old), to: Sketch.request(test.new))
        #expect(shown == test.shows)
    }

    /// Alternatives of objects are told apart by their members; who sends one with members of another is warned.
    @Test(
        arguments: [
            ("{type: object, properties: {z: {type: string}}}", Severity.warning),
            ("{type: object, properties: {a: {type: string}, z: {type: string}}}", .error),
            ("{allOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {z: {}}}]}", .error),
            ("{type: string}", nil),
        ] as [(String, Severity?)]
    )
    func tellsAlternativesApart(_ added: String, _ severity: Severity?) throws {
        let known = "{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}"
        let old = try read(Sketch.request("{oneOf: [\(known)]}"))
        let new = try read(Sketch.request("{oneOf: [\(known), \(added)]}"))
        let found = OpenAPIFormat().findings(from: old, to: new, breaking: .backward, options: ComparisonOptions())
        #expect(found.map(\.severity) == (severity.map { [$0] } ?? []))
        #expect(found.allSatisfy { !$0.isUndecided && $0.witness != nil })
    }

    /// Members that are not declared: sent by proof, not by convention.
    @Test(arguments: [
        (CompatibilityPolicy.strict, ["request-body-property-names-added"]), (.lenient, []),
    ])
    func followsThePolicy(_ policy: CompatibilityPolicy, _ rules: [String]) throws {
        let old = try read(Sketch.request("{type: object, properties: {a: {type: string}}}"))
        let new = try read(
            Sketch.request("{type: object, properties: {a: {type: string}}, propertyNames: {enum: [a]}}")
        )
        let found = OpenAPIFormat()
            .findings(from: old, to: new, breaking: .backward, options: ComparisonOptions(policy: policy))
        #expect(found.filter { $0.severity == .error }.map(\.rule) == rules)
    }

    @Test("the same schema in 3.0 and in 3.1")
    func followsTheVersion() throws {
        let old = Sketch.request("{type: number, nullable: true, minimum: 1, exclusiveMinimum: true}", version: "3.0.3")
        let new = Sketch.request("{type: [number, 'null'], exclusiveMinimum: 1}", version: "3.1.0")
        #expect(try changes(from: old, to: new) == [])
    }
}
