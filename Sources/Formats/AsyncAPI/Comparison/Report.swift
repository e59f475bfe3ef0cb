internal import Contracts
internal import Syntax

/// Collects what a comparison in one direction shows.
struct Report {
    let versions: Pair<EventDescription>
    let direction: Direction
    private var all: [Finding] = []
    /// By the place where a cause was told, the other places where it holds.
    private var reaches: [String: Set<String>] = [:]

    init(_ versions: Pair<EventDescription>, _ direction: Direction) {
        self.versions = versions
        self.direction = direction
    }

    /// What was found, heaviest first.
    var findings: [Finding] {
        all.map { finding in
            let further = (finding.operation.flatMap { reaches[$0] } ?? []).sorted()
            guard !further.isEmpty else { return finding }
            var finding = finding
            finding.reaches = further
            return finding
        }.listed
    }

    mutating func add(_ finding: Finding) { all.append(finding) }

    /// Notes that what is told at one place holds at another too.
    mutating func note(_ place: String, alsoAt other: String) {
        if place != other { reaches[place, default: []].insert(other) }
    }

    /// Something that both versions have to say alike.
    ///
    /// Warnings have no direction and are told once.
    mutating func changed(
        _ rule: AsyncAPIRule,
        at place: String,
        in path: String = "",
        _ nodes: Pair<Node>,
        _ what: String
    ) {
        let breaks = rule.severity == .error
        guard breaks || direction == .backward else { return }
        add(rule, at: place, path, nodes, what, direction: breaks ? direction : nil)
    }

    /// Something that the old version has and the new one has not: it breaks those who follow the old one.
    mutating func gone(
        _ rule: AsyncAPIRule,
        at place: String,
        in path: String = "",
        _ nodes: Pair<Node>,
        _ what: String
    ) {
        if direction == .backward { add(rule, at: place, path, nodes, what, direction: direction) }
    }

    /// Something that the new version has and the old one has not: it breaks those who follow the new one.
    mutating func came(
        _ rule: AsyncAPIRule,
        at place: String,
        in path: String = "",
        _ nodes: Pair<Node>,
        _ what: String
    ) {
        if direction == .forward { add(rule, at: place, path, nodes, what, direction: direction) }
    }

    private mutating func add(
        _ rule: AsyncAPIRule,
        at place: String,
        _ path: String,
        _ nodes: Pair<Node>,
        _ what: String,
        direction: Direction?
    ) {
        all.append(
            Finding(
                rule.rawValue,
                rule.severity,
                direction: direction,
                operation: place,
                path: path,
                old: versions.old.place(of: nodes.old),
                new: versions.new.place(of: nodes.new),
                message: what
            )
        )
    }
}
