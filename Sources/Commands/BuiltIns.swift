internal import AsyncAPI
internal import Avro
internal import Compatibility
package import Governance
internal import GraphQL
internal import JSONSchema
internal import OpenAPI
package import Policies
internal import Protobuf

/// Everything that is built in: a new format, policy function or command is one line here.
package enum BuiltIns {
    /// The contract formats, in the order in which a text without a format's name is tried.
    package static let formats = Formats([
        GraphQLFormat(),
        OpenAPIFormat(),
        AsyncAPIFormat(),
        AvroFormat(),
        JSONSchemaFormat(),
        ProtobufFormat(),
    ])

    /// The functions that policies may apply.
    package static let functions = PolicyFunctions([
        CompatibilityHolds.self,
        ConsumersApprove.self,
        DutiesAreSeparate.self,
        FieldsApproved.self,
        OwnerApproves.self,
        StewardsApprove.self,
        SystemOfRecordWrites.self,
        VersionTellsTruth.self,
    ])

    /// The commands, in the order in which the help lists them.
    static let commands: [any Subcommand.Type] = [
        DemoCommand.self,
        InitCommand.self,
        ServeCommand.self,
        TokenCreateCommand.self,
        TokenListCommand.self,
        TokenRevokeCommand.self,
        ApplyCommand.self,
        CheckCommand.self,
        CompareCommand.self,
        RulesCommand.self,
        SubmitCommand.self,
        ApproveCommand.self,
        RejectCommand.self,
        ShowCommand.self,
        HistoryCommand.self,
        LockCommand.self,
        GateCommand.self,
        AuditLogCommand.self,
        AuditShowCommand.self,
        AuditVerifyCommand.self,
        AuditProveCommand.self,
        AuditExportCommand.self,
        FmtCommand.self,
        BenchCommand.self,
        DoctorCommand.self,
    ]
}
