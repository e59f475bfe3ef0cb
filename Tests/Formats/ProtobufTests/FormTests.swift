import Compatibility
import Contracts
import Testing

@testable import Protobuf

@Suite("form and shape of Protobuf schemas")
struct FormTests {
    private func form(_ text: String) throws -> String {
        String(decoding: Sketch.format.canonicalForm(of: try Sketch.schema(text)), as: UTF8.self)
    }

    @Test func passesOverWhatIsFormOnly() throws {
        let one = """
            syntax = "proto3"; package p;
            // a message
            message A { string a = 1; B b = 2; } message B { int32 x = 1; reserved 4, 2 to 3; }
            """
        let other = """
            syntax = 'proto3';
            package p; /* in another order */
            message B { reserved 2 to 3, 4; int32 x = 0x1; }
            message A { .p.B b = 2; string a = 1; };
            """
        #expect(try form(one) == form(other))
        #expect(
            try form(one) == """
                syntax proto3
                package p
                message p.A
                 1 string a
                 2 p.B b
                message p.B
                 1 int32 x
                 reserved 2 to 3
                 reserved 4 to 4

                """
        )
    }

    @Test(arguments: [
        "message A { optional int32 a = 1; }", "message A { int32 b = 1; }", "message A { int64 a = 1; }",
        "message A { int32 a = 1 [deprecated = true]; }", "message A { int32 a = 1 [json_name = \"b\"]; }",
        "message A { oneof o { int32 a = 1; } }", "message A { int32 a = 1; reserved 2; }",
        "package p; message A { int32 a = 1; }",
        "message A { int32 a = 1; } enum E { Z = 0; }",
    ])
    func tellsContentApart(text: String) throws {
        let usual = "syntax = \"proto3\"; "
        #expect(try form(usual + text) != form(usual + "message A { int32 a = 1; }"))
    }

    @Test func showsFields() throws {
        let shape = Sketch.format.shape(
            of: try Sketch.schema(
                """
                syntax = "proto2"; package p;
                message Order { required string id = 1; repeated Line lines = 2; optional State state = 3; map<string, Line> more = 4; }
                message Line { optional int32 count = 1; optional Order back = 2; }
                enum State { OPEN = 0; SHUT = 1; }
                message Root { optional Order order = 1; }
                """
            )
        )
        #expect(
            shape.fields.map {
                "\($0.address) \($0.type)\($0.isRequired ? "!" : "") \($0.values.joined(separator: ","))"
            } == [
                "/order p.Order ", "/order/id string! ", "/order/lines repeated p.Line ", "/order/lines/*/count int32 ",
                "/order/lines/*/back p.Order ", "/order/state p.State \"OPEN\",\"SHUT\"",
                "/order/more map<string, p.Line> ",
                "/order/more/*/count int32 ", "/order/more/*/back p.Order ",
            ]
        )
    }

    @Test(
        arguments: [
            ("a.proto", "anything", true), (nil, "syntax = \"proto3\"; message A {}", true),
            (nil, "message A {}", true),
            (nil, "{\"files\": {\"a.proto\": \"message A {}\"}}", true),
            (nil, "{\"files\": {\"a.json\": \"{}\"}}", false),
            (nil, "{\"type\": \"object\"}", false), (nil, "type: object", false), (nil, "message: hello", false),
            (nil, "", false),
        ] as [(String?, String, Bool)]
    )
    func recognises(file: String?, text: String, isOurs: Bool) {
        #expect(ProtobufFormat.recognises(ContractSource(Array(text.utf8), file: file)) == isOurs)
    }
}
