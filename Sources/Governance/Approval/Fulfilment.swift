package import Contracts

/// Which requirements of a decision are satisfied by which people.
///
/// A person counts for one requirement only, so that two groups never agree through the same head; people are given to
/// requirements so that as many as possible are satisfied (augmenting paths over at most a few dozen places).
package struct Fulfilment: Hashable, Sendable {
    /// One requirement and who satisfies it.
    package struct Line: Hashable, Sendable {
        /// The requirement.
        package let requirement: Requirement
        /// The people given to it, sorted.
        package let people: [PersonID]
        /// Whether enough people agreed.
        package var isSatisfied: Bool { people.count >= requirement.count }
    }

    /// The requirements in their order.
    package let lines: [Line]

    /// Whether all are satisfied.
    package var isComplete: Bool { lines.allSatisfy(\.isSatisfied) }

    /// Matches approvals with requirements.
    ///
    /// - Parameters:
    ///   - requirements: What is needed.
    ///   - approvals: Who agreed, with the teams that they were of; each person counts once.
    package init(_ requirements: [Requirement], approvals: [(person: PersonID, teams: [TeamID])]) {
        var matching = Matching(requirements, approvals)
        for person in approvals.indices { matching.place(person) }
        lines = zip(requirements.indices, requirements).map { index, requirement in
            Line(
                requirement: requirement,
                people: matching.holders[index].map { approvals[$0].person }.sorted()
            )
        }
    }
}

/// People matched with places, grown one person at a time.
private struct Matching {
    private let requirements: [Requirement]
    private let approvals: [(person: PersonID, teams: [TeamID])]
    /// For each requirement, the indexes of the people that hold its places.
    var holders: [[Int]]

    init(_ requirements: [Requirement], _ approvals: [(person: PersonID, teams: [TeamID])]) {
        self.requirements = requirements
        self.approvals = approvals
        holders = requirements.map { _ in [] }
    }

    mutating func place(_ person: Int) {
        var visited: Set<Int> = []
        _ = place(person, &visited)
    }

    /// Finds a place for a person, moving others on where that makes room.
    private mutating func place(_ person: Int, _ visited: inout Set<Int>) -> Bool {
        for index in requirements.indices where fits(person, index) && visited.insert(index).inserted {
            if holders[index].count < requirements[index].count {
                holders[index].append(person)
                return true
            }
            for (seat, holder) in holders[index].enumerated() where place(holder, &visited) {
                holders[index][seat] = person
                return true
            }
        }
        return false
    }

    private func fits(_ person: Int, _ index: Int) -> Bool {
        !Set(requirements[index].teams).isDisjoint(with: approvals[person].teams)
    }
}
