import Contracts
import Syntax
import Testing

@testable import Protobuf

@Suite("reading Protobuf files")
struct ParsingTests {
    /// Texts that are right, most with what looks wrong.
    static let accepted = [
        "", ";", "// nothing", "/* nothing\n */", "syntax = 'proto' '3';",
        "message message { optional string string = 1; }",
        "message A { optional int32 optional = 1; optional A message = 2; }",
        "message A { optional .A a = 1; reserved 2, 4 to 6, 100 to max; }",
        "syntax = \"proto3\"; message A { map<string, A> a = 1; oneof b { int32 c = 2; A d = 3; } }",
        "syntax = \"proto3\"; enum E { A = 0; B = -1; C = 0x7fffffff; }",
        "enum E { option allow_alias = true; A = 1; B = 1; }",
        "message A { optional string s = 1 [default = \"a\" 'b' \"\\x41\\101\\u00e4\"]; }",
        "message A { optional float f = 1 [default = -1.5e-3]; optional float g = 2 [default = .5]; optional double h = 3 [default = nan]; }",
        "message A { extensions 4 to 8; } extend A { optional int32 b = 4; }",
        "service S { rpc A(M) returns (M); rpc B(stream M) returns (stream M) {} ; } message M {}",
        "edition = \"2023\"; message A { int32 a = 1 [features.field_presence = LEGACY_REQUIRED]; reserved b, c; }",
        "import \"google/protobuf/timestamp.proto\"; message A { optional google.protobuf.Timestamp t = 1; }",
        "syntax = \"proto3\"; message A { optional int32 a = 1; int32 _a = 2; }",
        "message A { optional group B = 1 { optional int32 c = 1; } }",
        "package a.b; message A { message A { optional A a = 1; optional .a.b.A b = 2; optional b.A c = 3; } }",
    ]

    @Test(arguments: accepted)
    func accepts(text: String) throws { _ = try Sketch.schema(text) }

    /// Texts that are wrong, with the code and the place.
    static let refused: [(text: String, code: ProtobufFault, line: Int, column: Int)] = [
        ("message A {", .syntax, 1, 12), ("message A { optional int32 a 1; }", .syntax, 1, 30),
        ("message 1 {}", .syntax, 1, 9), ("messages A {}", .syntax, 1, 1), ("/* open", .syntax, 1, 1),
        ("syntax = \"proto4\";", .syntax, 1, 10),
        ("message A { optional string s = 1 [default = \"a\n\"]; }", .syntax, 1, 46),
        ("message A { optional int32 a = 1x; }", .syntax, 1, 33),
        ("message A { optional int32 a = 08; }", .syntax, 1, 32),
        ("message A { optional B b = 1; }", .unknownName, 1, 22), ("import \"b.proto\";", .unresolvedImport, 1, 1),
        ("message A {}\nmessage A {}", .duplicateName, 2, 9),
        ("message A { optional int32 a = 1; optional int32 a = 2; }", .duplicateName, 1, 50),
        ("message A { optional int32 a = 1; optional int32 b = 1; }", .number, 1, 54),
        ("message A { optional int32 a = 0; }", .number, 1, 32),
        ("message A { optional int32 a = 19000; }", .number, 1, 32),
        ("message A { optional int32 a = 536870912; }", .number, 1, 32),
        ("message A { reserved 1 to 3; optional int32 a = 2; }", .number, 1, 49),
        ("message A { reserved \"a\"; optional int32 a = 2; }", .name, 1, 42),
        ("message A { reserved 1 to 3, 3; }", .range, 1, 30), ("message A { reserved 3 to 1; }", .range, 1, 22),
        ("message A { int32 a = 1; }", .label, 1, 13),
        ("syntax = \"proto3\"; message A { required int32 a = 1; }", .label, 1, 32),
        ("syntax = \"proto3\"; enum E { A = 1; }", .number, 1, 33), ("enum E {}", .incomplete, 1, 1),
        ("enum E { A = 1; B = 1; }", .number, 1, 21), ("enum E { A = 1; } enum F { A = 1; }", .duplicateName, 1, 28),
        ("message A { oneof a { } }", .incomplete, 1, 13), ("message A { map<float, int32> a = 1; }", .type, 1, 17),
        ("message A { optional int32 a = 1 [default = \"x\"]; }", .option, 1, 45),
        ("message A { optional int32 a = 1 [nothing = 1]; }", .option, 1, 35),
        ("option (nothing) = 1;", .option, 1, 8), ("option java_package = 1;", .option, 1, 23),
        ("syntax = \"proto3\"; message A { int32 a_b = 1; int32 aB = 2; }", .jsonName, 1, 47),
        ("message A {} extend A { optional int32 a = 1; }", .number, 1, 44),
        ("service S { rpc A(E) returns (E); } enum E { Z = 0; }", .type, 1, 19),
        (
            "edition = \"2023\"; message A { repeated int32 a = 1 [features.field_presence = EXPLICIT]; }", .feature, 1,
            53
        ),
        ("{\"files\": {\"a.proto\": 1}}", .syntax, 1, 23), ("{}", .syntax, 1, 1),
    ]

    @Test(arguments: refused)
    func refuses(text: String, code: ProtobufFault, line: Int, column: Int) {
        do throws(ContractFailure) {
            _ = try Sketch.schema(text)
            Issue.record("accepted: \(text)")
        } catch {
            #expect(error.code == code.rawValue, "\(error)")
            #expect(error.place.position.line == line, "\(error)")
            #expect(error.place.position.column == column, "\(error)")
        }
    }

    @Test func readsSets() throws {
        let schema = try ProtobufSchema(files: [
            ProtobufFile("b.proto", Array("package b; import public \"c.proto\"; message B {}".utf8)),
            ProtobufFile(
                "a.proto",
                Array("import \"b.proto\"; message A { optional b.B b = 1; optional c.C c = 2; }".utf8)
            ),
            ProtobufFile("c.proto", Array("package c; message C {}".utf8)),
        ])
        #expect(schema.ownFiles.map { schema.names.text(schema.files[$0].path) } == ["a.proto", "b.proto", "c.proto"])
    }

    @Test func namesTheFileOfAFault() {
        let files = [
            "a.proto": "import \"b.proto\";", "b.proto": "\n message B { optional C c = 1; }",
            "c.proto": "message C {}",
        ]
        do throws(ContractFailure) {
            _ = try ProtobufSchema(files: files.map { ProtobufFile($0.key, Array($0.value.utf8)) })
            Issue.record("accepted")
        } catch {
            #expect(error.place.file == "b.proto")
            #expect(error.place.position.line == 2)
        }
    }

    /// Every limit ends a hostile text with its name.
    @Test(arguments: [
        (String(repeating: "message A {", count: 40), "nesting"),
        ("option (a) = " + String(repeating: "{ a ", count: 100), "valueNesting"),
    ])
    func hasLimits(text: String, limit: String) {
        do throws(ContractFailure) {
            _ = try Sketch.schema(text)
            Issue.record("accepted")
        } catch {
            #expect(error.code == ProtobufFault.limit.rawValue)
            #expect(error.message.contains("'\(limit)'"))
        }
    }

    @Test func everyBuiltInFileReads() throws {
        let names = [
            "any", "duration", "timestamp", "empty", "field_mask", "source_context", "struct", "wrappers", "type",
            "api",
        ]
        let more = ["compiler/plugin", "cpp_features", "java_features", "go_features", "descriptor"]
        for name in names + more { _ = try Sketch.schema("import \"google/protobuf/\(name).proto\";") }
    }
}
