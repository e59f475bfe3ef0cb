internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// Compares how the parts of a form are written.
    mutating func compareEncoding(_ pair: Pair<MediaContent>, at position: Position) {
        let names = Set(pair.old.encoding.keys).union(pair.new.encoding.keys).sorted()
        for name in names {
            let rules = pair.map { $0.encoding[name] }
            let nodes = Pair(rules.old?.node ?? pair.old.node, rules.new?.node ?? pair.new.node)
            compareStyle(of: name, in: pair, rules, nodes, position)
            compareTypes(of: name, in: pair, rules, nodes, position)
            guard pair.new.range.type == "multipart" else { continue }
            compareHeaders(of: name, rules, nodes, position)
        }
    }

    private mutating func compareStyle(
        of part: String,
        in pair: Pair<MediaContent>,
        _ rules: Pair<EncodingRule?>,
        _ nodes: Pair<Node>,
        _ position: Position
    ) {
        guard let standard = rules.new ?? rules.old else { return }
        let styles = rules.map { $0?.style ?? standard.formStyle }
        guard isChanged(styles, of: part, in: pair) else { return }
        replace(position.encodingRule("style-changed"), nodes, "part '\(part)' is written in another way", at: position)
    }

    /// Whether a part of a form is written in another way; that it is exploded says nothing of a single value.
    private func isChanged(_ styles: Pair<CarriedValue.Style>, of part: String, in pair: Pair<MediaContent>) -> Bool {
        guard styles.old != styles.new else { return false }
        guard styles.old.name == styles.new.name, styles.old.allowsReserved == styles.new.allowsReserved else {
            return true
        }
        let readers = graph.readers
        return readers.old.mayHaveParts(part, of: pair.old.schema)
            || readers.new.mayHaveParts(part, of: pair.new.schema)
    }

    /// Every content type that a writer may give a part must be one that the reader takes.
    private mutating func compareTypes(
        of part: String,
        in pair: Pair<MediaContent>,
        _ rules: Pair<EncodingRule?>,
        _ nodes: Pair<Node>,
        _ position: Position
    ) {
        let readers = graph.readers
        guard rules.old?.contentType != rules.new?.contentType,
            let old = rules.old?.ranges ?? readers.old.partType(part, of: pair.old.schema).map({ [$0] }),
            let new = rules.new?.ranges ?? readers.new.partType(part, of: pair.new.schema).map({ [$0] })
        else { return }
        let isLess = !old.allSatisfy { range in new.contains { $0.covers(range) } }
        let isMore = !new.allSatisfy { range in old.contains { $0.covers(range) } }
        let change = Change(
            rule: position.encodingRule("content-type-changed"),
            old: nodes.old,
            new: nodes.new,
            about: part,
            message: "part '\(part)' has now another content type"
        )
        switch (isLess, isMore) {
        case (true, true): report.replaced(change, at: position)
        case (true, false): report.narrowed(change, at: position)
        case (false, true): report.widened(change, at: position)
        case (false, false): return
        }
    }

    private mutating func compareHeaders(
        of part: String,
        _ rules: Pair<EncodingRule?>,
        _ nodes: Pair<Node>,
        _ position: Position
    ) {
        let names = rules.map { $0?.requiredHeaders ?? [] }
        func change(_ action: String, _ name: String, _ message: String) -> Change {
            Change(
                rule: position.encodingRule("required-header-\(action)"),
                old: nodes.old,
                new: nodes.new,
                about: "\(part) \(name)",
                message: "header '\(name)' of part '\(part)' \(message)"
            )
        }
        for name in names.new.subtracting(names.old).sorted() {
            report.narrowed(change("added", name, "must now be there"), at: position)
        }
        for name in names.old.subtracting(names.new).sorted() {
            report.widened(change("removed", name, "may now be missing"), at: position)
        }
    }
}

extension Position {
    /// A rule about how a part of a form is written.
    fileprivate func encodingRule(_ change: String) -> String {
        "\(part == .requestBody ? "request-body" : "response-body")-encoding-\(change)"
    }
}

extension EncodingRule {
    /// What counts where a part says nothing of its style.
    fileprivate var formStyle: CarriedValue.Style {
        CarriedValue.Style(name: "form", isExploded: true, allowsReserved: false)
    }

    /// The media types that the part may have; nil where its schema tells.
    fileprivate var ranges: [MediaRange]? {
        contentType?.split(separator: ",").map { MediaRange(String($0)) }
    }

    /// The headers that each such part has, in small letters.
    fileprivate var requiredHeaders: Set<String> {
        Set(headers.filter(\.value.isRequired).map { $0.name.lowercased() })
    }
}
