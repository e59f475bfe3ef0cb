internal import Contracts
internal import Syntax

extension DescriptionComparison {
    mutating func compareRequestBody(_ pair: Pair<Operation>, at operation: Position) {
        let position = operation.at(.requestBody, "request body")
        switch (pair.old.requestBody, pair.new.requestBody) {
        case (nil, nil): return
        case (nil, let body?): addBody(body, to: pair, position)
        case (let body?, nil): removeBody(body, from: pair, position)
        case (let old?, let new?):
            compareRequired(Pair(old, new), position)
            compareContent(Pair(old, new).map(\.content), within: Pair(old.node, new.node), at: position)
        }
    }

    private mutating func addBody(_ body: RequestBody, to pair: Pair<Operation>, _ position: Position) {
        let change = Change(
            rule: body.isRequired ? "request-body-added-required" : "request-body-added-optional",
            severity: body.isRequired ? .error : .info,
            old: pair.old.node,
            new: body.node,
            message: body.isRequired
                ? "a request body was added and must be sent; callers of the old version send none"
                : "an optional request body was added"
        )
        if body.isRequired { report.narrowed(change, at: position) } else { report.noted(change, at: position) }
    }

    private mutating func removeBody(_ body: RequestBody, from pair: Pair<Operation>, _ position: Position) {
        let change = Change(
            rule: "request-body-removed",
            old: body.node,
            new: pair.new.node,
            message: "the request body was removed; callers of the old version send one"
        )
        report.narrowed(change, at: position)
        guard body.isRequired else { return }
        let missing = Change(
            rule: "request-body-removed",
            old: body.node,
            new: pair.new.node,
            message: "the request body was removed; a provider of the old version needs it"
        )
        report.widened(missing, at: position)
    }

    private mutating func compareRequired(_ pair: Pair<RequestBody>, _ position: Position) {
        guard pair.old.isRequired != pair.new.isRequired else { return }
        let nodes = pair.map { $0.node["required"] ?? $0.node }
        if pair.new.isRequired {
            let message = "the request body must now be sent; callers of the old version may leave it out"
            report.narrowed(
                .init(rule: "request-body-became-required", old: nodes.old, new: nodes.new, message: message),
                at: position
            )
        } else {
            let message = "the request body may now be left out; a provider of the old version needs it"
            report.widened(
                .init(rule: "request-body-became-optional", old: nodes.old, new: nodes.new, message: message),
                at: position
            )
        }
    }

    /// A writer's media type must be one that the reader takes; of several ranges that cover it the closest counts.
    private mutating func compareContent(_ pair: Pair<[MediaContent]>, within nodes: Pair<Node>, at position: Position)
    {
        for content in pair.old where !pair.new.contains(where: { $0.range.covers(content.range) }) {
            let change = Change(
                rule: "request-body-media-type-removed",
                old: content.node,
                new: nodes.new["content"] ?? nodes.new,
                message: "requests of type \(content.range.text) are no longer taken"
            )
            report.narrowed(change, at: position)
        }
        for content in pair.new where !pair.old.contains(where: { $0.range.covers(content.range) }) {
            let change = Change(
                rule: "request-body-media-type-added",
                old: nodes.old["content"] ?? nodes.old,
                new: content.node,
                message: "requests of type \(content.range.text) are taken; a provider of the old version does not"
            )
            report.widened(change, at: position)
        }
        let oldWrites = report.oldWrites(position.flow)
        for written in oldWrites ? pair.old : pair.new {
            guard let read = (oldWrites ? pair.new : pair.old).closest(to: written.range) else { continue }
            let contents = oldWrites ? Pair(written, read) : Pair(read, written)
            compare(contents, at: position.at(.requestBody, "request \(written.range.text)"))
        }
    }

    /// Compares what one media type carries.
    mutating func compare(_ pair: Pair<MediaContent>, at position: Position) {
        compareSchemas(pair.map(\.schema), within: pair.map(\.node), in: pair.new.range.medium, at: position)
        compareEncoding(pair, at: position)
    }
}

extension [MediaContent] {
    /// The entry that says most among those that cover a range.
    func closest(to range: MediaRange) -> MediaContent? {
        filter { $0.range.covers(range) }.max { $0.range.precision < $1.range.precision }
    }
}
