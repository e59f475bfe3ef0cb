internal import Contracts
internal import Syntax

extension DescriptionComparison {
    mutating func compareResponses(_ pair: Pair<Operation>, at position: Position) {
        let offers = position.at(.response, "", position.flow.flipped)
        let fields = pair.map { $0.node["responses"] ?? $0.node }
        let matching = Matching(pair.map(\.responses)) { $0.status }
        for response in matching.removed where !matching.added.contains(where: response.covers) {
            removeStatus(response, fields.new, within: matching.added.first { $0.covers(response) }, offers)
        }
        for response in matching.added where !matching.removed.contains(where: response.covers) {
            addStatus(response, fields.old, within: matching.removed.first { $0.covers(response) }, offers)
        }
        for answers in StatusPairs(pair.map(\.responses)).pairs { compare(answers, at: position) }
    }

    /// Callers build on a success that they know; one that is no longer declared is taken from them, also where it may
    /// now be any of a range.
    private mutating func removeStatus(
        _ response: Response,
        _ new: Node,
        within range: Response?,
        _ position: Position
    ) {
        let isSuccess = response.status.isSuccess
        let change = Change(
            rule: isSuccess ? "response-success-status-removed" : "response-non-success-status-removed",
            severity: isSuccess ? .error : .info,
            old: response.node,
            new: new,
            about: response.status.description,
            message: range.map { "response \(response.status) may now be any of '\($0.status)'" }
                ?? "response \(response.status) was removed"
        )
        let place = position.at(.response, "response \(response.status)")
        if isSuccess { report.narrowed(change, at: place) } else { report.noted(change, at: place) }
    }

    private mutating func addStatus(
        _ response: Response,
        _ old: Node,
        within range: Response?,
        _ position: Position
    ) {
        let isSuccess = response.status.isSuccess
        let change = Change(
            rule: isSuccess ? "response-success-status-added" : "response-non-success-status-added",
            severity: isSuccess ? .error : .info,
            old: old,
            new: response.node,
            about: response.status.description,
            message: range.map { "response \(response.status) could before be any of '\($0.status)'" }
                ?? "response \(response.status) was added"
        )
        let place = position.at(.response, "response \(response.status)")
        if isSuccess { report.widened(change, at: place) } else { report.noted(change, at: place) }
    }

    private mutating func compare(_ pair: Pair<Response>, at position: Position) {
        let address = "response \(pair.new.status)"
        compareHeaders(pair, at: position, address)
        compareContent(pair, at: position.at(.response, address), address)
    }

    /// A caller asks for the media types that it knows; each must still be given.
    private mutating func compareContent(_ pair: Pair<Response>, at position: Position, _ address: String) {
        let offer = position.at(.response, address, position.flow.flipped)
        for content in pair.old.content where !pair.new.content.contains(where: { content.range.explains($0.range) }) {
            removeType(content, pair, offer)
        }
        for content in pair.new.content where !pair.old.content.contains(where: { $0.range.explains(content.range) }) {
            guard !pair.old.content.contains(where: { content.range.explains($0.range) }) else { continue }
            let change = Change(
                rule: "response-media-type-added",
                old: pair.old.node["content"] ?? pair.old.node,
                new: content.node,
                message: "responses of type \(content.range.text) are given; by the old version they are not"
            )
            report.widened(change, at: offer)
        }
        for new in pair.new.content {
            guard let old = pair.old.content.explaining(new.range) else { continue }
            tellNarrower(Pair(old, new), at: offer)
            compare(Pair(old, new), at: position.at(.responseBody, "\(address) \(new.range.text)"))
        }
    }

    /// Tells that another type is named which readers of the old one understand.
    private mutating func tellNarrower(_ pair: Pair<MediaContent>, at position: Position) {
        guard pair.old.range != pair.new.range, pair.old.range.explains(pair.new.range) else { return }
        let isSpecialized = pair.old.range.parameters == pair.new.range.parameters
        let change = Change(
            rule: "response-media-type-name-\(isSpecialized ? "specialized" : "changed")",
            severity: .info,
            old: pair.old.node,
            new: pair.new.node,
            message: "responses of type \(pair.old.range.text) are now of type \(pair.new.range.text)"
        )
        report.noted(change, at: position)
    }

    private mutating func removeType(_ content: MediaContent, _ pair: Pair<Response>, _ position: Position) {
        let wider = pair.new.content.first { $0.range.explains(content.range) }
        let change = Change(
            rule: wider == nil ? "response-media-type-removed" : "response-media-type-name-generalized",
            old: content.node,
            new: wider?.node ?? pair.new.node["content"] ?? pair.new.node,
            message: wider.map { "responses of type \(content.range.text) may now be any of \($0.range.text)" }
                ?? "responses of type \(content.range.text) are no longer given"
        )
        report.narrowed(change, at: position)
    }
}

extension Response {
    /// Whether every status code of another version's response is one that this tells of.
    fileprivate func covers(_ other: Response) -> Bool { status.covers(other.status) }
}

extension [MediaContent] {
    /// The entry that a reader of a range goes by: the one that says most among those that explain it, else one that
    /// it explains.
    fileprivate func explaining(_ range: MediaRange) -> MediaContent? {
        filter { $0.range.explains(range) }.max { $0.range.precision < $1.range.precision }
            ?? first(where: { range.explains($0.range) })
    }
}
