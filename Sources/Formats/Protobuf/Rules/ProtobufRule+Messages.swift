internal import Compatibility

extension ProtobufRule {
    /// What pages tell of rules about messages.
    var tellingOfMessage: RuleTelling {
        switch self {
        case .messageNoDelete:
            .proto3(
                "message",
                .removed,
                "A message is gone from its file.",
                "Generated code loses its type.",
                "message A {}\nmessage B {}",
                "message A {}"
            )
        case .messageSameJsonFormat:
            .edition(
                "message JSON format",
                .changed,
                "A message is no longer promised to have a form in JSON.",
                "Who exchanges it as JSON may no longer understand it.",
                "message A {}",
                "message A { option features.json_format = LEGACY_BEST_EFFORT; }"
            )
        case .messageSameRequiredFields:
            .proto2(
                "required field",
                .changed,
                "A message has other fields that must be sent.",
                "Readers refuse messages without a field that they need.",
                "message A {}",
                "message A { required int32 a = 1; }"
            )
        case .messageNoRemoveStandardDescriptorAccessor:
            .proto3(
                "descriptor accessor",
                .removed,
                "Generated code of a message has no accessor of its descriptor any more.",
                "Code that calls it does not compile.",
                "message A {}",
                "message A { option no_standard_descriptor_accessor = true; }"
            )
        case .oneofNoDelete:
            .proto3(
                "oneof",
                .removed,
                "A oneof is gone.",
                "Generated code loses what tells which of its fields is set.",
                "message A { oneof o { int32 a = 1; } }",
                "message A { int32 a = 1; }"
            )
        case .extensionNoDelete:
            .proto2(
                "extension",
                .removed,
                "An extension is gone from its file.",
                "Generated code loses its name, and what others still send in it is passed over.",
                "message A { extensions 4; }\nextend A { optional int32 b = 4; }",
                "message A { extensions 4; }"
            )
        case .extensionMessageNoDelete:
            .proto2(
                "extension range",
                .removed,
                "A message keeps fewer numbers for extensions.",
                "Extensions of others have a number that the message may give to a field of its own.",
                "message A { extensions 4 to 9; }",
                "message A { extensions 4 to 6; }"
            )
        default:
            .proto3(
                "reserved in a message",
                .removed,
                "A message reserves less than before.",
                "A number or name that was in use once may be given to something else.",
                "message A { reserved 2 to 4; }",
                "message A { reserved 2; }"
            )
        }
    }

    /// What pages tell of rules about enums.
    var tellingOfEnum: RuleTelling {
        let two = "enum E { Z = 0; A = 1; }"
        return switch self {
        case .enumNoDelete:
            .proto3(
                "enum",
                .removed,
                "An enum is gone from its file.",
                "Generated code loses its type.",
                "message A {}\nenum E { Z = 0; }",
                "message A {}"
            )
        case .enumSameType:
            .edition(
                "enum openness",
                .changed,
                "An enum became closed or open.",
                "A number that has no name is kept as value by the one, and put aside by the other.",
                "enum E { Z = 0; }",
                "enum E { option features.enum_type = CLOSED; Z = 0; }"
            )
        case .enumSameJsonFormat:
            .edition(
                "enum JSON format",
                .changed,
                "An enum is no longer promised to have a form in JSON.",
                "Who exchanges it as JSON may no longer understand it.",
                "enum E { Z = 0; }",
                "enum E { option features.json_format = LEGACY_BEST_EFFORT; Z = 0; }"
            )
        case .enumValueNoDelete:
            .proto3(
                "enum value",
                .removed,
                "A value is gone from an enum.",
                "Generated code loses its name, and who still sends it is not understood.",
                two,
                "enum E { Z = 0; reserved 1; reserved \"A\"; }"
            )
        case .enumValueNoDeleteUnlessNameReserved:
            .proto3(
                "enum value",
                .removed,
                "A value is gone from an enum and its name is not reserved.",
                "A later value of that name would be taken for it in JSON.",
                two,
                "enum E { Z = 0; reserved 1; }"
            )
        case .enumValueNoDeleteUnlessNumberReserved:
            .proto3(
                "enum value",
                .removed,
                "A value is gone from an enum and its number is not reserved.",
                "A later value of that number would be taken for it.",
                two,
                "enum E { Z = 0; reserved \"A\"; }"
            )
        case .enumValueSameName:
            .proto3(
                "enum value name",
                .changed,
                "A value of an enum has another name.",
                "Generated code and JSON know it by its name.",
                two,
                "enum E { Z = 0; B = 1; }"
            )
        default:
            .proto3(
                "reserved in an enum",
                .removed,
                "An enum reserves less than before.",
                "A number or name that was in use once may be given to something else.",
                "enum E { Z = 0; reserved 2 to 4; }",
                "enum E { Z = 0; reserved 2; }"
            )
        }
    }
}
