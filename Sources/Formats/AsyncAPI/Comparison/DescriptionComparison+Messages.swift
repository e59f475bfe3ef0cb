internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// Compares the messages that go one way: each that the one side writes must be one that the other reads.
    mutating func compareMessages(
        _ messages: Pair<[Message]>,
        _ action: Action,
        within nodes: Pair<Node>,
        at place: String
    ) {
        let matching = Matching(
            messages,
            by: [\.identity, \.key, { $0.payload.map { CanonicalJSON.bytes(of: $0.node, numbers: .exact).text } }],
            pairsLast: true
        )
        for pair in matching.kept { compareMessage(pair, action, at: "\(place) \(pair.new.label)") }
        let written = newWrites(action) ? matching.added : matching.removed
        let read = newWrites(action) ? messages.old : messages.new
        for message in written where !isRead(message, by: read, action) {
            let at = "\(place) \(message.label)"
            if newWrites(action) {
                let what =
                    "message '\(message.label)' is written by the new version; no message of the old one takes it"
                report.changed(.messageAdded, at: at, Pair(nodes.old, message.node), what)
            } else {
                let what =
                    "message '\(message.label)' is written by the old version; no message of the new one takes it"
                report.changed(.messageRemoved, at: at, Pair(message.node, nodes.new), what)
            }
        }
    }

    /// Whether a message that only the writers know is one that the readers take all the same.
    private mutating func isRead(_ message: Message, by readers: [Message], _ action: Action) -> Bool {
        let newWrites = newWrites(action)
        for reader in readers {
            guard questionsLeft > 0 else { return false }
            questionsLeft -= 1
            let pair = newWrites ? Pair(reader, message) : Pair(message, reader)
            guard pair.old.mediaType == pair.new.mediaType else { continue }
            let judge = ContentJudge(versions, direction, options, steps: 20_000)
            let parts = [payloads(of: pair), headers(of: pair)].compactMap { $0 }
            if parts.allSatisfy({ judge.holds($0, newWrites: newWrites, pair.new.mediaType) }) { return true }
        }
        return false
    }

    private mutating func compareMessage(_ pair: Pair<Message>, _ action: Action, at place: String) {
        let newWrites = newWrites(action)
        let meeting = MessageMeeting(old: pair.old.node, new: pair.new.node, newWrites: newWrites)
        if let first = comparedMessages[meeting] { return report.note(first, alsoAt: place) }
        comparedMessages[meeting] = place
        let nodes = pair.map(\.node)
        if let old = pair.old.name, let new = pair.new.name, old != new {
            let fields = nodes.map { $0["name"] ?? $0 }
            report.changed(.messageRenamed, at: place, fields, "the message's name was '\(old)' and is '\(new)'")
        }
        compareMediaTypes(pair, at: place)
        if let payloads = payloads(of: pair) {
            meetings.add(payloads, newWrites: newWrites, pair.new.mediaType, at: place, "")
        }
        if let headers = headers(of: pair) { meetings.add(headers, newWrites: newWrites, nil, at: place, "headers") }
        compareCorrelation(pair, action, at: place)
        compareBindings(pair.map(\.bindings), within: nodes, at: place, action: action)
    }

    /// The payloads; one that is not described may be anything.
    private func payloads(of pair: Pair<Message>) -> Pair<Content>? {
        guard pair.old.payload != nil || pair.new.payload != nil else { return nil }
        return described(pair.map(\.payload), otherwise: "true", pair.map(\.node))
    }

    private func headers(of pair: Pair<Message>) -> Pair<Content>? {
        guard pair.old.headers != nil || pair.new.headers != nil else { return nil }
        return described(pair.map(\.headers), otherwise: #"{"type":"object"}"#, pair.map(\.node))
    }

    /// Two schemas, one that says as much as is known where a side has none.
    func described(_ pair: Pair<Content?>, otherwise text: String, _ nodes: Pair<Node>) -> Pair<Content>? {
        guard let old = pair.old ?? Content.implied(text, at: nodes.old),
            let new = pair.new ?? Content.implied(text, at: nodes.new)
        else { return nil }
        return Pair(old, new)
    }

    private mutating func compareMediaTypes(_ pair: Pair<Message>, at place: String) {
        let types = pair.map(\.mediaType)
        guard types.old != types.new else { return }
        let nodes = pair.map { $0.node["contentType"] ?? $0.node }
        let texts = types.map { $0?.text ?? "left open" }
        let isKnown = types.old != nil && types.new != nil
        report.changed(
            isKnown ? .contentTypeChanged : .contentTypeStated,
            at: place,
            nodes,
            "the content type was \(texts.old) and is \(texts.new)"
        )
    }

    private mutating func compareCorrelation(_ pair: Pair<Message>, _ action: Action, at place: String) {
        let nodes = pair.map { $0.correlation?.node ?? $0.node }
        switch (pair.old.correlation?.location, pair.new.correlation?.location) {
        case (let old?, let new?) where old != new:
            report.changed(.correlationChanged, at: place, nodes, "messages were matched by \(old) and are by \(new)")
        case (let old?, nil):
            let what = "messages were matched by \(old); now nothing says by what"
            if action == .send {
                report.gone(.correlationRemoved, at: place, nodes, what)
            } else {
                report.changed(.correlationExpected, at: place, nodes, what)
            }
        case (nil, let new?):
            let what = "messages are matched by \(new); nothing said so before"
            if action == .send {
                report.came(.correlationAdded, at: place, nodes, what)
            } else {
                report.changed(.correlationExpected, at: place, nodes, what)
            }
        default: return
        }
    }
}

extension Message {
    /// The media type, which is JSON where only the schema is said and is one of JSON.
    var mediaType: MediaType? {
        guard contentType == nil, case .json? = payload?.format else { return contentType }
        return .json
    }
}

extension [UInt8] {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
