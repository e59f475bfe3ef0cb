internal import Contracts
internal import Syntax

extension DescriptionReader {
    func readChannels() throws(ContractFailure) {
        for member in try entries("channels", of: root) {
            let node = try object(member.value)
            _ = try add(try channel(member.name, node), at: [member.value, node])
        }
    }

    /// The channel that a reference of 3.x names, which may also stand among the components.
    func channelIndex(of reference: Node) throws(ContractFailure) -> Int {
        guard reference["$ref"]?.isString == true else {
            throw failure(.target, reference, "expected a reference to a channel")
        }
        if let step = try references.step(from: reference), let known = channelIndices[step] { return known }
        let node = try object(reference)
        if let known = channelIndices[node] { return known }
        return try add(try channel(key(ofReference: reference) ?? "channel", node), at: [node])
    }

    private func add(
        _ channel: (channel: Channel, messages: [Node: Message]),
        at nodes: [Node]
    ) throws(ContractFailure) -> Int {
        for node in nodes { channelIndices[node] = channels.count }
        channels.append(channel.channel)
        channelMessages.append(channel.messages)
        return channels.count - 1
    }

    private func channel(
        _ key: String,
        _ node: Node
    ) throws(ContractFailure) -> (channel: Channel, messages: [Node: Message]) {
        let address = version == .v2 ? key : try optionalAddress(of: node)
        let (messages, known) = version == .v2 ? ([], [:]) : try messages(ofChannel: node)
        let channel = Channel(
            key: key,
            node: node,
            address: address,
            parameters: try parameters(of: node, in: address ?? ""),
            servers: try serverKeys(of: node),
            messages: messages,
            bindings: try bindings(of: node)
        )
        return (channel, known)
    }

    private func optionalAddress(of node: Node) throws(ContractFailure) -> String? {
        node["address"]?.isNull == true ? nil : try text("address", of: node)
    }

    private func messages(ofChannel node: Node) throws(ContractFailure) -> ([Message], [Node: Message]) {
        var messages: [Message] = []
        var known: [Node: Message] = [:]
        var targets: [Node: Message] = [:]
        for member in try entries("messages", of: node) {
            let message = try message(member.value, key: member.name)
            messages.append(message)
            known[member.value] = message
            if targets[message.node] == nil { targets[message.node] = message }
        }
        return (messages, known.merging(targets) { own, _ in own })
    }

    /// The parts of an address that vary, in their order, whether they are described or not.
    private func parameters(of channel: Node, in address: String) throws(ContractFailure) -> [AddressParameter] {
        let described = try entries("parameters", of: channel)
        var parameters: [AddressParameter] = []
        for name in AddressTemplate(address).names {
            let node = try described.first { $0.name == name }.map { member throws(ContractFailure) in
                try object(member.value)
            }
            guard let values = try values(of: node, at: channel) else { continue }
            parameters.append(AddressParameter(name: name, node: node ?? channel, values: values))
        }
        return parameters
    }

    private func values(of parameter: Node?, at channel: Node) throws(ContractFailure) -> Content? {
        guard let parameter else { return Content.implied(#"{"type":"string"}"#, at: channel) }
        if version == .v2, let schema = parameter["schema"] { return try content(schema, .standard) }
        guard let listed = try list("enum", of: parameter) else {
            return Content.implied(#"{"type":"string"}"#, at: parameter)
        }
        let texts = JSON.array(listed.map { .string($0.text) })
        return Content.implied(#"{"type":"string","enum":\#(texts.text)}"#, at: parameter)
    }

    private func serverKeys(of channel: Node) throws(ContractFailure) -> Set<String>? {
        guard let list = try list("servers", of: channel), !list.isEmpty else { return nil }
        var keys: Set<String> = []
        for item in list {
            if let name = item.string {
                guard servers.contains(where: { $0.key == name }) else {
                    throw failure(.target, item, "server '\(name)' is not among 'servers'")
                }
                keys.insert(name)
            } else {
                let step = try references.step(from: item) ?? item
                let target = try object(item)
                guard let key = serverKeys[step] ?? serverKeys[target] else {
                    throw failure(.target, item, "the reference leads to no server of this document")
                }
                keys.insert(key)
            }
        }
        return keys
    }
}
