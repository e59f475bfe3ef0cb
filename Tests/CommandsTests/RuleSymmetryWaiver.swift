/// Rules of a format that have no mirror, and why there is none.
struct RuleSymmetryWaiver {
    /// Across which axis there is none.
    enum Mirror: CaseIterable {
        /// The same change on the other side.
        case sides
        /// The change undone.
        case change
    }

    let format: String
    let mirror: Mirror
    let reason: String
    let ids: [String]

    init(_ format: String, _ mirror: Mirror, _ reason: String, _ ids: String...) {
        (self.format, self.mirror, self.reason) = (format, mirror, reason)
        self.ids = ids.flatMap { $0.split(separator: " ").map(String.init) }
    }

    static let all = asyncAPI + avro + graphQL + openAPI + protobuf

    private static let asyncAPI = [
        RuleSymmetryWaiver(
            "asyncapi",
            .sides,
            "for messages that the application receives one rule tells both: message-correlation-id-expected",
            "message-correlation-id-added message-correlation-id-removed"
        )
    ]

    private static let avro = [
        RuleSymmetryWaiver(
            "avro",
            .sides,
            "only readers resolve two schemas; a writer writes by its own and meets no other",
            "ALIASES_ADDED ALIASES_REMOVED DEFAULT_ADDED DEFAULT_CHANGED DEFAULT_REMOVED ENUM_DEFAULT_CHANGED",
            "ENUM_SYMBOLS_ADDED ENUM_SYMBOLS_REMOVED FIELD_ADDED FIELD_REMOVED FIXED_SIZE_MISMATCH",
            "MISSING_ENUM_SYMBOLS MISSING_UNION_BRANCH PROMOTION_LOSES_PRECISION READER_FIELD_MISSING_DEFAULT_VALUE",
            "TYPE_MISMATCH"
        ),
        RuleSymmetryWaiver(
            "avro",
            .change,
            "a branch more is one less for readers of the old version, and has the same name there",
            "MISSING_UNION_BRANCH"
        ),
    ]

    private static let graphQL = [
        RuleSymmetryWaiver(
            "graphql",
            .sides,
            "arguments, input objects and their defaults are sent, never asked for",
            "ARG_DEFAULT_VALUE_ADDED ARG_DEFAULT_VALUE_CHANGE ARG_REMOVED INPUT_FIELD_DEFAULT_VALUE_CHANGED",
            "ONE_OF_ADDED ONE_OF_REMOVED OPTIONAL_ARG_ADDED REQUIRED_ARG_ADDED"
        ),
        RuleSymmetryWaiver(
            "graphql",
            .sides,
            "unions and interfaces are asked for, never sent",
            "IMPLEMENTED_INTERFACE_ADDED IMPLEMENTED_INTERFACE_REMOVED TYPE_ADDED_TO_UNION TYPE_REMOVED_FROM_UNION"
        ),
        RuleSymmetryWaiver(
            "graphql",
            .change,
            "graphql-js counts a default that is gone among those that changed: ARG_DEFAULT_VALUE_CHANGE",
            "ARG_DEFAULT_VALUE_ADDED"
        ),
    ]

    private static let openAPI = [
        RuleSymmetryWaiver(
            "openapi",
            .sides,
            "a response has its body by status and media type; nothing says that it has one or need not",
            "request-body-added-optional request-body-added-required request-body-became-optional",
            "request-body-became-required request-body-removed"
        ),
        RuleSymmetryWaiver(
            "openapi",
            .sides,
            "only responses have a status, and only callers ask for a media type among several",
            "response-non-success-status-added response-non-success-status-removed response-success-status-added",
            "response-success-status-removed response-media-type-name-changed response-media-type-name-generalized",
            "response-media-type-name-specialized"
        ),
        RuleSymmetryWaiver(
            "openapi",
            .sides,
            "parameters have a place in the path and a sunset of their own; headers of responses have neither",
            "new-request-path-parameter request-parameter-sunset-parse"
        ),
        RuleSymmetryWaiver(
            "openapi",
            .sides,
            "in requests a narrower type has the name that any other type has: type-changed",
            "response-body-type-specialized response-header-property-type-specialized",
            "response-header-type-specialized response-property-type-specialized"
        ),
        RuleSymmetryWaiver(
            "openapi",
            .change,
            "in requests a narrower type has the name that any other type has: type-changed",
            "request-body-type-generalized request-parameter-property-type-generalized",
            "request-parameter-type-generalized request-property-type-generalized"
        ),
        RuleSymmetryWaiver(
            "openapi",
            .change,
            "the list says itself that values may come, so that a new one is no news",
            "request-body-x-extensible-enum-value-removed request-parameter-property-x-extensible-enum-value-removed",
            "request-parameter-x-extensible-enum-value-removed request-property-x-extensible-enum-value-removed",
            "response-body-x-extensible-enum-value-removed response-header-property-x-extensible-enum-value-removed",
            "response-header-x-extensible-enum-value-removed response-property-x-extensible-enum-value-removed"
        ),
        RuleSymmetryWaiver(
            "openapi",
            .change,
            "a schema, server, flow or sunset more takes nothing from anybody and has no name among the known ids",
            "api-schema-removed api-security-component-oauth-flow-removed api-server-removed",
            "request-body-sunset-deleted request-parameter-property-sunset-deleted request-parameter-sunset-deleted",
            "request-property-sunset-deleted response-body-sunset-deleted response-header-property-sunset-deleted",
            "response-header-sunset-deleted response-property-sunset-deleted sunset-deleted"
        ),
        RuleSymmetryWaiver(
            "openapi",
            .change,
            "a parameter of the path that is gone makes it another path",
            "new-request-path-parameter"
        ),
        RuleSymmetryWaiver(
            "openapi",
            .change,
            "a pattern that matches all texts and then fewer has the name of any other that changes: pattern-changed",
            "request-body-pattern-generalized request-parameter-pattern-generalized",
            "request-parameter-property-pattern-generalized request-property-pattern-generalized",
            "response-body-pattern-generalized response-header-pattern-generalized",
            "response-header-property-pattern-generalized response-property-pattern-generalized"
        ),
    ]

    private static let protobuf = [
        RuleSymmetryWaiver(
            "protobuf",
            .sides,
            "annotations of requests say what callers must send and may call; answers are not asked for so",
            "FIELD_BEHAVIOR_BECAME_IMMUTABLE FIELD_BEHAVIOR_BECAME_REQUIRED HTTP_BINDING_REMOVED HTTP_BODY_CHANGED",
            "METHOD_SIGNATURE_REMOVED"
        ),
        RuleSymmetryWaiver(
            "protobuf",
            .change,
            "callers may go on as before where an annotation asks for less or offers more",
            "FIELD_BEHAVIOR_BECAME_IMMUTABLE FIELD_BEHAVIOR_BECAME_INPUT_ONLY FIELD_BEHAVIOR_BECAME_OUTPUT_ONLY",
            "FIELD_BEHAVIOR_BECAME_REQUIRED HTTP_BINDING_REMOVED METHOD_SIGNATURE_REMOVED"
        ),
        RuleSymmetryWaiver(
            "protobuf",
            .change,
            "readers pass over what they do not know, so that something more breaks nobody",
            "ENUM_NO_DELETE ENUM_VALUE_NO_DELETE ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED",
            "ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED EXTENSION_MESSAGE_NO_DELETE EXTENSION_NO_DELETE",
            "FIELD_NO_DELETE FIELD_NO_DELETE_UNLESS_NAME_RESERVED FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED",
            "FILE_NO_DELETE MESSAGE_NO_DELETE MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR MESSAGE_REMOVED",
            "ONEOF_FIELD_REMOVED ONEOF_NO_DELETE PACKAGE_ENUM_NO_DELETE PACKAGE_EXTENSION_NO_DELETE",
            "PACKAGE_MESSAGE_NO_DELETE PACKAGE_NO_DELETE PACKAGE_SERVICE_NO_DELETE RESERVED_ENUM_NO_DELETE",
            "RESERVED_MESSAGE_NO_DELETE RPC_NO_DELETE SERVICE_NO_DELETE"
        ),
    ]
}
