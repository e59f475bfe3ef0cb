import Compatibility
import Contracts
import Testing

@testable import Protobuf

@Suite("Protobuf descriptors")
struct DescriptorTests {
    static let texts = [
        #"syntax = "proto3"; message A { int32 a = 1; optional string b = 2; repeated A c = 3; map<string, A> d = 4; }"#,
        #"syntax = "proto2"; package p.q; message A { required int32 a = 1; optional bytes b = 2 [default = "\001x\"\n"]; }"#,
        #"""
        syntax = "proto2"; option java_package = "x";
        message A {
          repeated group B = 1 [deprecated = true] { optional double d = 1 [default = -inf]; }
          oneof o { string s = 2; E e = 3 [default = TWO]; }
          enum E { option allow_alias = true; ONE = 0; TWO = 2; ZWEI = 2; reserved 5 to 7, 100 to max; reserved "X"; }
          reserved 100 to 200, 300; reserved "old"; extensions 1000 to max;
          extend A { optional E more = 1000; }
        }
        extend A { repeated group G = 1001 { optional int32 g = 1; } }
        """#,
        #"""
        edition = "2023"; option features.enum_type = CLOSED;
        message A { int32 a = 1 [features.field_presence = IMPLICIT]; A b = 2 [features.message_encoding = DELIMITED]; reserved x; }
        enum E { ONE = 1; }
        """#,
        #"""
        syntax = "proto3"; import "google/protobuf/descriptor.proto"; import public "google/protobuf/any.proto";
        message Note { string text = 1; repeated int32 numbers = 2; Note inner = 3; sint64 z = 4; fixed32 f = 5; float g = 6; }
        extend google.protobuf.FieldOptions { Note note = 50000; repeated string tags = 50001; }
        extend google.protobuf.MethodOptions { bool audited = 50000; }
        message A {
          string name = 1 [(note) = { text: "it's \"so\"" numbers: [1, 2] inner { z: -5 f: 7 g: 1.5 } }, (tags) = "a", (tags) = "b", json_name = "n"];
        }
        service S { rpc Do(stream A) returns (stream google.protobuf.Any) { option (audited) = true; option idempotency_level = IDEMPOTENT; } }
        """#,
        #"""
        syntax = "proto3"; import option "google/protobuf/descriptor.proto"; import public "google/protobuf/any.proto";
        message A { int32 a_b = 1 [json_name = "aB"]; int32 c = 2 [json_name = ""]; int32 d = 3 [json_name = "\204"]; }
        """#,
    ]

    @Test(arguments: texts)
    func saysTheSameAsTheText(text: String) throws {
        let schema = try Sketch.schema(text)
        let descriptor = try #require(schema.descriptor())
        let read = try Sketch.schema(descriptor)
        let forms = [schema, read].map { String(decoding: Sketch.format.canonicalForm(of: $0), as: UTF8.self) }
        #expect(forms[0] == forms[1])
        #expect(read.descriptor() == descriptor)
    }

    @Test func isKnownByItsBytes() throws {
        let descriptor = try #require(try Sketch.schema("message A {}").descriptor())
        #expect(descriptor == "Cg5jb250cmFjdC5wcm90byIDCgFB")
        #expect(ProtobufFormat.recognises(ContractSource(Array(descriptor.utf8))))
    }

    @Test(arguments: ["CgFhIgT/////", "CgFhIgQKAlxB", "CgA=", "CgFhYgZwcm90bzQ="])
    func refuses(text: String) {
        #expect(throws: ContractFailure.self) { try Sketch.schema(text) }
    }
}
