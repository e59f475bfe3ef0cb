internal import Contracts
internal import Syntax

extension KeywordComparison {
    /// Compares who sends a member: `readOnly` ones are not sent to the provider, `writeOnly` ones not to the consumer.
    mutating func compareOmission(_ name: String, _ old: [Node], _ new: [Node]) {
        let isRequired = facts.new.required[name] != nil
        for (keyword, words) in [("readOnly", "read-only"), ("writeOnly", "write-only")] {
            let flags = Pair(isFlagged(keyword, old), isFlagged(keyword, new))
            guard flags.old != flags.new else { continue }
            let suffix = "\(isRequired ? "required" : "optional")-property-became-\(flags.new ? "" : "not-")\(words)"
            let decides = keyword == (flow == .toProvider ? "readOnly" : "writeOnly")
            let tendency = decides ? omissionEffect(name, Pair(isOmitted(old: old), isOmitted(new: new))) : .keeps
            member(
                name,
                .whole(request: "request-\(suffix)", response: "response-\(suffix)"),
                tendency,
                severity: tendency == .keeps ? .info : .error,
                old.last ?? place.old,
                new.last ?? place.new,
                "member '\(name)' is \(flags.new ? "now" : "no longer") \(words)"
            )
        }
    }

    /// Tells that a member came or went that is not sent this way; it binds nobody here.
    mutating func tellOmitted(_ name: String, _ action: String, _ old: [Node]?, _ new: [Node]?) {
        let isRequired = (new == nil ? facts.old : facts.new).required[name] != nil
        let words = isRequired ? "required" : "optional"
        member(
            name,
            .whole(
                request: "request-\(words)-read-only-property-\(action)",
                response: "response-\(words)-write-only-property-\(action)"
            ),
            .keeps,
            severity: .info,
            old?.last ?? place.old,
            new?.last ?? place.new,
            "member '\(name)', which is not sent this way, was \(action)"
        )
    }

    /// Compares the patterns of a member that is not sent to the provider.
    ///
    /// By convention they bind: many callers send a whole object back as they got it, and it is held against them.
    mutating func compareOmittedPatterns(_ name: String, _ schemas: Pair<[Node]>) {
        guard flow == .toProvider else { return }
        let patterns = Pair(patterns(schemas.old, oldReader), patterns(schemas.new, newReader))
        guard patterns.old != patterns.new, patterns.old.isEmpty || patterns.new.isEmpty else { return }
        let isNew = patterns.old.isEmpty
        let (texts, action) = isNew ? (patterns.new, "added") : (patterns.old, "removed")
        member(
            name,
            .atMember("pattern-\(action)"),
            isNew ? .narrows : .widens,
            schemas.old.last ?? place.old,
            schemas.new.last ?? place.new,
            "texts of member '\(name)' \(isNew ? "must now" : "need no longer") match \(texts.sorted())"
        )
    }

    private func patterns(_ schemas: [Node], _ reader: SchemaReader) -> Set<String> {
        Set((reader.facts(reader.id(of: schemas)).others["pattern"] ?? []).map(\.text))
    }

    /// A required member that is no longer sent may be missing; one that is sent again must be there.
    private func omissionEffect(_ name: String, _ isOmitted: Pair<Bool>) -> Tendency {
        let required = Pair(
            facts.old.required[name] != nil && !isOmitted.old,
            facts.new.required[name] != nil && !isOmitted.new
        )
        guard required.old != required.new, isOmitted.old != isOmitted.new else { return .keeps }
        return required.new ? .narrows : .widens
    }

    private func isFlagged(_ keyword: String, _ schemas: [Node]) -> Bool {
        schemas.contains { $0[keyword]?.bool == true }
    }
}
