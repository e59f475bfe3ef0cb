internal import Contracts
internal import Syntax

extension DescriptionReader {
    /// The operations of 2.x: what others publish, the application receives.
    func readOperations2() throws(ContractFailure) -> [Operation] {
        var operations: [Operation] = []
        for index in channels.indices {
            for (word, action) in [("publish", Action.receive), ("subscribe", .send)] {
                guard let value = channels[index].node[word] else { continue }
                let node = try object(value)
                operations.append(
                    Operation(
                        key: try text("operationId", of: node) ?? word,
                        node: node,
                        action: action,
                        channel: index,
                        messages: try messages2(of: node),
                        security: try security(of: node),
                        reply: nil,
                        bindings: try bindings(of: node)
                    )
                )
            }
        }
        return operations
    }

    private func messages2(of operation: Node) throws(ContractFailure) -> [Message] {
        guard let value = operation["message"] else { return [] }
        let node = try object(value)
        guard let choices = try list("oneOf", of: node) else {
            return [try message(value, key: key(ofReference: value))]
        }
        var messages: [Message] = []
        for choice in choices { messages.append(try message(choice, key: key(ofReference: choice))) }
        return messages
    }

    /// The operations of 3.x.
    func readOperations3() throws(ContractFailure) -> [Operation] {
        var operations: [Operation] = []
        for member in try entries("operations", of: root) {
            operations.append(try operation3(member.name, try object(member.value)))
        }
        return operations
    }

    private func operation3(_ key: String, _ node: Node) throws(ContractFailure) -> Operation {
        guard let action = Action(rawValue: try requiredText("action", of: node)) else {
            throw failure(.field, node["action"] ?? node, "'action' must be 'send' or 'receive'")
        }
        let channel = try channelIndex(of: try required("channel", of: node))
        return Operation(
            key: key,
            node: node,
            action: action,
            channel: channel,
            messages: try messages3(of: node, on: channel),
            security: try security(of: node),
            reply: try reply(of: node),
            bindings: try bindings(of: node)
        )
    }

    /// The messages that an operation or a reply names, or all of its channel.
    private func messages3(of node: Node, on channel: Int?) throws(ContractFailure) -> [Message] {
        guard let named = try list("messages", of: node) else { return channel.map { channels[$0].messages } ?? [] }
        var messages: [Message] = []
        for item in named {
            guard let channel else {
                messages.append(try message(item, key: key(ofReference: item)))
                continue
            }
            let (step, target) = (try references.step(from: item) ?? item, try object(item))
            let known = channelMessages[channel]
            guard let found = known[step] ?? known[target] else {
                let message = "the message is none of channel '\(channels[channel].key)'"
                throw failure(.target, item, message)
            }
            messages.append(found)
        }
        return messages
    }

    private func reply(of operation: Node) throws(ContractFailure) -> Reply? {
        guard let value = operation["reply"] else { return nil }
        let node = try object(value)
        let channel = try node["channel"].map { reference throws(ContractFailure) in try channelIndex(of: reference) }
        let location = try node["address"].map { address throws(ContractFailure) in
            try requiredText("location", of: try object(address))
        }
        return Reply(
            node: node,
            channel: channel,
            location: location,
            messages: try messages3(of: node, on: channel)
        )
    }
}
