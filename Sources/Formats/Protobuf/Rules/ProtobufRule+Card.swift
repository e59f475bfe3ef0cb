package import Compatibility
internal import Contracts

extension ProtobufRule {
    /// The rule as its page in the reference tells it, with an example in the first category that it is part of.
    package var card: RuleCard {
        let told = telling
        return RuleCard(
            rawValue,
            .error,
            told.axes,
            summary: told.summary,
            why: told.why,
            source: source,
            example: .init(told.old, told.new, options: ComparisonOptions(category: categories.first ?? .file))
        )
    }

    private var source: String {
        let words = rawValue.split(separator: "_")
        let section =
            switch words.first {
            case "FIELD", "MESSAGE", "RESERVED", "EXTENSION", "ONEOF": "Updating A Message Type"
            case "ENUM": "Enumerations"
            case "RPC", "SERVICE": "Defining Services"
            case "PACKAGE": "Packages"
            default: rawValue.hasPrefix("FILE_SAME") ? "Options" : "Importing Definitions"
            }
        return "Protocol Buffers, Language Guide, \(section); buf, breaking rules"
    }

    private var telling: RuleTelling {
        switch self {
        case .fieldNoDelete, .fieldNoDeleteUnlessNameReserved, .fieldNoDeleteUnlessNumberReserved, .fieldSameName,
            .fieldSameJsonName, .fieldSameType, .fieldSameCardinality, .fieldSameDefault, .fieldSameOneof,
            .fieldWireCompatibleType, .fieldWireJsonCompatibleType, .fieldWireCompatibleCardinality,
            .fieldWireJsonCompatibleCardinality:
            tellingOfField
        case .fieldSameCppStringType, .fieldSameJavaUtf8Validation, .fieldSameJstype, .fieldSameUtf8Validation:
            tellingOfFieldOption
        case .messageNoDelete, .messageSameJsonFormat, .messageSameRequiredFields,
            .messageNoRemoveStandardDescriptorAccessor, .oneofNoDelete, .extensionNoDelete, .extensionMessageNoDelete,
            .reservedMessageNoDelete:
            tellingOfMessage
        case .enumNoDelete, .enumSameType, .enumSameJsonFormat, .enumValueNoDelete, .enumValueSameName,
            .enumValueNoDeleteUnlessNameReserved, .enumValueNoDeleteUnlessNumberReserved, .reservedEnumNoDelete:
            tellingOfEnum
        case .serviceNoDelete, .rpcNoDelete, .rpcSameClientStreaming, .rpcSameServerStreaming, .rpcSameRequestType,
            .rpcSameResponseType, .rpcSameIdempotencyLevel:
            tellingOfService
        case .fileNoDelete, .fileSamePackage, .fileSameSyntax, .packageNoDelete, .packageMessageNoDelete,
            .packageEnumNoDelete, .packageExtensionNoDelete, .packageServiceNoDelete:
            tellingOfPackage
        default: tellingOfFileOption
        }
    }
}
