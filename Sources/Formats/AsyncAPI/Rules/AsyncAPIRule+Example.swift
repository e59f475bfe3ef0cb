internal import Compatibility
internal import Contracts

extension AsyncAPIRule {
    /// Two versions of an application between which the rule reports something.
    var example: RuleCard.Example {
        let (paid, sent) = ("paid: {address: invoice.paid}", "sent: {address: invoice.sent}")
        return switch self {
        case .applicationRemoved: .init(Self.applications("bill", "pay"), Self.applications("bill"))
        case .applicationAdded: .init(Self.applications("bill"), Self.applications("bill", "pay"), .forward)
        case .channelRemoved: .init(Self.channels("\(paid), \(sent)"), Self.channels(paid))
        case .channelAdded: .init(Self.channels(paid), Self.channels("\(paid), \(sent)"), .forward)
        case .channelAddressChanged: .init(Self.channels(paid), Self.channels("paid: {address: invoices.paid}"))
        case .channelServerRemoved: .init(Self.onServers("a", "b"), Self.onServers("a"))
        case .channelServerAdded: .init(Self.onServers("a"), Self.onServers("a", "b"), .forward)
        case .parameterNarrowed: .init(Self.regions("eu, us"), Self.regions("eu"))
        case .parameterWidened: .init(Self.regions("eu"), Self.regions("eu, us"), .forward)
        case .meetingBindingChanged: .init(Self.bound("topic: paid"), Self.bound("topic: invoices"))
        case .bindingChanged: .init(Self.bound("partitions: 3"), Self.bound("partitions: 6"))
        case .operationRemoved: .init(Self.channels(paid, Self.operation("send")), Self.channels(paid))
        case .operationAdded: .init(Self.channels(paid), Self.channels(paid, Self.operation("send")), .forward)
        default: exampleOfReply ?? exampleOfMessage ?? exampleOfServer
        }
    }

    private var exampleOfReply: RuleCard.Example? {
        func reply(_ channel: String, _ more: String = "") -> String {
            Self.asked(", reply: {channel: {$ref: '#/channels/\(channel)'}\(more)}")
        }
        func addressed(_ header: String) -> String {
            reply("one", ", address: {location: '$message.header#/\(header)'}")
        }
        return switch self {
        case .replyRemoved: .init(reply("one"), Self.asked(""))
        case .replyAdded: .init(Self.asked(""), reply("one"), .forward)
        case .replyChannelChanged: .init(reply("one"), reply("two"))
        case .replyLocationChanged: .init(addressed("replyTo"), addressed("answerTo"))
        default: nil
        }
    }

    private var exampleOfMessage: RuleCard.Example? {
        let (one, two) = ("paid: {payload: {type: integer}}", "refunded: {payload: {type: string}}")
        let avro = "schemaFormat: application/vnd.apache.avro;version=1.9.0"
        func matched(_ action: String, _ header: String? = nil) -> String {
            Self.message(action, header.map { "correlationId: {location: '$message.header#/\($0)'}" } ?? "")
        }
        return switch self {
        case .messageRemoved: .init(Self.messages("receive", "\(one), \(two)"), Self.messages("receive", one))
        case .messageAdded: .init(Self.messages("send", one), Self.messages("send", "\(one), \(two)"))
        case .messageRenamed: Self.sent("name: InvoicePaid", "name: Paid")
        case .contentTypeChanged: Self.sent("contentType: application/json", "contentType: application/xml")
        case .contentTypeStated: Self.sent("", "contentType: application/xml")
        case .schemaFormatChanged:
            Self.sent("payload: {type: string}", "payload: {\(avro), schema: {type: string}}")
        case .correlationChanged: .init(matched("send", "id"), matched("send", "correlationId"))
        case .correlationRemoved: .init(matched("send", "id"), matched("send"))
        case .correlationAdded: .init(matched("send"), matched("send", "id"), .forward)
        case .correlationExpected: .init(matched("receive"), matched("receive", "id"))
        default: nil
        }
    }

    private var exampleOfServer: RuleCard.Example {
        let (main, spare) = ("main: {host: broker, protocol: kafka}", "spare: {host: spare, protocol: kafka}")
        let (broker, kafka) = ("host: broker", "protocol: kafka")
        func ports(_ variable: String) -> String {
            Self.server("host: 'broker:{port}', protocol: mqtt, variables: {port: {\(variable)}}")
        }
        return switch self {
        case .serverRemoved: .init(Self.servers("\(main), \(spare)"), Self.servers(main))
        case .serverAdded: .init(Self.servers(main), Self.servers("\(main), \(spare)"), .forward)
        case .serverAddressChanged: .init(Self.server("\(broker), \(kafka)"), Self.server("host: other, \(kafka)"))
        case .serverProtocolChanged: .init(Self.server("\(broker), \(kafka)"), Self.server("\(broker), protocol: amqp"))
        case .serverProtocolVersionChanged:
            .init(
                Self.server("\(broker), protocol: amqp, protocolVersion: '0.9.1'"),
                Self.server("\(broker), protocol: amqp, protocolVersion: '1.0'")
            )
        case .serverVariableNarrowed: .init(ports("enum: ['1883', '8883']"), ports("enum: ['8883']"))
        case .serverVariableWidened: .init(ports("enum: ['8883']"), ports("enum: ['1883', '8883']"), .forward)
        case .serverVariableDefaultChanged: .init(ports("default: '1883'"), ports("default: '8883'"))
        default: exampleOfSecurity
        }
    }

    private var exampleOfSecurity: RuleCard.Example {
        let (plain, certificate) = ("{type: plain}", "{type: X509}")
        return switch self {
        case .securityAdded: .init(Self.secured(""), Self.secured(plain))
        case .securityRemoved: .init(Self.secured(plain), Self.secured(""), .forward)
        case .securityWayRemoved: .init(Self.secured("\(plain), \(certificate)"), Self.secured(certificate))
        case .securityWayAdded: .init(Self.secured(plain), Self.secured("\(plain), \(certificate)"), .forward)
        case .securityScopeAdded: .init(Self.scoped("read"), Self.scoped("read, write"))
        default: .init(Self.scoped("read, write"), Self.scoped("read"), .forward)
        }
    }
}
