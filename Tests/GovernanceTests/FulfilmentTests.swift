import Contracts
import Governance
import Testing

@Suite("fulfilment")
struct FulfilmentTests {
    /// Requirements such as `a+b 2` (two people of a or b), people such as `ann:a,b`; who ends up where.
    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let needs: [String]
        let people: [String]
        let isComplete: Bool
        let placed: [Int]
        var testDescription: String { why }
    }

    static let cases = [
        Case(why: "nothing is needed", needs: [], people: ["ann:a"], isComplete: true, placed: []),
        Case(why: "nobody came", needs: ["a"], people: [], isComplete: false, placed: [0]),
        Case(why: "one for one", needs: ["a"], people: ["ann:a"], isComplete: true, placed: [1]),
        Case(why: "of another team", needs: ["a"], people: ["bob:b"], isComplete: false, placed: [0]),
        Case(why: "one head, two needs", needs: ["a", "b"], people: ["ann:a,b"], isComplete: false, placed: [1, 0]),
        Case(
            why: "two heads, two needs",
            needs: ["a", "b"],
            people: ["ann:a,b", "bob:b"],
            isComplete: true,
            placed: [1, 1]
        ),
        Case(
            why: "the first moves on",
            needs: ["a", "b"],
            people: ["ann:a,b", "bob:a"],
            isComplete: true,
            placed: [1, 1]
        ),
        Case(
            why: "a chain of three moves",
            needs: ["a", "b", "c"],
            people: ["ann:a,b", "bob:a,c", "eve:a"],
            isComplete: true,
            placed: [1, 1, 1]
        ),
        Case(why: "two of one team", needs: ["a 2"], people: ["ann:a", "bob:a"], isComplete: true, placed: [2]),
        Case(why: "two, one came", needs: ["a 2"], people: ["ann:a"], isComplete: false, placed: [1]),
        Case(why: "either team", needs: ["a+b 2"], people: ["ann:a", "bob:b"], isComplete: true, placed: [2]),
        Case(
            why: "more than needed",
            needs: ["a", "b"],
            people: ["ann:a", "bob:a", "eve:a"],
            isComplete: false,
            placed: [1, 0]
        ),
        Case(
            why: "two seats give one up",
            needs: ["a+b 2", "b"],
            people: ["bob:b", "ann:a", "eve:a"],
            isComplete: true,
            placed: [2, 1]
        ),
    ]

    @Test(arguments: cases)
    func placesPeople(_ test: Case) throws {
        let needs = try test.needs.enumerated().map { index, text in
            let parts = text.split(separator: " ")
            let teams = try parts[0].split(separator: "+").map { try TeamID(parsing: String($0)) }
            return Requirement("r\(index)", count: parts.count > 1 ? Int(parts[1]) ?? 1 : 1, teams: teams, why: "")
        }
        let people = try test.people.map { text in
            let parts = text.split(separator: ":")
            let teams = try parts[1].split(separator: ",").map { try TeamID(parsing: String($0)) }
            return (person: try PersonID(parsing: String(parts[0])), teams: teams)
        }
        let fulfilment = Fulfilment(needs, approvals: people)
        #expect(fulfilment.isComplete == test.isComplete)
        #expect(fulfilment.lines.map(\.people.count) == test.placed)
        let placed = fulfilment.lines.flatMap(\.people)
        #expect(Set(placed).count == placed.count)
    }
}
