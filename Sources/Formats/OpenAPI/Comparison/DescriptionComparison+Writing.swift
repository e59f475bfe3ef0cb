internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// Compares how a parameter or header is written, and what it may be.
    mutating func compareWriting(
        _ pair: Pair<CarriedValue>,
        titled title: String,
        under prefix: String,
        at position: Position
    ) {
        switch (pair.old.writing, pair.new.writing) {
        case (.style(let old, _), .style(let new, _)):
            compareStyle(Pair(old, new), of: pair, titled: title, under: prefix, at: position)
        case (.content(let old), .content(let new)):
            guard old.range != new.range else { break }
            let message = "\(title) is now written as \(new.range.text), before as \(old.range.text)"
            replace("\(prefix)-content-media-type-changed", Pair(old.node, new.node), message, at: position)
        case (.style, .content(let content)):
            let message = "\(title) is now a \(content.range.text) document, before plain text"
            replace("\(prefix)-content-added", pair.map(\.node), message, at: position)
        case (.content(let content), .style):
            let message = "\(title) is now plain text, before a \(content.range.text) document"
            replace("\(prefix)-content-removed", pair.map(\.node), message, at: position)
        }
        compareSchemas(pair.map(\.schema), within: pair.map(\.node), in: pair.new.medium, at: position)
    }

    /// A style matters only for values that have parts; an exploded one likewise.
    private mutating func compareStyle(
        _ style: Pair<CarriedValue.Style>,
        of pair: Pair<CarriedValue>,
        titled title: String,
        under prefix: String,
        at position: Position
    ) {
        let nodes = pair.map(\.node)
        guard style.old != style.new, !isWrittenAlike(style, pair) else { return }
        if style.old.name != style.new.name {
            let message = "\(title) is now written in style '\(style.new.name)', before '\(style.old.name)'"
            replace("\(prefix)-style-changed", nodes.map { $0["style"] ?? $0 }, message, at: position)
        } else if style.old.isExploded != style.new.isExploded, hasParts(pair, at: position) {
            let message = "elements of \(title) are now \(style.new.isExploded ? "sent one by one" : "joined")"
            replace("\(prefix)-explode-changed", nodes.map { $0["explode"] ?? $0 }, message, at: position)
        }
        guard style.old.allowsReserved != style.new.allowsReserved else { return }
        let allows = style.new.allowsReserved
        let change = Change(
            rule: "\(prefix)-allow-reserved-\(allows ? "added" : "removed")",
            old: nodes.old,
            new: nodes.new,
            message: "reserved characters in \(title) may \(allows ? "now" : "no longer") stand unescaped"
        )
        if allows { report.widened(change, at: position) } else { report.narrowed(change, at: position) }
    }

    /// Whether the change of style is one of type: a single value is written the same in all styles but those that put
    /// something before it, and that it became a list, or no longer is one, is told by its type.
    private func isWrittenAlike(_ style: Pair<CarriedValue.Style>, _ pair: Pair<CarriedValue>) -> Bool {
        let marked: Set<String> = ["matrix", "label"]
        guard !marked.contains(style.old.name), !marked.contains(style.new.name) else { return false }
        guard style.old.allowsReserved == style.new.allowsReserved else { return false }
        let readers = graph.readers
        return readers.old.mayHaveParts(pair.old.schema) != readers.new.mayHaveParts(pair.new.schema)
    }

    /// Whether values may have parts in either version; how these are kept apart says nothing of a single value.
    ///
    /// Of a header it is told all the same, as openapi-diff does: readers take headers apart by hand.
    ///
    /// - SeeAlso: OpenAPI 3.1.1, section 4.8.12, `explode`.
    private func hasParts(_ pair: Pair<CarriedValue>, at position: Position) -> Bool {
        guard position.part != .responseHeader else { return true }
        let readers = graph.readers
        return readers.old.mayHaveParts(pair.old.schema) || readers.new.mayHaveParts(pair.new.schema)
    }

    mutating func replace(_ rule: String, _ nodes: Pair<Node>, _ message: String, at position: Position) {
        report.replaced(Change(rule: rule, old: nodes.old, new: nodes.new, message: message), at: position)
    }
}
