internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// Compares what goes through two versions of a channel.
    mutating func compareTraffic(_ channel: Pair<Int>) {
        let name = versions.new.channels[channel.new].name
        var isUsed = false
        for action in Action.allCases {
            let operations = Pair(
                versions.old.operations(action, on: channel.old),
                versions.new.operations(action, on: channel.new)
            )
            guard !operations.old.isEmpty || !operations.new.isEmpty else { continue }
            isUsed = true
            compareOperations(operations, action, channel, at: "\(action.rawValue) \(name)")
        }
        guard !isUsed, versions.old.operations.isEmpty, versions.new.operations.isEmpty else { return }
        // Nothing says who sends: whoever does, the other must be able to receive.
        let messages = Pair(versions.old.channels[channel.old].messages, versions.new.channels[channel.new].messages)
        for action in Action.allCases {
            compareMessages(messages, action, within: channelNodes(channel), at: "\(action.rawValue) \(name)")
        }
    }

    private func channelNodes(_ channel: Pair<Int>) -> Pair<Node> {
        Pair(versions.old.channels[channel.old].node, versions.new.channels[channel.new].node)
    }

    private mutating func compareOperations(
        _ operations: Pair<[Operation]>,
        _ action: Action,
        _ channel: Pair<Int>,
        at place: String
    ) {
        let nodes = channelNodes(channel)
        guard let old = operations.old.first else {
            let node = operations.new.first?.node ?? nodes.new
            let what = "the application did not \(action.rawValue) on this channel and does now"
            return report.came(.operationAdded, at: place, Pair(nodes.old, node), what)
        }
        guard let new = operations.new.first else {
            let what = "the application does not \(action.rawValue) on this channel any more"
            return report.gone(.operationRemoved, at: place, Pair(old.node, nodes.new), what)
        }
        let messages = operations.map { list in Self.distinct(list.flatMap(\.messages)) }
        compareMessages(messages, action, within: Pair(old.node, new.node), at: place)
        let matching = Matching(
            operations,
            by: [{ $0.key }, { $0.messages.map(\.label).joined(separator: " ") }],
            pairsLast: true
        )
        for pair in matching.kept {
            compareSecurity(pair.map(\.security), at: place)
            compareBindings(pair.map(\.bindings), within: pair.map(\.node), at: place, action: action)
            compareReplies(pair, action, at: place)
        }
        for operation in matching.removed where operation.reply != nil {
            compareReply(Pair(operation.reply, nil), Pair(operation.node, new.node), action, at: place)
        }
        for operation in matching.added where operation.reply != nil {
            compareReply(Pair(nil, operation.reply), Pair(old.node, operation.node), action, at: place)
        }
    }

    private static func distinct(_ messages: [Message]) -> [Message] {
        var seen: Set<Node> = []
        return messages.filter { seen.insert($0.node).inserted }
    }

    private mutating func compareReplies(
        _ pair: Pair<Operation>,
        _ action: Action,
        at place: String
    ) {
        compareReply(pair.map(\.reply), pair.map(\.node), action, at: place)
    }

    private mutating func compareReply(
        _ pair: Pair<Reply?>,
        _ nodes: Pair<Node>,
        _ action: Action,
        at place: String
    ) {
        switch (pair.old, pair.new) {
        case (nil, nil): return
        case (let old?, nil): missing(old.node, nodes.new, isOld: true, action, at: place)
        case (nil, let new?): missing(nodes.old, new.node, isOld: false, action, at: place)
        case (let old?, let new?): compareReply(Pair(old, new), action, at: place)
        }
    }

    /// An answer that one version only knows: who waits for it gets none from those who follow the other.
    private mutating func missing(_ old: Node, _ new: Node, isOld: Bool, _ action: Action, at place: String) {
        // Where the application receives, the others wait; where it sends, it waits itself.
        let breaksBackward = isOld == (action == .receive)
        guard breaksBackward == (direction == .backward) else { return }
        let rule: AsyncAPIRule = isOld ? .replyRemoved : .replyAdded
        let who = action == .receive ? "the application" : "the other party"
        let what = "\(who) answers in the \(isOld ? "old" : "new") version only"
        report.changed(rule, at: place, in: "reply", Pair(old, new), what)
    }

    private mutating func compareReply(_ pair: Pair<Reply>, _ action: Action, at place: String) {
        let isSame =
            pair.old.channel.map { sameChannels[$0] != nil && sameChannels[$0] == pair.new.channel }
            ?? (pair.new.channel == nil)
        if !isSame {
            let nodes = pair.map { $0.node["channel"] ?? $0.node }
            report.changed(.replyChannelChanged, at: place, in: "reply", nodes, "answers go over another channel")
        }
        if pair.old.location != pair.new.location {
            let nodes = pair.map { $0.node["address"] ?? $0.node }
            let texts = pair.map { $0.location ?? "nowhere" }
            report.changed(
                .replyLocationChanged,
                at: place,
                in: "reply",
                nodes,
                "the address for the answer was taken from \(texts.old) and is taken from \(texts.new)"
            )
        }
        compareMessages(pair.map(\.messages), action.answered, within: pair.map(\.node), at: "\(place) reply")
    }
}
