import Syntax

/// The schemas of one document being applied to one instance and its parts, each known by its index.
struct ValidationRun {
    let document: Document
    private let validator: Validator
    /// Members of the objects that are being looked at, object after object.
    var members: [Member] = []
    /// Sets of the names that are there, object after object.
    var marks: [UInt64] = []
    private var obstacles: [Obstacle] = []
    private var obstacleNumbers: [Obstacle: Int] = [:]

    /// A member of an object.
    struct Member {
        /// Index of the key; the value is the next one.
        let key: Int
        /// The number of the name in the plan; -1 if it is not one of those.
        let name: Int
    }

    /// One schema being applied to one value.
    struct Place {
        let index: Int
        let kind: Document.Kind
        let plan: SchemaPlan
        let depth: Int
        /// Where the members of the object are, and the set of their names.
        let members: Range<Int>
        let marks: Int
    }

    init(_ validator: Validator, _ document: Document) {
        self.validator = validator
        self.document = document
    }

    mutating func validity(of index: Int, under plan: SchemaPlan) -> Validity {
        var evaluated = Evaluated()
        let answer = check(index, plan, depth: 0, &evaluated)
        if let obstacle = answer.obstacle { return .unknown(obstacles[obstacle]) }
        return Validity(answer == .valid)
    }

    /// Whether anybody asks what was evaluated.
    var isTracking: Bool { validator.document.tracksEvaluation }

    mutating func unknown(_ obstacle: Obstacle) -> Answer {
        if let known = obstacleNumbers[obstacle] { return Answer(obstacle: known) }
        obstacleNumbers[obstacle] = obstacles.count
        obstacles.append(obstacle)
        return Answer(obstacle: obstacles.count - 1)
    }

    mutating func answer(_ validity: Validity) -> Answer {
        switch validity {
        case .valid: .valid
        case .invalid: .invalid
        case .unknown(let obstacle): unknown(obstacle)
        }
    }

    /// Validity of a part of the instance.
    mutating func check(_ index: Int, _ schema: SchemaID, depth: Int) -> Answer {
        var evaluated = Evaluated()
        return check(index, validator.plan(of: schema), depth: depth, &evaluated)
    }

    /// Validity of the instance itself under another schema, whose evaluations count where it is valid.
    mutating func inPlace(_ place: Place, _ schema: SchemaID, _ evaluated: inout Evaluated) -> Answer {
        var inner = Evaluated()
        let answer = check(place.index, validator.plan(of: schema), depth: place.depth, &inner)
        guard isTracking else { return answer }
        if answer == .valid { evaluated.formUnion(inner) }
        if answer.obstacle != nil { evaluated.doubt(answer) }
        return answer
    }

    private mutating func check(
        _ index: Int,
        _ plan: SchemaPlan,
        depth: Int,
        _ evaluated: inout Evaluated
    ) -> Answer {
        guard depth < Validator.depth else { return unknown(.depth) }
        guard !plan.steps.isEmpty else { return .valid }
        let kind = document.kind(at: index)
        let (memberCount, markCount) = (members.count, marks.count)
        if kind == .object, plan.readsMembers { read(membersOf: index, plan) }
        let place = Place(
            index: index,
            kind: kind,
            plan: plan,
            depth: depth + 1,
            members: memberCount..<members.count,
            marks: markCount
        )
        var answer = Answer.valid
        for step in plan.steps {
            answer = answer && apply(step, place, &evaluated)
            if answer == .invalid { break }
        }
        members.removeLast(members.count - memberCount)
        marks.removeLast(marks.count - markCount)
        return answer
    }

    private mutating func read(membersOf index: Int, _ plan: SchemaPlan) {
        let base = marks.count
        for _ in 0..<plan.wordCount { marks.append(0) }
        let end = document.end(of: index)
        var key = index + 1
        while key < end {
            let name = document.withText(at: key) { plan.names.number(of: $0) } ?? -1
            members.append(Member(key: key, name: name))
            if name >= 0 { marks[base + name / UInt64.bitWidth] |= 1 << UInt64(name % UInt64.bitWidth) }
            key = document.end(of: key + 1)
        }
    }
}
