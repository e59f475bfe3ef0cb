internal import Compatibility

extension ProtobufRule {
    /// What pages tell of rules about fields.
    var tellingOfField: RuleTelling {
        let one = "message A { int32 a = 1; }"
        return switch self {
        case .fieldNoDelete:
            .proto3(
                "field",
                .removed,
                "A field is gone.",
                "Generated code loses its accessors, and what others still send in it is passed over.",
                one,
                "message A { reserved 1; reserved \"a\"; }"
            )
        case .fieldNoDeleteUnlessNameReserved:
            .proto3(
                "field",
                .removed,
                "A field is gone and its name is not reserved.",
                "A later field of that name would take its values in JSON for its own.",
                one,
                "message A { reserved 1; }"
            )
        case .fieldNoDeleteUnlessNumberReserved:
            .proto3(
                "field",
                .removed,
                "A field is gone and its number is not reserved.",
                "A later field of that number would take its bytes for its own.",
                one,
                "message A { reserved \"a\"; }"
            )
        case .fieldSameName:
            .proto3(
                "field name",
                .changed,
                "A field has another name.",
                "Generated code and JSON know it by its name.",
                one,
                "message A { int32 b = 1; }"
            )
        case .fieldSameJsonName:
            .proto3(
                "field JSON name",
                .changed,
                "A field has another name in JSON.",
                "Readers of JSON do not find what is sent under the other name.",
                one,
                "message A { int32 a = 1 [json_name = \"b\"]; }"
            )
        case .fieldSameDefault:
            .proto2(
                "field default",
                .changed,
                "A field has another default.",
                "Who reads a message without the field sees another value.",
                "message A { optional int32 a = 1 [default = 1]; }",
                "message A { optional int32 a = 1 [default = 2]; }"
            )
        case .fieldSameOneof:
            .proto3(
                "field oneof",
                .changed,
                "A field went into a oneof, left one, or changed to another.",
                "Of several fields that were sent together only the last is kept.",
                "message A { int32 a = 1; oneof o { int32 b = 2; } }",
                "message A { oneof o { int32 a = 1; int32 b = 2; } }"
            )
        default: tellingOfFieldForm
        }
    }

    private var tellingOfFieldForm: RuleTelling {
        let one = "message A { int32 a = 1; }"
        let many = "message A { repeated int32 a = 1; }"
        return switch self {
        case .fieldSameType:
            .proto3(
                "field type",
                .changed,
                "A field has another type.",
                "Generated code has another type in its place.",
                one,
                "message A { int64 a = 1; }"
            )
        case .fieldWireCompatibleType:
            .proto3(
                "field type",
                .changed,
                "A field has another type that is written in another way.",
                "Readers take the bytes for something else, or refuse them.",
                one,
                "message A { string a = 1; }"
            )
        case .fieldWireJsonCompatibleType:
            .proto3(
                "field type",
                .changed,
                "A field has another type that is written in another way in bytes or in JSON.",
                "Readers of one of the two forms take the value for something else, or refuse it.",
                one,
                "message A { int64 a = 1; }"
            )
        case .fieldSameCardinality:
            .proto3(
                "field cardinality",
                .changed,
                "A field can be there more or less often, or its presence is told in another way.",
                "Generated code has other accessors.",
                one,
                "message A { optional int32 a = 1; }"
            )
        case .fieldWireCompatibleCardinality:
            .proto3(
                "field cardinality",
                .changed,
                "A field changed between one value and many, in a way that readers of bytes do not follow.",
                "Readers see one of several values, or none of them.",
                one,
                many
            )
        default:
            .proto3(
                "field cardinality",
                .changed,
                "A field changed between one value and many, in a way that readers of bytes or of JSON do not follow.",
                "In JSON one value and a list are not the same.",
                one,
                many
            )
        }
    }

    /// What pages tell of rules about options of fields.
    var tellingOfFieldOption: RuleTelling {
        switch self {
        case .fieldSameCppStringType:
            .proto3(
                "C++ string type",
                .changed,
                "A field has another string type in C++.",
                "Generated C++ code has other accessors.",
                "message A { string a = 1; }",
                "message A { string a = 1 [ctype = CORD]; }"
            )
        case .fieldSameJavaUtf8Validation:
            .proto2(
                "Java UTF-8 check",
                .changed,
                "Java checks otherwise than before whether a string is UTF-8.",
                "Strings that were taken are refused, or the reverse.",
                "message A { optional string a = 1; }",
                "option java_string_check_utf8 = true;\nmessage A { optional string a = 1; }"
            )
        case .fieldSameUtf8Validation:
            .edition(
                "UTF-8 check",
                .changed,
                "It is checked otherwise than before whether a string is UTF-8.",
                "Strings that were taken are refused, or the reverse.",
                "message A { string a = 1; }",
                "message A { string a = 1 [features.utf8_validation = NONE]; }"
            )
        default:
            .proto3(
                "JavaScript type",
                .changed,
                "A number of 64 bits has another type in JavaScript.",
                "Generated JavaScript gives a string where it gave a number, or the reverse.",
                "message A { int64 a = 1; }",
                "message A { int64 a = 1 [jstype = JS_STRING]; }"
            )
        }
    }
}
