import Compatibility
import Contracts
import Syntax
import Testing

@testable import Protobuf

@Suite("comparing Protobuf schemas")
struct ComparisonTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let old: String
        let new: String
        let file: [String]
        let wireJSON: [String]
        let wire: [String]
        var testDescription: String { why }

        init(
            _ why: String,
            _ old: String,
            _ new: String,
            file: [String] = [],
            wireJSON: [String] = [],
            wire: [String] = []
        ) {
            (self.why, self.old, self.new, self.file, self.wireJSON, self.wire) = (why, old, new, file, wireJSON, wire)
        }
    }

    static let cases = [
        Case("a field is added", "message A { int32 a = 1; }", "message A { int32 a = 1; int32 b = 2; }"),
        Case("a message is added", "message A {}", "message A {} message B {}"),
        Case("order changes", "message A { int32 a = 1; int32 b = 2; }", "message A { int32 b = 2; int32 a = 1; }"),
        Case("a value is added", "enum E { Z = 0; }", "enum E { Z = 0; Y = 1; }"),
        Case("an alias is added", "enum E { Z = 0; }", "enum E { option allow_alias = true; Z = 0; Y = 0; }"),
        Case("a range grows", "message A { reserved 2 to 4; }", "message A { reserved 1 to 9; }"),
        Case("a range is split", "message A { reserved 2 to 4; }", "message A { reserved 2, 3 to 4; }"),
        Case("a method is added", "service S {}", "service S { rpc A(M) returns (M); } message M {}"),
        Case(
            "a field is gone, number and name reserved",
            "message A { int32 a = 1; }",
            "message A { reserved 1; reserved \"a\"; }",
            file: ["FIELD_NO_DELETE"]
        ),
        Case(
            "a field is gone",
            "message A { int32 a = 1; }",
            "message A {}",
            file: ["FIELD_NO_DELETE"],
            wireJSON: ["FIELD_NO_DELETE_UNLESS_NAME_RESERVED", "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED"],
            wire: ["FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED"]
        ),
        Case(
            "a field has another name",
            "message A { int32 a = 1; }",
            "message A { int32 b = 1; }",
            file: ["FIELD_SAME_JSON_NAME", "FIELD_SAME_NAME"],
            wireJSON: ["FIELD_SAME_JSON_NAME", "FIELD_SAME_NAME"]
        ),
        Case(
            "a number is wider",
            "message A { int32 a = 1; }",
            "message A { int64 a = 1; }",
            file: ["FIELD_SAME_TYPE"],
            wireJSON: ["FIELD_WIRE_JSON_COMPATIBLE_TYPE"]
        ),
        Case(
            "a string may be any bytes",
            "message A { string a = 1; }",
            "message A { bytes a = 1; }",
            file: ["FIELD_SAME_TYPE"],
            wireJSON: ["FIELD_WIRE_JSON_COMPATIBLE_TYPE"]
        ),
        Case(
            "bytes must be a string",
            "message A { bytes a = 1; }",
            "message A { string a = 1; }",
            file: ["FIELD_SAME_TYPE"],
            wireJSON: ["FIELD_WIRE_JSON_COMPATIBLE_TYPE"],
            wire: ["FIELD_WIRE_COMPATIBLE_TYPE"]
        ),
        Case(
            "one became many",
            "message A { string a = 1; }",
            "message A { repeated string a = 1; }",
            file: ["FIELD_SAME_CARDINALITY"],
            wireJSON: ["FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY"],
            wire: ["FIELD_WIRE_COMPATIBLE_CARDINALITY"]
        ),
        Case(
            "presence became explicit",
            "message A { string a = 1; }",
            "message A { optional string a = 1; }",
            file: ["FIELD_SAME_CARDINALITY"]
        ),
        Case(
            "a field went into a oneof",
            "message A { string a = 1; oneof o { int32 b = 2; } }",
            "message A { oneof o { string a = 1; int32 b = 2; } }",
            file: ["FIELD_SAME_CARDINALITY", "FIELD_SAME_ONEOF"],
            wireJSON: ["FIELD_SAME_ONEOF"],
            wire: ["FIELD_SAME_ONEOF"]
        ),
        Case(
            "a package has another name",
            "package a; message A {}",
            "package b; message A {}",
            file: ["FILE_SAME_PACKAGE"],
            wireJSON: ["FILE_SAME_PACKAGE"],
            wire: ["FILE_SAME_PACKAGE"]
        ),
        Case("a message is gone", "message A {} message B {}", "message A {}", file: ["MESSAGE_NO_DELETE"]),
        Case(
            "a value has another name",
            "enum E { Z = 0; Y = 1; }",
            "enum E { Z = 0; X = 1; }",
            file: ["ENUM_VALUE_SAME_NAME"],
            wireJSON: ["ENUM_VALUE_SAME_NAME"]
        ),
        Case(
            "a value is gone",
            "enum E { Z = 0; Y = 1; }",
            "enum E { Z = 0; reserved \"Y\"; }",
            file: ["ENUM_VALUE_NO_DELETE"],
            wireJSON: ["ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED"],
            wire: ["ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED"]
        ),
        Case(
            "a stream became one",
            "service S { rpc A(M) returns (stream M); } message M {}",
            "service S { rpc A(M) returns (M); } message M {}",
            file: ["RPC_SAME_SERVER_STREAMING"],
            wireJSON: ["RPC_SAME_SERVER_STREAMING"],
            wire: ["RPC_SAME_SERVER_STREAMING"]
        ),
        Case(
            "an option of code generators",
            "option go_package = \"a\";",
            "option go_package = \"b\";",
            file: ["FILE_SAME_GO_PACKAGE"]
        ),
    ]

    private static func schema(_ text: String) throws(ContractFailure) -> ProtobufSchema {
        try Sketch.schema("syntax = \"proto3\"; " + text)
    }

    @Test(arguments: cases)
    func reportsExactly(_ test: Case) throws {
        let (old, new) = (try Self.schema(test.old), try Self.schema(test.new))
        let expected = [(BreakingCategory.file, test.file), (.wireJSON, test.wireJSON), (.wire, test.wire)]
        for (category, rules) in expected {
            let options = ComparisonOptions(category: category)
            let found = Sketch.format.findings(from: old, to: new, breaking: .backward, options: options)
            #expect(found.map(\.rule).sorted() == rules, "\(category)")
            #expect(found.allSatisfy { $0.direction == .backward && $0.severity == .error })
        }
    }

    @Test func saysWhereOnBothSides() throws {
        let old = try Self.schema("\nmessage A {\n  int32 a = 1;\n}")
        let new = try Self.schema("\n\nmessage A {\n  string a = 1;\n}")
        let found = Sketch.format.findings(from: old, to: new, breaking: .backward, options: ComparisonOptions())
        #expect(found.map(\.path) == ["A.a"])
        #expect(found.map { $0.old?.position.line } == [3])
        #expect(found.map { $0.new?.position.line } == [4])
        #expect(found.map(\.message) == ["the type (from int32 to string) of field 1 'A.a' changed"])
    }

    @Test(arguments: [
        (CompatibilityMode.backward, true), (.forward, false), (.full, false), (.none, true),
    ])
    func weighsByMode(mode: CompatibilityMode, isCompatible: Bool) throws {
        let (old, new) = (try Self.schema("message A {}"), try Self.schema("message A {} message B {}"))
        let comparison = Sketch.format.compare(old, new, mode: mode)
        #expect(comparison.isCompatible == isCompatible)
        #expect(comparison.bump == .minor)
    }

    /// What the convention of registries says in place of the category.
    @Test(arguments: [
        ("message A { int32 a = 1; }", "message A {}", []),
        ("message A { int32 a = 1; }", "message A { E a = 1; } enum E { Z = 0; }", []),
        ("message A { int32 a = 1; }", "message A { string a = 1; }", ["FIELD_SCALAR_KIND_CHANGED"]),
        ("message A { int32 a = 1; }", "message A { A a = 1; }", ["FIELD_KIND_CHANGED"]),
        ("message A { int32 a = 1; }", "message A { repeated int32 a = 1; }", ["FIELD_NUMERIC_LABEL_CHANGED"]),
        ("message A { string a = 1; }", "message A { repeated string a = 1; }", []),
        (
            "message A { B b = 1; } message B {}", "message A { C b = 1; } message B {} message C {}",
            ["FIELD_NAMED_TYPE_CHANGED"]
        ),
        ("message A {} message B {}", "message A {}", ["MESSAGE_REMOVED"]),
        ("package a;", "package b;", ["PACKAGE_CHANGED"]),
        (
            "message A { int32 a = 1; int32 b = 2; }", "message A { oneof o { int32 a = 1; int32 b = 2; } }",
            ["MULTIPLE_FIELDS_MOVED_TO_ONEOF"]
        ),
        ("message A { int32 a = 1; }", "message A { oneof o { int32 a = 1; int32 b = 2; } }", []),
        (
            "message A { oneof o { int32 a = 1; int32 b = 2; } }", "message A { oneof o { int32 b = 2; } }",
            ["ONEOF_FIELD_REMOVED"]
        ),
        (
            "message A { map<string, int32> a = 1; }", "message A { map<string, string> a = 1; }",
            ["FIELD_SCALAR_KIND_CHANGED"]
        ),
    ])
    func followsRegistries(old: String, new: String, rules: [String]) throws {
        let options = ComparisonOptions(policy: .lenient)
        let found = Sketch.format.findings(
            from: try Self.schema(old),
            to: try Self.schema(new),
            breaking: .backward,
            options: options
        )
        #expect(found.map(\.rule) == rules)
    }

    /// Annotations, which say how a service is seen over HTTP.
    @Test(arguments: [
        ("get: \"/v1/{name=a/*}\"", "get: \"/v1/{id=a/*}\"", "", "", []),
        ("get: \"/v1/{name=a/*}\"", "get: \"/v2/{name=a/*}\"", "", "", ["HTTP_BINDING_REMOVED"]),
        ("get: \"/v1/a\"", "get: \"/v1/a\" additional_bindings { get: \"/v2/a\" }", "", "", []),
        ("post: \"/v1/a\" body: \"*\"", "post: \"/v1/a\" body: \"name\"", "", "", ["HTTP_BODY_CHANGED"]),
        ("get: \"/v1\"", "get: \"/v1\"", "OPTIONAL", "REQUIRED", ["FIELD_BEHAVIOR_BECAME_REQUIRED"]),
        ("get: \"/v1\"", "get: \"/v1\"", "REQUIRED", "OPTIONAL", []),
        ("get: \"/v1\"", "get: \"/v1\"", "OPTIONAL", "OUTPUT_ONLY", ["FIELD_BEHAVIOR_BECAME_OUTPUT_ONLY"]),
    ])
    func seesAnnotations(oldRule: String, newRule: String, oldUse: String, newUse: String, rules: [String]) throws {
        let annotations = """
            syntax = "proto3"; package google.api; import "google/protobuf/descriptor.proto";
            message HttpRule {
              oneof pattern { string get = 2; string post = 4; }
              string body = 7; repeated HttpRule additional_bindings = 11;
            }
            enum FieldBehavior { UNSPECIFIED = 0; OPTIONAL = 1; REQUIRED = 2; OUTPUT_ONLY = 3; }
            extend google.protobuf.MethodOptions { HttpRule http = 72295728; }
            extend google.protobuf.FieldOptions { repeated FieldBehavior field_behavior = 1052; }
            """
        let models = try [(oldRule, oldUse), (newRule, newUse)].map { rule, use in
            let option = use.isEmpty ? "" : " [(google.api.field_behavior) = \(use)]"
            let text = """
                syntax = "proto3"; import "api.proto"; message M { string name = 1\(option); }
                service S { rpc A(M) returns (M) { option (google.api.http) = { \(rule) }; } }
                """
            return try ProtobufSchema(files: [
                ProtobufFile("api.proto", Array(annotations.utf8)), ProtobufFile("s.proto", Array(text.utf8)),
            ])
        }
        let found = Sketch.format.findings(
            from: models[0],
            to: models[1],
            breaking: .backward,
            options: ComparisonOptions()
        )
        #expect(found.map(\.rule) == rules)
        let wire = ComparisonOptions(category: .wire)
        #expect(Sketch.format.findings(from: models[0], to: models[1], breaking: .backward, options: wire) == [])
    }
}
