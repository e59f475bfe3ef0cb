import Testing

@Suite("schemas of responses")
struct ResponseSchemaTests {
    private static let place = "GET /x response 200 application/json"

    static let cases: [ChangeCase] = [
        .init("the same", "{type: object}", "{type: object}"),
        .init(
            "an alternative fewer, by which values satisfied two and were refused",
            "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}]}",
            "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}]}",
            [
                "backward response-body-schema-changed \(place)", "forward response-body-one-of-removed \(place)",
            ]
        ),
        .init(
            "a member that was always there may be missing",
            "{type: object, properties: {a: {type: string}}, required: [a]}",
            "{type: object, properties: {a: {type: string}}}",
            ["backward response-property-became-optional \(place) /a"]
        ),
        .init(
            "a member is always there",
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: string}}, required: [a]}",
            ["forward response-property-became-required \(place) /a"]
        ),
        .init(
            "a required member is gone",
            "{type: object, properties: {a: {type: string}}, required: [a]}",
            "{type: object}",
            [
                "backward response-required-property-removed \(place) /a",
                "noted response-required-property-removed \(place) /a",
            ]
        ),
        .init(
            "a member more",
            "{type: object}",
            "{type: object, properties: {a: {type: string}}}",
            ["noted response-optional-property-added \(place) /a"]
        ),
        .init(
            "a member more where others are refused",
            "{type: object, additionalProperties: false}",
            "{type: object, properties: {a: {type: string}}, additionalProperties: false}",
            ["backward response-optional-property-added \(place) /a"]
        ),
        .init(
            "room for more members than there can be",
            "{type: object, properties: {a: true}, maxProperties: 1, additionalProperties: false}",
            "{type: object, properties: {a: true}, maxProperties: 3, additionalProperties: false}",
            ["noted response-body-max-properties-increased \(place)"]
        ),
        .init("a value more", "{enum: [A]}", "{enum: [A, B]}", ["backward response-body-enum-value-added \(place)"]),
        .init("a value fewer", "{enum: [A, B]}", "{enum: [A]}", ["forward response-body-enum-value-removed \(place)"]),
        .init(
            "null may come",
            "{type: string}",
            "{type: [string, 'null']}",
            ["backward response-body-became-nullable \(place)"]
        ),
        .init(
            "a wider type",
            "{type: integer}",
            "{type: number}",
            ["backward response-body-type-generalized \(place)"]
        ),
        .init(
            "longer texts",
            "{type: string, maxLength: 3}",
            "{type: string, maxLength: 4}",
            ["backward response-body-max-length-increased \(place)"]
        ),
        .init(
            "longer texts at least",
            "{type: string, minLength: 3}",
            "{type: string, minLength: 4}",
            ["forward response-body-min-length-increased \(place)"]
        ),
        .init(
            "a required member is no longer sent back",
            "{type: object, properties: {a: {type: string}}, required: [a]}",
            "{type: object, properties: {a: {type: string, writeOnly: true}}, required: [a]}",
            ["backward response-required-property-became-write-only \(place) /a"]
        ),
        .init(
            "members deep inside",
            "{type: object, properties: {lines: {type: array, items: {type: object, properties: {taxCode: {type: string}}}}}}",
            "{type: object, properties: {lines: {type: array, items: {type: object, properties: {taxCode: {type: number}}}}}}",
            [
                "backward response-property-type-changed \(place) /lines/*/taxCode",
                "forward response-property-type-changed \(place) /lines/*/taxCode",
            ]
        ),
    ]

    @Test(arguments: cases)
    func showsExactly(_ test: ChangeCase) throws {
        let shown = try changes(from: Sketch.response(test.old), to: Sketch.response(test.new))
        #expect(shown == test.shows)
    }

    private static let markup = "GET /x response 200 application/xml"

    static let markups: [ChangeCase] = [
        .init("its own name, said", "{type: string}", "{type: string, xml: {name: a}}"),
        .init(
            "what stands without it, said",
            "{type: string}",
            "{type: string, xml: {attribute: false, wrapped: false}}"
        ),
        .init("another prefix", "{xml: {namespace: 'urn:a', prefix: a}}", "{xml: {namespace: 'urn:a', prefix: b}}"),
        .init("another name", "{type: string}", "{type: string, xml: {name: b}}", renamed),
        .init("its own name again", "{type: string, xml: {name: b}}", "{type: string}", renamed),
        .init("a third name", "{type: string, xml: {name: b}}", "{type: string, xml: {name: c}}", renamed),
        .init("an attribute", "{type: string}", "{type: string, xml: {attribute: true}}", renamed),
        .init("elements within one", "{type: array}", "{type: array, xml: {wrapped: true}}", renamed),
    ]

    private static let renamed = ["backward", "forward"].map { "\($0) response-property-xml-changed \(markup) /a" }

    /// A member of an answer in XML; in JSON none of it says anything.
    @Test(arguments: markups)
    func showsMarkup(_ test: ChangeCase) throws {
        func api(_ schema: String, _ type: String) -> String {
            Sketch.response("{type: object, properties: {a: \(schema)}}").replacing("application/json", with: type)
        }
        let xml = "application/xml"
        #expect(try changes(from: api(test.old, xml), to: api(test.new, xml)) == test.shows)
        let json = "application/json"
        #expect(try changes(from: api(test.old, json), to: api(test.new, json)) == [])
    }
}
