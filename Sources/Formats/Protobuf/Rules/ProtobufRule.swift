package import Compatibility

/// What a comparison of two Protobuf schemas can find; the raw value is the rule's id, as users of buf know it.
package enum ProtobufRule: String, Hashable, Sendable, CaseIterable {
    case extensionNoDelete = "EXTENSION_NO_DELETE"
    case serviceNoDelete = "SERVICE_NO_DELETE"
    case enumNoDelete = "ENUM_NO_DELETE"
    case fileNoDelete = "FILE_NO_DELETE"
    case messageNoDelete = "MESSAGE_NO_DELETE"
    case enumSameType = "ENUM_SAME_TYPE"
    case fieldSameCardinality = "FIELD_SAME_CARDINALITY"
    case fieldSameCppStringType = "FIELD_SAME_CPP_STRING_TYPE"
    case fieldSameJavaUtf8Validation = "FIELD_SAME_JAVA_UTF8_VALIDATION"
    case fieldSameJstype = "FIELD_SAME_JSTYPE"
    case fieldSameUtf8Validation = "FIELD_SAME_UTF8_VALIDATION"
    case fileSameCcEnableArenas = "FILE_SAME_CC_ENABLE_ARENAS"
    case fileSameCcGenericServices = "FILE_SAME_CC_GENERIC_SERVICES"
    case fileSameCsharpNamespace = "FILE_SAME_CSHARP_NAMESPACE"
    case fileSameGoPackage = "FILE_SAME_GO_PACKAGE"
    case fileSameJavaGenericServices = "FILE_SAME_JAVA_GENERIC_SERVICES"
    case fileSameJavaMultipleFiles = "FILE_SAME_JAVA_MULTIPLE_FILES"
    case fileSameJavaOuterClassname = "FILE_SAME_JAVA_OUTER_CLASSNAME"
    case fileSameJavaPackage = "FILE_SAME_JAVA_PACKAGE"
    case fileSameObjcClassPrefix = "FILE_SAME_OBJC_CLASS_PREFIX"
    case fileSameOptimizeFor = "FILE_SAME_OPTIMIZE_FOR"
    case fileSamePhpClassPrefix = "FILE_SAME_PHP_CLASS_PREFIX"
    case fileSamePhpMetadataNamespace = "FILE_SAME_PHP_METADATA_NAMESPACE"
    case fileSamePhpNamespace = "FILE_SAME_PHP_NAMESPACE"
    case fileSamePyGenericServices = "FILE_SAME_PY_GENERIC_SERVICES"
    case fileSameRubyPackage = "FILE_SAME_RUBY_PACKAGE"
    case fileSameSwiftPrefix = "FILE_SAME_SWIFT_PREFIX"
    case rpcNoDelete = "RPC_NO_DELETE"
    case enumValueNoDelete = "ENUM_VALUE_NO_DELETE"
    case extensionMessageNoDelete = "EXTENSION_MESSAGE_NO_DELETE"
    case fieldNoDelete = "FIELD_NO_DELETE"
    case fieldSameType = "FIELD_SAME_TYPE"
    case fileSameSyntax = "FILE_SAME_SYNTAX"
    case messageNoRemoveStandardDescriptorAccessor = "MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR"
    case oneofNoDelete = "ONEOF_NO_DELETE"
    case enumSameJsonFormat = "ENUM_SAME_JSON_FORMAT"
    case enumValueSameName = "ENUM_VALUE_SAME_NAME"
    case fieldSameJsonName = "FIELD_SAME_JSON_NAME"
    case fieldSameName = "FIELD_SAME_NAME"
    case messageSameJsonFormat = "MESSAGE_SAME_JSON_FORMAT"
    case fieldSameDefault = "FIELD_SAME_DEFAULT"
    case fieldSameOneof = "FIELD_SAME_ONEOF"
    case fileSamePackage = "FILE_SAME_PACKAGE"
    case messageSameRequiredFields = "MESSAGE_SAME_REQUIRED_FIELDS"
    case reservedEnumNoDelete = "RESERVED_ENUM_NO_DELETE"
    case reservedMessageNoDelete = "RESERVED_MESSAGE_NO_DELETE"
    case rpcSameClientStreaming = "RPC_SAME_CLIENT_STREAMING"
    case rpcSameIdempotencyLevel = "RPC_SAME_IDEMPOTENCY_LEVEL"
    case rpcSameRequestType = "RPC_SAME_REQUEST_TYPE"
    case rpcSameResponseType = "RPC_SAME_RESPONSE_TYPE"
    case rpcSameServerStreaming = "RPC_SAME_SERVER_STREAMING"
    case packageEnumNoDelete = "PACKAGE_ENUM_NO_DELETE"
    case packageExtensionNoDelete = "PACKAGE_EXTENSION_NO_DELETE"
    case packageMessageNoDelete = "PACKAGE_MESSAGE_NO_DELETE"
    case packageNoDelete = "PACKAGE_NO_DELETE"
    case packageServiceNoDelete = "PACKAGE_SERVICE_NO_DELETE"
    case enumValueNoDeleteUnlessNameReserved = "ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED"
    case fieldNoDeleteUnlessNameReserved = "FIELD_NO_DELETE_UNLESS_NAME_RESERVED"
    case fieldWireJsonCompatibleCardinality = "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY"
    case fieldWireJsonCompatibleType = "FIELD_WIRE_JSON_COMPATIBLE_TYPE"
    case enumValueNoDeleteUnlessNumberReserved = "ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED"
    case fieldNoDeleteUnlessNumberReserved = "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED"
    case fieldWireCompatibleCardinality = "FIELD_WIRE_COMPATIBLE_CARDINALITY"
    case fieldWireCompatibleType = "FIELD_WIRE_COMPATIBLE_TYPE"
}

extension ProtobufRule {
    /// The categories that the rule is part of.
    package var categories: [BreakingCategory] {
        switch self {
        case .extensionNoDelete, .serviceNoDelete, .enumNoDelete, .fileNoDelete, .messageNoDelete:
            [.file]
        case .enumSameType, .fieldSameCardinality, .fieldSameCppStringType, .fieldSameJavaUtf8Validation,
            .fieldSameJstype, .fieldSameUtf8Validation, .fileSameCcEnableArenas, .fileSameCcGenericServices,
            .fileSameCsharpNamespace, .fileSameGoPackage, .fileSameJavaGenericServices, .fileSameJavaMultipleFiles,
            .fileSameJavaOuterClassname, .fileSameJavaPackage, .fileSameObjcClassPrefix, .fileSameOptimizeFor,
            .fileSamePhpClassPrefix, .fileSamePhpMetadataNamespace, .fileSamePhpNamespace,
            .fileSamePyGenericServices, .fileSameRubyPackage, .fileSameSwiftPrefix, .rpcNoDelete, .enumValueNoDelete,
            .extensionMessageNoDelete, .fieldNoDelete, .fieldSameType, .fileSameSyntax,
            .messageNoRemoveStandardDescriptorAccessor, .oneofNoDelete:
            [.file, .package]
        case .enumSameJsonFormat, .enumValueSameName, .fieldSameJsonName, .fieldSameName, .messageSameJsonFormat:
            [.file, .package, .wireJSON]
        case .fieldSameDefault, .fieldSameOneof, .fileSamePackage, .messageSameRequiredFields, .reservedEnumNoDelete,
            .reservedMessageNoDelete, .rpcSameClientStreaming, .rpcSameIdempotencyLevel, .rpcSameRequestType,
            .rpcSameResponseType, .rpcSameServerStreaming:
            BreakingCategory.allCases
        case .packageEnumNoDelete, .packageExtensionNoDelete, .packageMessageNoDelete, .packageNoDelete,
            .packageServiceNoDelete:
            [.package]
        case .enumValueNoDeleteUnlessNameReserved, .fieldNoDeleteUnlessNameReserved,
            .fieldWireJsonCompatibleCardinality, .fieldWireJsonCompatibleType:
            [.wireJSON]
        case .enumValueNoDeleteUnlessNumberReserved, .fieldNoDeleteUnlessNumberReserved:
            [.wireJSON, .wire]
        case .fieldWireCompatibleCardinality, .fieldWireCompatibleType:
            [.wire]
        }
    }
}
