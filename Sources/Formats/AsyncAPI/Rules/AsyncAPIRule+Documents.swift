internal import Compatibility

/// The documents of examples, small and whole.
extension AsyncAPIRule {
    private static func document(_ parts: String...) -> String {
        (["asyncapi: 3.0.0", "info: {title: Invoices, version: v1}"] + parts).joined(separator: "\n")
    }

    static func channels(_ channels: String) -> String { document("channels: {\(channels)}") }

    static func channels(_ channels: String, _ operations: String) -> String {
        document("channels: {\(channels)}", "operations: {\(operations)}")
    }

    static func operation(_ action: String) -> String {
        "pay: {action: \(action), channel: {$ref: '#/channels/paid'}}"
    }

    /// A set of applications, one in the folder of each name.
    static func applications(_ names: String...) -> String {
        let text = Array(channels("paid: {address: invoice.paid}").utf8)
        let files =
            names.map { FileSet.File("\($0)/asyncapi.yaml", text) } + [FileSet.File("schemas.yaml", [0x7B, 0x7D])]
        return String(decoding: FileSet(files).source.bytes, as: UTF8.self)
    }

    /// A channel on some of two servers.
    static func onServers(_ keys: String...) -> String {
        let references = keys.map { "{$ref: '#/servers/\($0)'}" }.joined(separator: ", ")
        return document(
            "servers: {a: {host: a, protocol: mqtt}, b: {host: b, protocol: mqtt}}",
            "channels: {paid: {address: invoice.paid, servers: [\(references)]}}"
        )
    }

    /// A channel for each of some regions.
    static func regions(_ values: String) -> String {
        channels("paid: {address: 'paid/{region}', parameters: {region: {enum: [\(values)]}}}")
    }

    /// A channel with a setting of Kafka.
    static func bound(_ setting: String) -> String {
        channels("paid: {address: invoice.paid, bindings: {kafka: {\(setting)}}}")
    }

    /// An application that is asked, with a field more for its operation.
    static func asked(_ more: String) -> String {
        document(
            "channels: {ask: {address: ask}, one: {address: one}, two: {address: two}}",
            "operations: {ask: {action: receive, channel: {$ref: '#/channels/ask'}\(more)}}"
        )
    }

    static func messages(_ action: String, _ messages: String) -> String {
        channels("paid: {address: invoice.paid, messages: {\(messages)}}", operation(action))
    }

    static func message(_ action: String, _ fields: String) -> String { messages(action, "paid: {\(fields)}") }

    /// Two versions of a message that is sent.
    static func sent(_ old: String, _ new: String) -> RuleCard.Example {
        RuleCard.Example(message("send", old), message("send", new))
    }

    static func servers(_ servers: String) -> String { document("servers: {\(servers)}") }

    static func server(_ fields: String) -> String { servers("main: {\(fields)}") }

    /// A server that asks for credentials.
    static func secured(_ ways: String) -> String { server("host: broker, protocol: kafka, security: [\(ways)]") }

    /// A server that asks for a token with scopes.
    static func scoped(_ scopes: String) -> String {
        let flow = "{tokenUrl: 'https://login.test/token', availableScopes: {read: Read, write: Write}}"
        return secured("{type: oauth2, flows: {clientCredentials: \(flow)}, scopes: [\(scopes)]}")
    }
}
