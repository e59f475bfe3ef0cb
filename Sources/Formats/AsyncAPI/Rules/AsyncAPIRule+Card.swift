package import Compatibility
internal import Contracts

extension AsyncAPIRule {
    /// The rule as its page in the reference tells it.
    package var card: RuleCard {
        let (summary, why, section) = told
        return RuleCard(
            rawValue,
            severity,
            axes,
            summary: summary,
            why: why,
            source: "AsyncAPI 3.0.0 specification, \(section)",
            example: example
        )
    }

    /// Who writes is the application: it alone has rules for what only senders or only receivers say.
    private var axes: RuleAxes {
        switch self {
        case .applicationRemoved: RuleAxes(.both, "application", .removed)
        case .applicationAdded: RuleAxes(.both, "application", .added)
        case .channelRemoved: RuleAxes(.both, "channel", .removed)
        case .channelAdded: RuleAxes(.both, "channel", .added)
        case .channelAddressChanged: RuleAxes(.both, "channel address", .changed)
        case .channelServerRemoved: RuleAxes(.both, "server of a channel", .removed)
        case .channelServerAdded: RuleAxes(.both, "server of a channel", .added)
        case .parameterNarrowed: RuleAxes(.both, "channel parameter", .tightened)
        case .parameterWidened: RuleAxes(.both, "channel parameter", .loosened)
        case .operationRemoved: RuleAxes(.both, "operation", .removed)
        case .operationAdded: RuleAxes(.both, "operation", .added)
        case .replyRemoved: RuleAxes(.both, "reply", .removed)
        case .replyAdded: RuleAxes(.both, "reply", .added)
        case .replyChannelChanged: RuleAxes(.both, "reply channel", .changed)
        case .replyLocationChanged: RuleAxes(.both, "reply address", .changed)
        case .meetingBindingChanged: RuleAxes(.both, "address in a binding", .changed)
        case .bindingChanged: RuleAxes(.both, "binding", .changed)
        default: axesOfMessage ?? axesOfServer
        }
    }

    private var axesOfMessage: RuleAxes? {
        switch self {
        case .messageRemoved: RuleAxes(.both, "message", .removed)
        case .messageAdded: RuleAxes(.both, "message", .added)
        case .messageRenamed: RuleAxes(.both, "message name", .changed)
        case .contentTypeChanged, .contentTypeStated: RuleAxes(.both, "content type", .changed)
        case .schemaFormatChanged: RuleAxes(.both, "schema format", .changed)
        case .correlationChanged: RuleAxes(.both, "correlation id", .changed)
        case .correlationRemoved: RuleAxes(.writer, "correlation id", .removed)
        case .correlationAdded: RuleAxes(.writer, "correlation id", .added)
        case .correlationExpected: RuleAxes(.reader, "correlation id", .changed)
        default: nil
        }
    }

    private var axesOfServer: RuleAxes {
        switch self {
        case .serverRemoved: RuleAxes(.both, "server", .removed)
        case .serverAdded: RuleAxes(.both, "server", .added)
        case .serverAddressChanged: RuleAxes(.both, "server address", .changed)
        case .serverProtocolChanged: RuleAxes(.both, "protocol", .changed)
        case .serverProtocolVersionChanged: RuleAxes(.both, "protocol version", .changed)
        case .serverVariableNarrowed: RuleAxes(.both, "server variable", .tightened)
        case .serverVariableWidened: RuleAxes(.both, "server variable", .loosened)
        case .serverVariableDefaultChanged: RuleAxes(.both, "default of a server variable", .changed)
        case .securityAdded: RuleAxes(.both, "security", .added)
        case .securityRemoved: RuleAxes(.both, "security", .removed)
        case .securityWayRemoved: RuleAxes(.both, "kind of credentials", .removed)
        case .securityWayAdded: RuleAxes(.both, "kind of credentials", .added)
        case .securityScopeAdded: RuleAxes(.both, "scope", .added)
        default: RuleAxes(.both, "scope", .removed)
        }
    }
}
