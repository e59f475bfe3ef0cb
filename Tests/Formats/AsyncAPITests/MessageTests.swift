import Contracts
import Syntax
import Testing

@Suite("messages: what one side writes, the other reads")
struct MessageTests {
    private static func send(_ message: String) -> String { Sketch.message("send", message) }
    private static func receive(_ message: String) -> String { Sketch.message("receive", message) }
    private static func payload(_ schema: String) -> String { "name: Paid, payload: \(schema)" }

    private static let open = "{type: object, properties: {id: {type: string}}, required: [id]}"
    private static let noted = "{type: object, properties: {id: {type: string}, note: {type: string}}, required: [id]}"
    private static let closed =
        "{type: object, properties: {id: {type: string}}, required: [id], additionalProperties: false}"

    static let silent: [ChangeCase] = [
        .init(
            "only the key of the message changed",
            send("name: Paid"),
            send("name: Paid").replacing("m: {", with: "k: {")
        ),
        .init(
            "only the key of the channel changed",
            send("name: Paid"),
            send("name: Paid").replacing("paid: {", with: "c: {").replacing("channels/paid", with: "channels/c")
        ),
        .init(
            "only the key of the operation changed",
            send("name: Paid"),
            send("name: Paid").replacing("  o: {", with: "  x: {")
        ),
        .init(
            "another title of the document",
            send("name: Paid"),
            send("name: Paid").replacing("title: T", with: "title: U")
        ),
        .init(
            "words for people",
            send("name: Paid"),
            send("name: Paid, title: A payment, summary: s, tags: [{name: t}]")
        ),
        .init(
            "the content type of the document for that of the message",
            send("contentType: application/json"),
            Sketch.message("send", "name: ''", more: "defaultContentType: application/json")
                .replacing("name: ''", with: "")
        ),
        .init(
            "the usual charset",
            send("contentType: application/json"),
            send("contentType: 'application/JSON; charset=utf-8'")
        ),
        .init(
            "a description in a schema",
            send(payload("{type: integer}")),
            send(payload("{type: integer, description: d}"))
        ),
        .init("an optional member of an open object that is received", receive(payload(open)), receive(payload(noted))),
        .init("an optional member of an open object that is sent", send(payload(open)), send(payload(noted))),
        .init("an optional member less", send(payload(noted)), send(payload(open))),
        .init(
            "members of parts that hold together",
            receive(payload("{allOf: [{properties: {a: {type: string}}}, {properties: {b: {type: string}}}]}")),
            receive(payload("{properties: {a: {type: string}, b: {type: string}, c: {type: string}}}"))
        ),
        .init(
            "an optional member of elements",
            receive(payload("{type: array, items: {type: object, properties: {id: {type: string}}}}")),
            receive(
                payload("{type: array, items: {type: object, properties: {id: {type: string}, n: {type: integer}}}}")
            )
        ),
        .init(
            "a schema moved to the components",
            send(payload("{type: integer}")),
            Sketch.message(
                "send",
                "name: Paid, payload: {$ref: '#/components/schemas/P'}",
                more: "components: {schemas: {P: {type: integer}}}"
            )
        ),
        .init("an example", send(payload("{type: integer}")), send(payload("{type: integer, examples: [1]}"))),
        .init(
            "the same in another line of the specification",
            Sketch.message2("send", payload("{type: integer}")),
            send(payload("{type: integer}"))
        ),
        .init(
            "the same received, in another line of the specification",
            Sketch.message2("receive", "payload: {type: integer}"),
            receive("payload: {type: integer}")
        ),
        .init(
            "a format that says the same schema",
            send(payload("{type: integer}")),
            send(payload("{schemaFormat: 'application/schema+json;version=draft-07', schema: {type: integer}}"))
        ),
        .init(
            "null in two dialects",
            send(
                payload(
                    "{schemaFormat: 'application/vnd.oai.openapi;version=3.0.0', schema: {type: string, nullable: true}}"
                )
            ),
            send(payload("{type: [string, 'null']}"))
        ),
        .init(
            "a language that is not read, unchanged",
            send(payload(raml("A"))),
            send("title: t, " + payload(raml("A")))
        ),
    ]

    private static func raml(_ name: String) -> String {
        "{schemaFormat: 'application/raml+yaml;version=1.0', schema: {type: \(name)}}"
    }

    @Test(arguments: silent)
    func passesOver(_ test: ChangeCase) throws {
        #expect(try changes(from: test.old, to: test.new) == [])
        #expect(try changes(from: test.new, to: test.old) == [])
    }

    static let breaking: [ChangeCase] = [
        .init(
            "wider, sent",
            send(payload("{type: integer}")),
            send(payload("{type: number}")),
            ["backward TYPE_EXTENDED send invoice.paid Paid"]
        ),
        .init(
            "narrower, sent",
            send(payload("{type: number}")),
            send(payload("{type: integer}")),
            ["forward TYPE_NARROWED send invoice.paid Paid"]
        ),
        .init(
            "wider, received",
            receive(payload("{type: integer}")),
            receive(payload("{type: number}")),
            ["forward TYPE_EXTENDED receive invoice.paid Paid"]
        ),
        .init(
            "narrower, received",
            receive(payload("{type: number}")),
            receive(payload("{type: integer}")),
            ["backward TYPE_NARROWED receive invoice.paid Paid"]
        ),
        .init(
            "in 2.x what others publish is received",
            Sketch.message2("receive", payload("{type: number}")),
            Sketch.message2("receive", payload("{type: integer}")),
            ["backward TYPE_NARROWED receive invoice.paid Paid"]
        ),
        .init(
            "in 2.x what others subscribe to is sent",
            Sketch.message2("send", payload("{type: number}")),
            Sketch.message2("send", payload("{type: integer}")),
            ["forward TYPE_NARROWED send invoice.paid Paid"]
        ),
        .init(
            "closed, received: what nobody declared was allowed",
            receive(payload(open)),
            receive(payload(closed)),
            ["backward ADDITIONAL_PROPERTIES_REMOVED receive invoice.paid Paid"]
        ),
        .init(
            "a member under a name that both know has another type",
            receive(payload("{properties: {id: {type: string}}}")),
            receive(payload("{properties: {id: {type: integer}}}")),
            [
                "backward TYPE_CHANGED receive invoice.paid Paid /id",
                "forward TYPE_CHANGED receive invoice.paid Paid /id",
            ]
        ),
        .init(
            "a map keeps its names",
            receive(payload("{type: object, additionalProperties: {type: integer}}")),
            receive(
                payload("{type: object, properties: {n: {type: string}}, additionalProperties: {type: integer}}")
            ),
            [
                "backward PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL receive invoice.paid Paid /n",
                "forward PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL receive invoice.paid Paid /n",
            ]
        ),
        .init(
            "a header that must be there, received",
            receive("name: Paid, headers: {type: object, properties: {t: {type: string}}}"),
            receive("name: Paid, headers: {type: object, properties: {t: {type: string}}, required: [t]}"),
            ["backward REQUIRED_ATTRIBUTE_ADDED receive invoice.paid Paid headers /t"]
        ),
        .init(
            "a header that need not be there any more, sent",
            send("name: Paid, headers: {type: object, properties: {t: {type: string}}, required: [t]}"),
            send("name: Paid, headers: {type: object, properties: {t: {type: string}}}"),
            ["backward REQUIRED_ATTRIBUTE_REMOVED send invoice.paid Paid headers /t"]
        ),
        .init(
            "another content type",
            send("name: Paid, contentType: application/json"),
            send("name: Paid, contentType: application/xml"),
            [
                "backward message-content-type-changed send invoice.paid Paid",
                "forward message-content-type-changed send invoice.paid Paid",
            ]
        ),
        .init(
            "a content type where none was said",
            send("name: Paid"),
            send("name: Paid, contentType: application/xml"),
            ["noted message-content-type-stated send invoice.paid Paid"]
        ),
        .init(
            "another name",
            send("name: Paid"),
            send("name: Payed"),
            ["noted message-name-changed send invoice.paid Payed"]
        ),
        .init(
            "another language",
            send("name: Paid, payload: {type: string}"),
            send("name: Paid, payload: {schemaFormat: application/vnd.apache.avro, schema: {type: string}}"),
            [
                "backward message-schema-format-changed send invoice.paid Paid",
                "forward message-schema-format-changed send invoice.paid Paid",
                "noted message-content-type-stated send invoice.paid Paid",
            ]
        ),
        .init(
            "a language that is not read",
            send(payload(raml("A"))),
            send(payload(raml("B"))),
            [
                "backward compatibility-undecided send invoice.paid Paid",
                "forward compatibility-undecided send invoice.paid Paid",
            ]
        ),
        .init(
            "matched by another text",
            receive("name: Paid, correlationId: {location: $message.header#/a}"),
            receive("name: Paid, correlationId: {location: $message.header#/b}"),
            [
                "backward message-correlation-id-changed receive invoice.paid Paid",
                "forward message-correlation-id-changed receive invoice.paid Paid",
            ]
        ),
        .init(
            "matched no longer, sent",
            send("name: Paid, correlationId: {location: $message.header#/a}"),
            send("name: Paid"),
            ["backward message-correlation-id-removed send invoice.paid Paid"]
        ),
        .init(
            "matched from now on, received",
            receive("name: Paid"),
            receive("name: Paid, correlationId: {location: $message.header#/a}"),
            ["noted message-correlation-id-expected receive invoice.paid Paid"]
        ),
    ]

    @Test(arguments: breaking)
    func tells(_ test: ChangeCase) throws { #expect(try changes(from: test.old, to: test.new) == test.shows) }

    @Test("by proof, an open object could have had the new member with any value")
    func proves() throws {
        let (old, new) = (Self.receive(Self.payload(Self.open)), Self.receive(Self.payload(Self.noted)))
        let findings = try Sketch.findings(old, new, .backward, .strict)
        #expect(findings.map(\.rule) == ["OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL"])
        #expect(findings.first?.witness != nil)
        #expect(
            try Sketch.findings(
                Self.send(Self.payload(Self.open)),
                Self.send(Self.payload(Self.noted)),
                .backward,
                .strict
            ) == []
        )
    }

    @Test("places are told on both sides, and witnesses where there are any")
    func tellsPlaces() throws {
        let old = Self.receive(Self.payload("{properties: {n: {type: number}}}"))
        let new = Self.receive(Self.payload("{properties: {n: {type: integer}}}"))
        let finding = try #require(try Sketch.findings(old, new).first)
        #expect(finding.old?.pointer == "/channels/paid/messages/m/payload/properties/n/type")
        #expect(finding.new?.pointer == "/channels/paid/messages/m/payload/properties/n/type")
        #expect(finding.new?.position.line == 4)
        #expect(finding.witness != nil)
    }
}
