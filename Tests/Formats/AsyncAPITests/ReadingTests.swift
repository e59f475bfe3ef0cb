import AsyncAPI
import Compatibility
import Contracts
import Syntax
import Testing

@Suite("reading AsyncAPI documents")
struct ReadingTests {
    static let refused: [(text: String, failure: String)] = [
        ("{}", "ASYNCAPI_VERSION  1:1"),
        ("[]", "ASYNCAPI_VERSION  1:1"),
        ("asyncapi: 1.2.0", "ASYNCAPI_VERSION /asyncapi 1:11"),
        ("asyncapi: 2.7.0", "ASYNCAPI_VERSION /asyncapi 1:11"),
        ("asyncapi: 4.0.0", "ASYNCAPI_VERSION /asyncapi 1:11"),
        ("asyncapi: 3", "ASYNCAPI_VERSION /asyncapi 1:11"),
        ("asyncapi: 3.0.0", "ASYNCAPI_FIELD  1:1"),
        ("asyncapi: 3.0.0\ninfo: {title: T}", "ASYNCAPI_FIELD /info 2:7"),
        ("asyncapi: 3.0.0\ninfo: {title: 1, version: '1'}", "ASYNCAPI_FIELD /info/title 2:15"),
        ("asyncapi: 2.0.0\ninfo: {title: T, version: '1'}", "ASYNCAPI_FIELD  1:1"),
        (Sketch.v3("channels: []"), "ASYNCAPI_FIELD /channels 3:11"),
        (Sketch.v3("servers: {s: {host: h}}"), "ASYNCAPI_FIELD /servers/s 3:14"),
        (Sketch.v2("servers: {s: {host: h, protocol: p}}\nchannels: {}"), "ASYNCAPI_FIELD /servers/s 3:14"),
        (Sketch.v3("operations: {o: {action: publish}}"), "ASYNCAPI_FIELD /operations/o/action 3:26"),
        (Sketch.v3("operations: {o: {action: send}}"), "ASYNCAPI_FIELD /operations/o 3:17"),
        (
            Sketch.v3("operations: {o: {action: send, channel: {address: a}}}"),
            "ASYNCAPI_TARGET /operations/o/channel 3:41"
        ),
        (
            Sketch.v3("operations: {o: {action: send, channel: {$ref: '#/channels/c'}}}"),
            "REFERENCE_UNRESOLVED /operations/o/channel/$ref 3:48"
        ),
        (
            Sketch.v3(
                """
                channels: {c: {messages: {m: {}}}, d: {messages: {m: {}}}}
                operations: {o: {action: send, channel: {$ref: '#/channels/c'}, messages: [{$ref: '#/channels/d/messages/m'}]}}
                """
            ),
            "ASYNCAPI_TARGET /operations/o/messages/0 4:76"
        ),
        (
            Sketch.message("send", "payload: {type: 7}"),
            "SCHEMA_KEYWORD_TYPE /channels/paid/messages/m/payload/type 4:64"
        ),
        (
            Sketch.message("send", "payload: {$ref: 'other.yaml#/P'}"),
            "REFERENCE_UNRESOLVED /channels/paid/messages/m/payload/$ref 4:64"
        ),
        (Sketch.message("send", "correlationId: {}"), "ASYNCAPI_FIELD /channels/paid/messages/m/correlationId 4:63"),
        (
            Sketch.v2("servers: {s: {url: u, protocol: p, security: [{x: []}]}}\nchannels: {}"),
            "ASYNCAPI_SECURITY /servers/s/security/0/x 3:48"
        ),
        (Sketch.v2("channels: {c: {servers: [t]}}"), "ASYNCAPI_TARGET /channels/c/servers/0 3:26"),
        (
            Sketch.v3("channels: {c: {$ref: '#/channels/d'}, d: {$ref: '#/channels/c'}}"),
            "REFERENCE_CYCLE /channels/c 3:15"
        ),
    ]

    @Test(arguments: refused)
    func refuses(_ test: (text: String, failure: String)) { #expect(Sketch.refusal(test.text) == test.failure) }

    static let taken: [String] = [
        Sketch.v3(""), Sketch.v2("channels: {}"), Sketch.v3("x-more: 1\nchannels: {c: {address: null}}"),
        Sketch.v2("channels: {c: {}}"), Sketch.v2("channels: {c: {subscribe: {}}}"),
        Sketch.v3("channels: {c: {bindings: {kafka: {}, ws: null}}}"),
        Sketch.v3("asyncapi: 3.1.0").replacing("asyncapi: 3.0.0\n", with: ""),
        Sketch.message("send", "payload: true"),
        Sketch.message("send", "payload: {schemaFormat: x/y, schema: anything}"),
        Sketch.message2("send", "schemaFormat: x/y, payload: anything"),
        Sketch.v3(
            "operations: {o: {action: send, channel: {$ref: '#/components/channels/c'}}}\ncomponents: {channels: {c: {address: a}}}"
        ),
        #"{"asyncapi": "2.0.0", "info": {"title": "T", "version": "1"}, "channels": {}}"#,
    ]

    @Test(arguments: taken)
    func takes(_ text: String) throws {
        #expect(Sketch.refusal(text) == nil)
        #expect(AsyncAPIFormat.recognises(ContractSource(Array(text.utf8))))
    }

    @Test("other documents are not recognised", arguments: ["openapi: 3.1.0", "type: object", "[1]", "asyncapi", "{"])
    func leaves(_ text: String) { #expect(!AsyncAPIFormat.recognises(ContractSource(Array(text.utf8)))) }

    @Test("form does not count")
    func normalises() throws {
        let yaml = try Sketch.model("asyncapi: 3.0.0\ninfo: {title: T, version: '1'}\nchannels: {a: {address: a}}\n")
        let json = try Sketch.model(
            #"{"channels": {"a": {"address": "a"}}, "info": {"version": "1", "title": "T"}, "asyncapi": "3.0.0"}"#
        )
        #expect(Sketch.format.canonicalForm(of: yaml) == Sketch.format.canonicalForm(of: json))
        #expect(Sketch.format.compare(yaml, json, mode: .full).bump == .none)
    }

    @Test("registered contracts are found and followed")
    func refers() throws {
        let text = Sketch.message("send", "name: P, payload: {$ref: 'canon:billing.invoice@3'}")
        let source = ContractSource(Array(text.utf8))
        #expect(try Sketch.format.references(in: source) == ["canon:billing.invoice@3"])
        #expect(Sketch.refusal(text)?.hasPrefix("REFERENCE_UNRESOLVED") == true)
        func library(_ type: String) throws -> ReferenceLibrary {
            ReferenceLibrary(["canon:billing.invoice@3": try Document.json(Array(#"{"type":"\#(type)"}"#.utf8))])
        }
        let old = try Sketch.model(text, library: try library("integer"))
        let new = try Sketch.model(text.replacing("name: P", with: "name: P, title: t"), library: try library("number"))
        #expect(!Sketch.format.compare(old, new, mode: .backward).isCompatible)
        #expect(Sketch.format.compare(old, new, mode: .forward).isCompatible)
    }

    @Test("fields are listed behind what is done with them")
    func shapes() throws {
        let model = try Sketch.model(
            Sketch.message(
                "send",
                """
                name: Paid, headers: {type: object, properties: {t: {type: string}}}, payload: {type: object, \
                properties: {id: {type: string, x-class: PII}, n: {type: integer}}, required: [id]}
                """
            )
        )
        let fields = Sketch.format.shape(of: model).fields
        #expect(
            fields.map { "\($0.address) \($0.type) \($0.isRequired) \($0.sensitivity ?? "")" } == [
                "send invoice.paid Paid headers /t string false ", "send invoice.paid Paid /id string true PII",
                "send invoice.paid Paid /n integer false ",
            ]
        )
    }
}
