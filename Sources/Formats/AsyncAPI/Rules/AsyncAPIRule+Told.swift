extension AsyncAPIRule {
    /// What it reports, why that matters, and the section of the specification that it comes from.
    var told: (summary: String, why: String, section: String) {
        switch self {
        case .applicationRemoved:
            (
                "An application of a set is gone.",
                "Those who send to it are not heard, and those who listen hear nothing any more.",
                "AsyncAPI Object"
            )
        case .applicationAdded:
            (
                "A set has one more application.",
                "The old version does not have it.",
                "AsyncAPI Object"
            )
        case .channelRemoved:
            (
                "A channel is gone.",
                "Those who send to it are not heard, and those who listen hear nothing any more.",
                "Channels Object"
            )
        case .channelAdded:
            (
                "A channel is new.",
                "An application of the old version does not have it.",
                "Channels Object"
            )
        case .channelAddressChanged:
            (
                "A channel has another address; names of its parameters do not count.",
                "Parties that follow different versions meet no longer.",
                "Channel Object"
            )
        case .channelServerRemoved:
            (
                "A channel is no longer on a server.",
                "Those who are connected there find it no longer.",
                "Channel Object"
            )
        case .channelServerAdded:
            (
                "A channel is on one more server.",
                "An application of the old version does not have it there.",
                "Channel Object"
            )
        case .parameterNarrowed:
            (
                "A part of a channel's address may no longer be what it could be.",
                "Addresses that others use are channels no longer.",
                "Parameter Object"
            )
        case .parameterWidened:
            (
                "A part of a channel's address may be more than before.",
                "Some addresses are no channels of an application of the old version.",
                "Parameter Object"
            )
        case .operationRemoved:
            (
                "The application no longer sends, or no longer receives, on a channel.",
                "Others wait for messages that do not come, or send messages that nobody takes.",
                "Operations Object"
            )
        case .operationAdded:
            (
                "The application sends or receives on a channel where it did not.",
                "An application of the old version does not.",
                "Operations Object"
            )
        case .replyRemoved:
            (
                "An operation's messages are answered no longer.",
                "Who asks waits for an answer that does not come.",
                "Operation Reply Object"
            )
        case .replyAdded:
            (
                "An operation's messages are answered now.",
                "Who waits for the answer gets none from parties of the old version.",
                "Operation Reply Object"
            )
        case .replyChannelChanged:
            (
                "Answers go over another channel.",
                "Who asks waits on the channel of one version, and the answer comes on that of the other.",
                "Operation Reply Object"
            )
        case .replyLocationChanged:
            (
                "The address for answers is taken from another place of the message.",
                "The place that one version fills in is not the one that the other reads.",
                "Operation Reply Address Object"
            )
        case .messageRemoved:
            (
                "A kind of message is gone, and no other takes its values.",
                "Where the application receives, others still send it; where it sends, it is missed by the new version.",
                "Operation Object"
            )
        case .messageAdded:
            (
                "A kind of message is new, and no known one takes its values.",
                "Where the application sends, others get what they do not know.",
                "Operation Object"
            )
        case .messageRenamed:
            (
                "A message has another name.",
                "Programs may tell messages apart by their names.",
                "Message Object"
            )
        case .contentTypeChanged:
            (
                "A message is written in another media type.",
                "Readers take its bytes for something else.",
                "Message Object"
            )
        case .contentTypeStated:
            (
                "One version says the media type of a message, and the other leaves it open.",
                "It may be another than the one that was used.",
                "Message Object"
            )
        case .schemaFormatChanged:
            (
                "A schema is written in another language, whose values are written in another way.",
                "What one side writes is not what the other reads.",
                "Multi Format Schema Object"
            )
        case .correlationChanged:
            (
                "The text by which messages are matched stands in another place.",
                "Messages of one version are not matched by the other.",
                "Correlation ID Object"
            )
        case .correlationRemoved:
            (
                "A message that is sent no longer says by what it is matched.",
                "Those who match it with others cannot.",
                "Correlation ID Object"
            )
        case .correlationAdded:
            (
                "A message that is sent says now by what it is matched.",
                "An application of the old version does not say it.",
                "Correlation ID Object"
            )
        case .correlationExpected:
            (
                "One version matches the messages that the application receives, and the other does not say by what.",
                "Senders of the other version may leave that text out.",
                "Correlation ID Object"
            )
        case .serverRemoved:
            (
                "A server is gone.",
                "Those who are connected to it meet the application no longer.",
                "Servers Object"
            )
        case .serverAdded:
            (
                "A server is new.",
                "An application of the old version is not there.",
                "Servers Object"
            )
        case .serverAddressChanged:
            (
                "A server is at another host or path.",
                "Parties that follow different versions meet no longer.",
                "Server Object"
            )
        case .serverProtocolChanged:
            (
                "A server speaks another protocol.",
                "Parties that follow different versions cannot connect to it.",
                "Server Object"
            )
        case .serverProtocolVersionChanged:
            (
                "A server speaks another version of its protocol.",
                "Clients may not speak it.",
                "Server Object"
            )
        case .serverVariableNarrowed:
            (
                "A part of a server's address may no longer be what it could be.",
                "Addresses that others use are gone.",
                "Server Variable Object"
            )
        case .serverVariableWidened:
            (
                "A part of a server's address may be more than before.",
                "An application of the old version is not there.",
                "Server Variable Object"
            )
        case .serverVariableDefaultChanged:
            (
                "A part of a server's address has another default.",
                "Those who leave it out go elsewhere.",
                "Server Variable Object"
            )
        case .securityAdded:
            (
                "Credentials are asked for where none were.",
                "Those who have none are not let in.",
                "Server Object"
            )
        case .securityRemoved:
            (
                "No credentials are asked for any more.",
                "Those who have none are not let in by the old version.",
                "Server Object"
            )
        case .securityWayRemoved:
            (
                "A kind of credentials is no longer taken.",
                "Those who have only that are not let in.",
                "Security Scheme Object"
            )
        case .securityWayAdded:
            (
                "One more kind of credentials is taken.",
                "The old version does not take it.",
                "Security Scheme Object"
            )
        case .securityScopeAdded:
            (
                "Credentials need more scopes.",
                "Those that were given out before have fewer.",
                "Security Scheme Object"
            )
        case .securityScopeRemoved:
            (
                "Credentials need fewer scopes.",
                "The old version asks for more.",
                "Security Scheme Object"
            )
        case .meetingBindingChanged:
            (
                "A setting of a protocol changed by which parties find the channel, or read what is on it.",
                "Parties that follow different versions meet no longer.",
                "Channel Bindings Object"
            )
        case .bindingChanged:
            (
                "Another setting of a protocol changed.",
                "What it means to others depends on the protocol.",
                "Channel Bindings Object"
            )
        }
    }
}
