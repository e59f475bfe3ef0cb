internal import Contracts

/// The files that every compiler brings along, declared by what they contain.
///
/// - SeeAlso: Protocol Buffers, "Well-Known Types" and "Descriptors".
enum WellKnownFiles {
    /// A schema of `descriptor.proto` alone.
    static let schema = ProtobufSchema(base)

    /// The same as what every draft begins with.
    static let base: SchemaDraft = {
        var schema = SchemaDraft()
        do {
            try add(descriptorPath, to: &schema)
            try Linker.link(&schema, from: 0)
        } catch { preconditionFailure("the built-in descriptor.proto is wrong: \(error)") }
        schema.share()
        return schema
    }()

    /// The path under which options are declared.
    static let descriptorPath = "google/protobuf/descriptor.proto"

    /// Adds a file that is built in.
    ///
    /// - Returns: False where there is none of that path.
    @discardableResult
    static func add(_ path: String, to schema: inout SchemaDraft) throws(ContractFailure) -> Bool {
        guard let text = texts[path] else { return false }
        try FileReader.read(Array(text.utf8), path: path, into: &schema)
        schema.builtIn.append(true)
        return true
    }

    private static let texts: [String: String] = [
        descriptorPath: DescriptorText.text,
        "google/protobuf/any.proto": proto3("message Any { string type_url = 1; bytes value = 2; }", java: "AnyProto"),
        "google/protobuf/duration.proto": proto3(
            "message Duration { int64 seconds = 1; int32 nanos = 2; }",
            java: "DurationProto"
        ),
        "google/protobuf/timestamp.proto": proto3(
            "message Timestamp { int64 seconds = 1; int32 nanos = 2; }",
            java: "TimestampProto"
        ),
        "google/protobuf/empty.proto": proto3("message Empty {}", java: "EmptyProto"),
        "google/protobuf/field_mask.proto": proto3(
            "message FieldMask { repeated string paths = 1; }",
            java: "FieldMaskProto"
        ),
        "google/protobuf/source_context.proto": proto3(
            "message SourceContext { string file_name = 1; }",
            java: "SourceContextProto"
        ),
        "google/protobuf/struct.proto": proto3(
            """
            message Struct { map<string, Value> fields = 1; }
            message Value {
              oneof kind {
                NullValue null_value = 1; double number_value = 2; string string_value = 3; bool bool_value = 4;
                Struct struct_value = 5; ListValue list_value = 6;
              }
            }
            enum NullValue { NULL_VALUE = 0; }
            message ListValue { repeated Value values = 1; }
            """,
            java: "StructProto"
        ),
        "google/protobuf/wrappers.proto": proto3(
            ["Double", "Float", "Int64", "UInt64", "Int32", "UInt32", "Bool", "String", "Bytes"]
                .map { "message \($0)Value { \($0.lowercased()) value = 1; }" }.joined(),
            java: "WrappersProto"
        ),
        "google/protobuf/type.proto": proto3(MoreTexts.type, java: "TypeProto"),
        "google/protobuf/api.proto": proto3(MoreTexts.api, java: "ApiProto"),
        "google/protobuf/compiler/plugin.proto": MoreTexts.plugin,
        "google/protobuf/cpp_features.proto": MoreTexts.cppFeatures,
        "google/protobuf/java_features.proto": MoreTexts.javaFeatures,
        "google/protobuf/go_features.proto": MoreTexts.goFeatures,
    ]

    private static func proto3(_ body: String, java: String) -> String {
        "syntax = \"proto3\"; package google.protobuf; option java_outer_classname = \"\(java)\"; \(body)"
    }
}

/// The longer ones of the files that are built in.
private enum MoreTexts {
    static let type = """
        import "google/protobuf/any.proto"; import "google/protobuf/source_context.proto";
        message Type {
          string name = 1; repeated Field fields = 2; repeated string oneofs = 3; repeated Option options = 4;
          SourceContext source_context = 5; Syntax syntax = 6; string edition = 7;
        }
        message Field {
          enum Kind {
            TYPE_UNKNOWN = 0; TYPE_DOUBLE = 1; TYPE_FLOAT = 2; TYPE_INT64 = 3; TYPE_UINT64 = 4; TYPE_INT32 = 5;
            TYPE_FIXED64 = 6; TYPE_FIXED32 = 7; TYPE_BOOL = 8; TYPE_STRING = 9; TYPE_GROUP = 10; TYPE_MESSAGE = 11;
            TYPE_BYTES = 12; TYPE_UINT32 = 13; TYPE_ENUM = 14; TYPE_SFIXED32 = 15; TYPE_SFIXED64 = 16;
            TYPE_SINT32 = 17; TYPE_SINT64 = 18;
          }
          enum Cardinality {
            CARDINALITY_UNKNOWN = 0; CARDINALITY_OPTIONAL = 1; CARDINALITY_REQUIRED = 2; CARDINALITY_REPEATED = 3;
          }
          Kind kind = 1; Cardinality cardinality = 2; int32 number = 3; string name = 4; string type_url = 6;
          int32 oneof_index = 7; bool packed = 8; repeated Option options = 9; string json_name = 10;
          string default_value = 11;
        }
        message Enum {
          string name = 1; repeated EnumValue enumvalue = 2; repeated Option options = 3;
          SourceContext source_context = 4; Syntax syntax = 5; string edition = 6;
        }
        message EnumValue { string name = 1; int32 number = 2; repeated Option options = 3; }
        message Option { string name = 1; Any value = 2; }
        enum Syntax { SYNTAX_PROTO2 = 0; SYNTAX_PROTO3 = 1; SYNTAX_EDITIONS = 2; }
        """
    static let api = """
        import "google/protobuf/source_context.proto"; import "google/protobuf/type.proto";
        message Api {
          string name = 1; repeated Method methods = 2; repeated Option options = 3; string version = 4;
          SourceContext source_context = 5; repeated Mixin mixins = 6; Syntax syntax = 7; string edition = 8;
        }
        message Method {
          string name = 1; string request_type_url = 2; bool request_streaming = 3; string response_type_url = 4;
          bool response_streaming = 5; repeated Option options = 6; Syntax syntax = 7; string edition = 8;
        }
        message Mixin { string name = 1; string root = 2; }
        """
    static let plugin = """
        syntax = "proto2"; package google.protobuf.compiler; import "google/protobuf/descriptor.proto";
        message Version {
          optional int32 major = 1; optional int32 minor = 2; optional int32 patch = 3; optional string suffix = 4;
        }
        message CodeGeneratorRequest {
          repeated string file_to_generate = 1; optional string parameter = 2; optional Version compiler_version = 3;
          repeated FileDescriptorProto proto_file = 15; repeated FileDescriptorProto source_file_descriptors = 17;
        }
        message CodeGeneratorResponse {
          optional string error = 1; optional uint64 supported_features = 2; optional int32 minimum_edition = 3;
          optional int32 maximum_edition = 4;
          enum Feature { FEATURE_NONE = 0; FEATURE_PROTO3_OPTIONAL = 1; FEATURE_SUPPORTS_EDITIONS = 2; }
          message File {
            optional string name = 1; optional string insertion_point = 2; optional string content = 15;
            optional GeneratedCodeInfo generated_code_info = 16;
          }
          repeated File file = 15;
        }
        """
    static let cppFeatures = """
        syntax = "proto2"; package pb; import "google/protobuf/descriptor.proto";
        extend google.protobuf.FeatureSet { optional CppFeatures cpp = 1000; }
        message CppFeatures {
          enum StringType { STRING_TYPE_UNKNOWN = 0; VIEW = 1; CORD = 2; STRING = 3; }
          optional bool legacy_closed_enum = 1 [targets = TARGET_TYPE_FIELD, targets = TARGET_TYPE_FILE];
          optional StringType string_type = 2 [targets = TARGET_TYPE_FIELD, targets = TARGET_TYPE_FILE];
          optional bool enum_name_uses_string_view = 3 [targets = TARGET_TYPE_ENUM, targets = TARGET_TYPE_FILE];
        }
        """
    static let javaFeatures = """
        syntax = "proto2"; package pb; import "google/protobuf/descriptor.proto";
        extend google.protobuf.FeatureSet { optional JavaFeatures java = 1001; }
        message JavaFeatures {
          enum Utf8Validation { UTF8_VALIDATION_UNKNOWN = 0; DEFAULT = 1; VERIFY = 2; }
          optional bool legacy_closed_enum = 1 [targets = TARGET_TYPE_FIELD, targets = TARGET_TYPE_FILE];
          optional Utf8Validation utf8_validation = 2 [targets = TARGET_TYPE_FIELD, targets = TARGET_TYPE_FILE];
        }
        """
    static let goFeatures = """
        syntax = "proto2"; package pb; import "google/protobuf/descriptor.proto";
        extend google.protobuf.FeatureSet { optional GoFeatures go = 1002; }
        message GoFeatures {
          optional bool legacy_unmarshal_json_enum = 1 [targets = TARGET_TYPE_ENUM, targets = TARGET_TYPE_FILE];
          enum APILevel { API_LEVEL_UNSPECIFIED = 0; API_OPEN = 1; API_HYBRID = 2; API_OPAQUE = 3; }
          optional APILevel api_level = 2 [targets = TARGET_TYPE_MESSAGE, targets = TARGET_TYPE_FILE];
          enum StripEnumPrefix {
            STRIP_ENUM_PREFIX_UNSPECIFIED = 0; STRIP_ENUM_PREFIX_KEEP = 1; STRIP_ENUM_PREFIX_GENERATE_BOTH = 2;
            STRIP_ENUM_PREFIX_STRIP = 3;
          }
          optional StripEnumPrefix strip_enum_prefix = 3
            [targets = TARGET_TYPE_ENUM, targets = TARGET_TYPE_ENUM_ENTRY, targets = TARGET_TYPE_FILE];
        }
        """
}
