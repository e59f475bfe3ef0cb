package import Compatibility
internal import Contracts

extension RegistryRule {
    /// The rule as its page in the reference tells it; it is asked under ``CompatibilityPolicy/lenient``.
    package var card: RuleCard {
        let told = telling
        return RuleCard(
            rawValue,
            .error,
            told.axes,
            summary: told.summary,
            why: told.why,
            source: "Protocol Buffers, Language Guide, Updating A Message Type; the convention of schema registries",
            example: .init(told.old, told.new, options: ComparisonOptions(policy: .lenient))
        )
    }

    private var telling: RuleTelling {
        let one = "message A { int32 a = 1; }"
        return switch self {
        case .messageRemoved:
            .proto3(
                "message",
                .removed,
                "A message is gone.",
                "Data written as that message can no longer be read.",
                "message A {}\nmessage B {}",
                "message A {}"
            )
        case .fieldKindChanged:
            .proto3(
                "field type",
                .changed,
                "A field changed between a message and something else.",
                "Readers take the bytes for something else.",
                one,
                "message A { A a = 1; }"
            )
        case .fieldScalarKindChanged:
            .proto3(
                "field type",
                .changed,
                "A field has another type that is written in another way.",
                "Readers take the bytes for something else, or refuse them.",
                one,
                "message A { string a = 1; }"
            )
        case .fieldNamedTypeChanged:
            .proto3(
                "field type",
                .changed,
                "A field is of another message.",
                "Readers take the bytes for something else.",
                "message A { B a = 1; }\nmessage B {}\nmessage C {}",
                "message A { C a = 1; }\nmessage B {}\nmessage C {}"
            )
        case .fieldNumericLabelChanged:
            .proto3(
                "field cardinality",
                .changed,
                "A number changed between one value and many.",
                "Numbers in a list are packed, and readers of one do not unpack them.",
                one,
                "message A { repeated int32 a = 1; }"
            )
        case .requiredFieldAdded:
            .proto2(
                "required field",
                .added,
                "A field must be sent now.",
                "Readers refuse messages without it.",
                "message A {}",
                "message A { required int32 a = 1; }"
            )
        case .requiredFieldRemoved:
            .proto2(
                "required field",
                .removed,
                "A field is gone that had to be sent.",
                "Old readers refuse messages without it.",
                "message A { required int32 a = 1; }",
                "message A {}"
            )
        default: tellingOfOneof
        }
    }

    private var tellingOfOneof: RuleTelling {
        switch self {
        case .oneofFieldRemoved:
            .proto3(
                "oneof field",
                .removed,
                "A field is gone from a oneof.",
                "Readers cannot tell that none was set from that an unknown one was.",
                "message A { oneof o { int32 a = 1; int32 b = 2; } }",
                "message A { oneof o { int32 b = 2; } }"
            )
        case .multipleFieldsMovedToOneof:
            .proto3(
                "oneof membership",
                .changed,
                "Several fields that could be set together went into a oneof.",
                "Readers keep only the last of them.",
                "message A { int32 a = 1; int32 b = 2; }",
                "message A { oneof o { int32 a = 1; int32 b = 2; } }"
            )
        case .fieldMovedToExistingOneof:
            .proto3(
                "oneof membership",
                .changed,
                "A field went into a oneof that others were in.",
                "Readers keep only the last of what was set together.",
                "message A { int32 a = 1; oneof o { int32 b = 2; } }",
                "message A { oneof o { int32 a = 1; int32 b = 2; } }"
            )
        default:
            .proto3(
                "package name",
                .changed,
                "The package has another name.",
                "All names in it are others.",
                "package a;\nmessage A {}",
                "package b;\nmessage A {}"
            )
        }
    }
}
