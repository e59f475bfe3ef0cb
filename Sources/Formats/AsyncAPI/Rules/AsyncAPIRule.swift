internal import Contracts

/// What a comparison of two AsyncAPI documents can find by itself; the raw value is the rule's id.
///
/// What changed inside of a payload, of headers or of a key has the id that the format of that schema gives it.
package enum AsyncAPIRule: String, Hashable, Sendable, CaseIterable {
    case applicationRemoved = "application-removed"
    case applicationAdded = "application-added"
    case channelRemoved = "channel-removed"
    case channelAdded = "channel-added"
    case channelAddressChanged = "channel-address-changed"
    case channelServerRemoved = "channel-server-removed"
    case channelServerAdded = "channel-server-added"
    case parameterNarrowed = "channel-parameter-narrowed"
    case parameterWidened = "channel-parameter-widened"

    case operationRemoved = "operation-removed"
    case operationAdded = "operation-added"
    case replyRemoved = "reply-removed"
    case replyAdded = "reply-added"
    case replyChannelChanged = "reply-channel-changed"
    case replyLocationChanged = "reply-address-changed"

    case messageRemoved = "message-removed"
    case messageAdded = "message-added"
    case messageRenamed = "message-name-changed"
    case contentTypeChanged = "message-content-type-changed"
    case contentTypeStated = "message-content-type-stated"
    case schemaFormatChanged = "message-schema-format-changed"
    case correlationChanged = "message-correlation-id-changed"
    case correlationRemoved = "message-correlation-id-removed"
    case correlationAdded = "message-correlation-id-added"
    case correlationExpected = "message-correlation-id-expected"

    case serverRemoved = "server-removed"
    case serverAdded = "server-added"
    case serverAddressChanged = "server-address-changed"
    case serverProtocolChanged = "server-protocol-changed"
    case serverProtocolVersionChanged = "server-protocol-version-changed"
    case serverVariableNarrowed = "server-variable-narrowed"
    case serverVariableWidened = "server-variable-widened"
    case serverVariableDefaultChanged = "server-variable-default-changed"

    case securityAdded = "security-added"
    case securityRemoved = "security-removed"
    case securityWayRemoved = "security-way-removed"
    case securityWayAdded = "security-way-added"
    case securityScopeAdded = "security-scope-added"
    case securityScopeRemoved = "security-scope-removed"

    case meetingBindingChanged = "binding-address-changed"
    case bindingChanged = "binding-changed"
}

extension AsyncAPIRule {
    /// How much a finding weighs before modes and policies.
    var severity: Severity {
        switch self {
        case .bindingChanged, .contentTypeStated, .correlationExpected, .messageRenamed, .serverProtocolVersionChanged,
            .serverVariableDefaultChanged:
            .warning
        default: .error
        }
    }
}
