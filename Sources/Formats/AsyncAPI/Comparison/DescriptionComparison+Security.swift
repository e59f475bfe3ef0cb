internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// Compares what is asked of those who come; they hold the credentials that their own version asks for.
    mutating func compareSecurity(_ pair: Pair<Security>, at place: String) {
        let isBackward = direction == .backward
        let (asked, held) = isBackward ? (pair.new, pair.old) : (pair.old, pair.new)
        guard !asked.alternatives.isEmpty else { return }
        guard !held.alternatives.isEmpty else {
            let rule: AsyncAPIRule = isBackward ? .securityAdded : .securityRemoved
            let version = isBackward ? "new" : "old"
            report.changed(
                rule,
                at: place,
                pair.map(\.node),
                "the \(version) version asks for \(asked.alternatives.map(\.name).joined(separator: " or ")), the other for nothing"
            )
            return
        }
        for way in held.alternatives { compare(way, with: asked, at: place) }
    }

    private mutating func compare(_ way: Security.Alternative, with asked: Security, at place: String) {
        let isBackward = direction == .backward
        let alike = asked.alternatives.filter { Self.hasSameSchemes($0, way) }
        guard let best = alike.first(where: { Self.missing(in: way, for: $0).isEmpty }) ?? alike.first else {
            let easier = asked.alternatives.contains { Self.isSatisfied($0, by: way) }
            guard !easier else { return }
            let nodes = isBackward ? Pair(way.node, asked.node) : Pair(asked.node, way.node)
            report.changed(
                isBackward ? .securityWayRemoved : .securityWayAdded,
                at: place,
                nodes,
                "\(way.name) is not taken by the \(isBackward ? "new" : "old") version"
            )
            return
        }
        let scopes = Self.missing(in: way, for: best)
        guard !scopes.isEmpty else { return }
        report.changed(
            isBackward ? .securityScopeAdded : .securityScopeRemoved,
            at: place,
            isBackward ? Pair(way.node, best.node) : Pair(best.node, way.node),
            "\(way.name) needs in the \(isBackward ? "new" : "old") version also \(scopes.joined(separator: ", "))"
        )
    }

    private static func hasSameSchemes(_ one: Security.Alternative, _ other: Security.Alternative) -> Bool {
        Set(one.needs.map(\.scheme.identity)) == Set(other.needs.map(\.scheme.identity))
    }

    /// Whether credentials for one way are more than another asks for.
    private static func isSatisfied(_ asked: Security.Alternative, by held: Security.Alternative) -> Bool {
        asked.needs.allSatisfy { need in
            held.needs.contains { $0.scheme.identity == need.scheme.identity && need.scopes.isSubset(of: $0.scopes) }
        }
    }

    private static func missing(in held: Security.Alternative, for asked: Security.Alternative) -> [String] {
        let all = asked.needs.flatMap { need in
            need.scopes.subtracting(held.needs.first { $0.scheme.identity == need.scheme.identity }?.scopes ?? [])
        }
        return Set(all).sorted()
    }
}
