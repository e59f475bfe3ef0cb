import Syntax

/// What is asked of an object.
extension ValidationRun {
    mutating func applyToObject(_ step: SchemaPlan.Step, _ place: Place, _ evaluated: inout Evaluated) -> Answer {
        switch step {
        case .minProperties(let count): return Answer(document.count(at: place.index) >= count)
        case .maxProperties(let count): return Answer(document.count(at: place.index) <= count)
        case .required(let names): return Answer(hasAll(names, place))
        case .properties(let table): return applyProperties(table, place, &evaluated)
        case .patternProperties(let patterns, let schemas):
            return applyPatterns(patterns, place.plan.lists[schemas], place, &evaluated)
        case .additionalProperties(let names, let patterns, let schema):
            // Every member is looked at by this keyword or by those that it makes way for.
            evaluated.allMembers = true
            return applyAdditional(names, patterns, schema, place)
        case .propertyNames(let schema): return checkMembers(place) { ($0.key, schema) }
        case .dependentRequired(let name, let names): return Answer(!has(name, place) || hasAll(names, place))
        case .dependentSchema(let name, let schema):
            return has(name, place) ? inPlace(place, schema, &evaluated) : .valid
        case .unevaluatedProperties(let schema): return applyUnevaluatedProperties(schema, place, &evaluated)
        default: return .valid
        }
    }

    private func has(_ name: Int, _ place: Place) -> Bool {
        marks[place.marks + name / UInt64.bitWidth] & 1 << UInt64(name % UInt64.bitWidth) != 0
    }

    private func hasAll(_ names: Int, _ place: Place) -> Bool {
        for word in 0..<place.plan.wordCount {
            let wanted = place.plan.nameSets[names + word]
            guard marks[place.marks + word] & wanted == wanted else { return false }
        }
        return true
    }

    /// Validity of what a function selects of each member: an index and a schema; nil to pass a member over.
    private mutating func checkMembers(_ place: Place, _ select: (Member) -> (Int, SchemaID)?) -> Answer {
        var result = Answer.valid
        for position in place.members where result != .invalid {
            guard let (index, schema) = select(members[position]) else { continue }
            result = result && check(index, schema, depth: place.depth)
        }
        return result
    }

    private mutating func applyProperties(_ table: Int, _ place: Place, _ evaluated: inout Evaluated) -> Answer {
        let isTracking = isTracking
        return checkMembers(place) { member in
            guard member.name >= 0 else { return nil }
            let schema = place.plan.schemasByName[table + member.name]
            guard schema >= 0 else { return nil }
            if isTracking { evaluated.insert(member: member.key) }
            return (member.key + 1, SchemaID(Int(schema)))
        }
    }

    private mutating func applyPatterns(
        _ patterns: Range<Int>,
        _ schemas: [SchemaID],
        _ place: Place,
        _ evaluated: inout Evaluated
    ) -> Answer {
        var result = Answer.valid
        for (pattern, schema) in zip(patterns, schemas) {
            for position in place.members where result != .invalid {
                let key = members[position].key
                let isFound = matches(place.plan.patterns[pattern], at: key)
                guard isFound != .invalid else { continue }
                let answer = check(key + 1, schema, depth: place.depth)
                if isFound == .valid {
                    result = result && answer
                    if isTracking { evaluated.insert(member: key) }
                } else {
                    if answer != .valid { result = result && isFound }
                    evaluated.doubt(isFound)
                }
            }
        }
        return result
    }

    private mutating func applyAdditional(
        _ names: Int,
        _ patterns: Range<Int>,
        _ schema: SchemaID,
        _ place: Place
    ) -> Answer {
        var result = Answer.valid
        for position in place.members where result != .invalid {
            let member = members[position]
            let isCovered = covers(names, patterns, member, place.plan)
            guard isCovered != .valid else { continue }
            let answer = check(member.key + 1, schema, depth: place.depth)
            result = result && (isCovered.obstacle != nil && answer != .valid ? isCovered : answer)
        }
        return result
    }

    /// Whether a name is one of a set or matches a pattern; unknown where a pattern decides that is not executed.
    private mutating func covers(
        _ names: Int,
        _ patterns: Range<Int>,
        _ member: Member,
        _ plan: SchemaPlan
    ) -> Answer {
        if member.name >= 0 {
            let word = plan.nameSets[names + member.name / UInt64.bitWidth]
            if word & 1 << UInt64(member.name % UInt64.bitWidth) != 0 { return .valid }
        }
        var result = Answer.invalid
        for pattern in patterns where result != .valid {
            result = result || matches(plan.patterns[pattern], at: member.key)
        }
        return result.obstacle == nil ? result : unknown(NameCover(patterns: Array(plan.patterns[patterns])).obstacle)
    }

    private mutating func applyUnevaluatedProperties(
        _ schema: SchemaID,
        _ place: Place,
        _ evaluated: inout Evaluated
    ) -> Answer {
        var result = Answer.valid
        for position in place.members where result != .invalid {
            let key = members[position].key
            guard !evaluated.hasMember(key) else { continue }
            let answer = check(key + 1, schema, depth: place.depth)
            result = result && unlessEvaluated(answer, evaluated)
        }
        evaluated.allMembers = true
        return result
    }
}
