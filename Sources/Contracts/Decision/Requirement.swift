package import Syntax

/// Approvals that a change needs: so many people of one of these teams.
package struct Requirement: Hashable, Sendable {
    /// What it is called, such as `owner` or `consumer crm-status-sync`; unique within a decision.
    package let name: String
    /// How many different people; at least 1.
    package let count: Int
    /// The teams whose members can satisfy it, sorted.
    package let teams: [TeamID]
    /// Why it is asked for.
    package let why: String

    /// A requirement.
    package init(_ name: String, count: Int = 1, teams: [TeamID], why: String) {
        self.name = name
        self.count = max(count, 1)
        self.teams = teams.sorted()
        self.why = why
    }

    /// `{"name", "count", "teams", "why"}`.
    package var json: JSON {
        [
            "name": .string(name), "count": .int(count), "teams": .array(teams.map { .string($0.name) }),
            "why": .string(why),
        ]
    }

    /// Reads what ``json`` wrote; nil if it is anything else.
    package init?(_ node: Node) {
        guard let name = node["name"]?.string, let count = node["count"]?.int, let why = node["why"]?.string,
            let teams = node["teams"]?.all({ $0.string.flatMap { try? TeamID(parsing: $0) } })
        else { return nil }
        self.init(name, count: count, teams: teams, why: why)
    }

    /// All requirements of several policies, those of the same teams made one with the higher count.
    package static func union(_ requirements: [Requirement]) -> [Requirement] {
        var merged: [Requirement] = []
        for next in requirements {
            guard let known = merged.firstIndex(where: { $0.teams == next.teams }) else {
                merged.append(next)
                continue
            }
            merged[known] = merged[known].merged(with: next)
        }
        return merged.sorted { $0.name < $1.name }
    }

    private func merged(with other: Requirement) -> Requirement {
        let isNamed = " + \(other.name) + ".occurs(in: " + \(name) + ")
        let names = isNamed ? name : "\(name) + \(other.name)"
        let reasons = why == other.why ? why : "\(why); \(other.why)"
        return Requirement(names, count: max(count, other.count), teams: teams, why: reasons)
    }
}
