extension AsyncAPIRule {
    /// What the page of a rule says.
    struct Told {
        let summary: String
        let why: String
        let section: String
        let example: String

        init(_ summary: String, _ why: String, _ section: String, _ example: String) {
            self.summary = summary
            self.why = why
            self.section = section
            self.example = example
        }
    }

    /// What the rule reports, why, where that comes from, and an example.
    var told: Told {
        switch self {
        case .channelRemoved:
            Told(
                "A channel is gone.",
                "Those who send to it are not heard, and those who listen hear nothing any more.",
                "Channels Object",
                "channels: {paid: {address: invoice.paid}} becomes channels: {}"
            )
        case .channelAdded:
            Told(
                "A channel is new.",
                "An application of the old version does not have it.",
                "Channels Object",
                "channels: {} becomes channels: {paid: {address: invoice.paid}}"
            )
        case .channelAddressChanged:
            Told(
                "A channel has another address; names of its parameters do not count.",
                "Parties that follow different versions meet no longer.",
                "Channel Object",
                "address: invoice.paid becomes address: invoices.paid"
            )
        case .channelServerRemoved:
            Told(
                "A channel is no longer on a server.",
                "Those who are connected there find it no longer.",
                "Channel Object",
                "servers: [a, b] becomes servers: [a]"
            )
        case .channelServerAdded:
            Told(
                "A channel is on one more server.",
                "An application of the old version does not have it there.",
                "Channel Object",
                "servers: [a] becomes servers: [a, b]"
            )
        case .parameterNarrowed:
            Told(
                "A part of a channel's address may no longer be what it could be.",
                "Addresses that others use are channels no longer.",
                "Parameter Object",
                "enum: [eu, us] becomes enum: [eu]"
            )
        case .parameterWidened:
            Told(
                "A part of a channel's address may be more than before.",
                "Some addresses are no channels of an application of the old version.",
                "Parameter Object",
                "enum: [eu] becomes enum: [eu, us]"
            )
        case .operationRemoved:
            Told(
                "The application no longer sends, or no longer receives, on a channel.",
                "Others wait for messages that do not come, or send messages that nobody takes.",
                "Operations Object",
                "an operation with action: send on the channel is taken out"
            )
        case .operationAdded:
            Told(
                "The application sends or receives on a channel where it did not.",
                "An application of the old version does not.",
                "Operations Object",
                "an operation with action: receive on the channel is new"
            )
        case .replyRemoved:
            Told(
                "An operation's messages are answered no longer.",
                "Who asks waits for an answer that does not come.",
                "Operation Reply Object",
                "reply: {channel: …} is taken out of an operation"
            )
        case .replyAdded:
            Told(
                "An operation's messages are answered now.",
                "Who waits for the answer gets none from parties of the old version.",
                "Operation Reply Object",
                "reply: {channel: …} is new in an operation"
            )
        case .replyChannelChanged:
            Told(
                "Answers go over another channel.",
                "Who asks waits on the channel of one version, and the answer comes on that of the other.",
                "Operation Reply Object",
                "reply: {channel: {$ref: '#/channels/a'}} becomes reply: {channel: {$ref: '#/channels/b'}}"
            )
        case .replyLocationChanged:
            Told(
                "The address for answers is taken from another place of the message.",
                "The place that one version fills in is not the one that the other reads.",
                "Operation Reply Address Object",
                "location: $message.header#/replyTo becomes location: $message.header#/answerTo"
            )
        case .messageRemoved:
            Told(
                "A kind of message is gone, and no other takes its values.",
                "Where the application receives, others still send it; where it sends, it is missed by the new version.",
                "Operation Object",
                "messages: [paid, refunded] becomes messages: [paid]"
            )
        case .messageAdded:
            Told(
                "A kind of message is new, and no known one takes its values.",
                "Where the application sends, others get what they do not know.",
                "Operation Object",
                "messages: [paid] becomes messages: [paid, refunded]"
            )
        case .messageRenamed:
            Told(
                "A message has another name.",
                "Programs may tell messages apart by their names.",
                "Message Object",
                "name: InvoicePaid becomes name: Paid"
            )
        case .contentTypeChanged:
            Told(
                "A message is written in another media type.",
                "Readers take its bytes for something else.",
                "Message Object",
                "contentType: application/json becomes contentType: application/xml"
            )
        case .contentTypeStated:
            Told(
                "One version says the media type of a message, and the other leaves it open.",
                "It may be another than the one that was used.",
                "Message Object",
                "contentType: application/avro is new"
            )
        case .schemaFormatChanged:
            Told(
                "A schema is written in another language, whose values are written in another way.",
                "What one side writes is not what the other reads.",
                "Multi Format Schema Object",
                "schemaFormat: application/vnd.apache.avro;version=1.9.0 is new"
            )
        case .correlationChanged:
            Told(
                "The text by which messages are matched stands in another place.",
                "Messages of one version are not matched by the other.",
                "Correlation ID Object",
                "location: $message.header#/id becomes location: $message.header#/correlationId"
            )
        case .correlationRemoved:
            Told(
                "A message that is sent no longer says by what it is matched.",
                "Those who match it with others cannot.",
                "Correlation ID Object",
                "correlationId: {location: …} is taken out of a message that is sent"
            )
        case .correlationAdded:
            Told(
                "A message that is sent says now by what it is matched.",
                "An application of the old version does not say it.",
                "Correlation ID Object",
                "correlationId: {location: …} is new in a message that is sent"
            )
        case .correlationExpected:
            Told(
                "One version matches the messages that the application receives, and the other does not say by what.",
                "Senders of the other version may leave that text out.",
                "Correlation ID Object",
                "correlationId: {location: …} is new in a message that is received"
            )
        case .serverRemoved:
            Told(
                "A server is gone.",
                "Those who are connected to it meet the application no longer.",
                "Servers Object",
                "servers: {main: {host: 'broker:9092', protocol: kafka}} becomes servers: {}"
            )
        case .serverAdded:
            Told(
                "A server is new.",
                "An application of the old version is not there.",
                "Servers Object",
                "servers: {} becomes servers: {main: {host: 'broker:9092', protocol: kafka}}"
            )
        case .serverAddressChanged:
            Told(
                "A server is at another host or path.",
                "Parties that follow different versions meet no longer.",
                "Server Object",
                "host: 'broker:9092' becomes host: 'broker2:9092'"
            )
        case .serverProtocolChanged:
            Told(
                "A server speaks another protocol.",
                "Parties that follow different versions cannot connect to it.",
                "Server Object",
                "protocol: kafka becomes protocol: amqp"
            )
        case .serverProtocolVersionChanged:
            Told(
                "A server speaks another version of its protocol.",
                "Clients may not speak it.",
                "Server Object",
                "protocolVersion: 0.9.1 becomes protocolVersion: 1.0"
            )
        case .serverVariableNarrowed:
            Told(
                "A part of a server's address may no longer be what it could be.",
                "Addresses that others use are gone.",
                "Server Variable Object",
                "enum: ['1883', '8883'] becomes enum: ['8883']"
            )
        case .serverVariableWidened:
            Told(
                "A part of a server's address may be more than before.",
                "An application of the old version is not there.",
                "Server Variable Object",
                "enum: ['8883'] becomes enum: ['1883', '8883']"
            )
        case .serverVariableDefaultChanged:
            Told(
                "A part of a server's address has another default.",
                "Those who leave it out go elsewhere.",
                "Server Variable Object",
                "default: '1883' becomes default: '8883'"
            )
        case .securityAdded:
            Told(
                "Credentials are asked for where none were.",
                "Those who have none are not let in.",
                "Server Object",
                "security: [{type: plain}] is new"
            )
        case .securityRemoved:
            Told(
                "No credentials are asked for any more.",
                "Those who have none are not let in by the old version.",
                "Server Object",
                "security: [{type: plain}] is taken out"
            )
        case .securityWayRemoved:
            Told(
                "A kind of credentials is no longer taken.",
                "Those who have only that are not let in.",
                "Security Scheme Object",
                "security: [{type: plain}, {type: X509}] becomes security: [{type: X509}]"
            )
        case .securityWayAdded:
            Told(
                "One more kind of credentials is taken.",
                "The old version does not take it.",
                "Security Scheme Object",
                "security: [{type: plain}] becomes security: [{type: plain}, {type: X509}]"
            )
        case .securityScopeAdded:
            Told(
                "Credentials need more scopes.",
                "Those that were given out before have fewer.",
                "Security Scheme Object",
                "scopes: [read] becomes scopes: [read, write]"
            )
        case .securityScopeRemoved:
            Told(
                "Credentials need fewer scopes.",
                "The old version asks for more.",
                "Security Scheme Object",
                "scopes: [read, write] becomes scopes: [read]"
            )
        case .meetingBindingChanged:
            Told(
                "A setting of a protocol changed by which parties find the channel, or read what is on it.",
                "Parties that follow different versions meet no longer.",
                "Channel Bindings Object",
                "bindings: {kafka: {topic: a}} becomes bindings: {kafka: {topic: b}}"
            )
        case .bindingChanged:
            Told(
                "Another setting of a protocol changed.",
                "What it means to others depends on the protocol.",
                "Channel Bindings Object",
                "bindings: {kafka: {partitions: 3}} becomes bindings: {kafka: {partitions: 6}}"
            )
        }
    }
}
