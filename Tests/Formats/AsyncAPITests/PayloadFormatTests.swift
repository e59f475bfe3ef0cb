import Testing

@Suite("payloads in other languages")
struct PayloadFormatTests {
    private static func avro(_ action: String, _ fields: String) -> String {
        Sketch.message(
            action,
            """
            name: P, payload: {schemaFormat: 'application/vnd.apache.avro+json;version=1.9.0', \
            schema: {type: record, name: R, fields: [\(fields)]}}
            """
        )
    }

    private static func proto(_ action: String, _ body: String, _ type: String = "application/protobuf") -> String {
        Sketch.v3(
            """
            channels:
              paid:
                address: invoice.paid
                messages:
                  m:
                    name: P
                    contentType: \(type)
                    payload:
                      schemaFormat: application/vnd.google.protobuf;version=3
                      schema: |
                        syntax = "proto3";
                        message Paid { \(body) }
            operations:
              o: {action: \(action), channel: {$ref: '#/channels/paid'}}
            """
        )
    }

    private static let int = "{name: a, type: int}"
    private static let long = "{name: a, type: long}"
    private static let more = "{name: a, type: int}, {name: b, type: int, default: 0}"

    static let cases: [ChangeCase] = [
        .init(
            "Avro: long is no int, sent",
            avro("send", int),
            avro("send", long),
            ["backward TYPE_MISMATCH send invoice.paid P /a"]
        ),
        .init(
            "Avro: long reads int, received",
            avro("receive", int),
            avro("receive", long),
            ["forward TYPE_MISMATCH receive invoice.paid P /a"]
        ),
        .init("Protobuf: a field more", proto("send", "string a = 1;"), proto("send", "string a = 1; int32 b = 2;")),
        .init(
            "Protobuf: a field less",
            proto("receive", "string a = 1; int32 b = 2;"),
            proto("receive", "string a = 1;")
        ),
        .init("Protobuf: another name", proto("send", "string a = 1;"), proto("send", "string b = 1;")),
    ]

    @Test(arguments: cases)
    func tells(_ test: ChangeCase) throws { #expect(try changes(from: test.old, to: test.new) == test.shows) }

    @Test("a field with a default breaks nobody; it is told quietly")
    func tellsQuietly() throws {
        let shown = try changes(from: Self.avro("send", Self.int), to: Self.avro("send", Self.more))
        #expect(shown.allSatisfy { $0.hasPrefix("noted") })
    }

    @Test("Protobuf: another type breaks both ways, another name only where it is written")
    func tellsTypes() throws {
        let (old, new) = (Self.proto("send", "string a = 1;"), Self.proto("send", "int32 a = 1;"))
        #expect(
            try Set(changes(from: old, to: new).map { String($0.prefix { $0 != " " }) }) == ["backward", "forward"]
        )
        let json = (
            Self.proto("send", "string a = 1;", "application/json"),
            Self.proto("send", "string b = 1;", "application/json")
        )
        #expect(
            try changes(from: json.0, to: json.1).map { $0.split(separator: " ")[1] }.contains("FIELD_SAME_JSON_NAME")
        )
    }

    @Test("what is wrong inside of a schema is told at its place in the document")
    func refuses() {
        #expect(
            Sketch.refusal(Self.avro("send", "{name: a, type: Unknown}"))
                == "AVRO_TYPE_UNKNOWN /channels/paid/messages/m/payload/schema/fields/0/type 4:188"
        )
        #expect(Sketch.refusal(Self.proto("send", "strin"))?.hasPrefix("PROTOBUF_") == true)
    }
}
