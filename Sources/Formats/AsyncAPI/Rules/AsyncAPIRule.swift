package import Contracts

/// What a comparison of two AsyncAPI documents can find by itself; the raw value is the rule's id.
///
/// What changed inside of a payload, of headers or of a key has the id that the format of that schema gives it.
package enum AsyncAPIRule: String, Hashable, Sendable, CaseIterable {
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
    /// A rule as its page in the reference tells it.
    package struct Card: Hashable, Sendable {
        /// The rule's id.
        package let id: String
        /// How much a finding weighs before modes and policies.
        package let severity: Severity
        /// What it reports, in a sentence.
        package let summary: String
        /// Why that matters.
        package let why: String
        /// The document that it comes from.
        package let source: String
        /// A change that it reports.
        package let example: String
    }

    /// What the rule reports and why.
    package var card: Card {
        let told = told
        return Card(
            id: rawValue,
            severity: severity,
            summary: told.summary,
            why: told.why,
            source: "AsyncAPI 3.0.0 specification, \(told.section)",
            example: told.example
        )
    }

    /// How much a finding weighs before modes and policies.
    package var severity: Severity {
        switch self {
        case .bindingChanged, .contentTypeStated, .correlationExpected, .messageRenamed, .serverProtocolVersionChanged,
            .serverVariableDefaultChanged:
            .warning
        default: .error
        }
    }

    /// The same change seen from the other version; the rule itself where it looks the same from there.
    package var opposite: AsyncAPIRule { Self.opposites[self] ?? self }

    private static let opposites: [AsyncAPIRule: AsyncAPIRule] = {
        let pairs: [(AsyncAPIRule, AsyncAPIRule)] = [
            (.channelRemoved, .channelAdded), (.channelServerRemoved, .channelServerAdded),
            (.parameterNarrowed, .parameterWidened), (.operationRemoved, .operationAdded),
            (.replyRemoved, .replyAdded), (.messageRemoved, .messageAdded),
            (.correlationRemoved, .correlationAdded), (.serverRemoved, .serverAdded),
            (.serverVariableNarrowed, .serverVariableWidened), (.securityAdded, .securityRemoved),
            (.securityWayRemoved, .securityWayAdded), (.securityScopeAdded, .securityScopeRemoved),
        ]
        return Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($1, $0) })
    }()
}
