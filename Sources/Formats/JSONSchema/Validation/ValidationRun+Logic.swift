/// Schemas that are combined.
extension ValidationRun {
    mutating func applyLogic(_ step: SchemaPlan.Step, _ place: Place, _ evaluated: inout Evaluated) -> Answer {
        switch step {
        case .allOf(let list): applyAllOf(place.plan.lists[list], place, &evaluated)
        case .anyOf(let list): applyAnyOf(place.plan.lists[list], place, &evaluated)
        case .oneOf(let list): applyOneOf(place.plan.lists[list], place, &evaluated)
        case .not(let schema): !check(place.index, schema, depth: place.depth)
        case .conditional(let condition, let then, let otherwise):
            applyConditional(condition, then, otherwise, place, &evaluated)
        default: .valid
        }
    }

    private mutating func applyAllOf(
        _ members: [SchemaID],
        _ place: Place,
        _ evaluated: inout Evaluated
    ) -> Answer {
        var result = Answer.valid
        for member in members where result != .invalid { result = result && inPlace(place, member, &evaluated) }
        return result
    }

    private mutating func applyAnyOf(
        _ members: [SchemaID],
        _ place: Place,
        _ evaluated: inout Evaluated
    ) -> Answer {
        var result = Answer.invalid
        for member in members {
            result = result || inPlace(place, member, &evaluated)
            // Later members may evaluate more, which matters only where somebody asks.
            if result == .valid, !isTracking { break }
        }
        return result
    }

    private mutating func applyOneOf(
        _ members: [SchemaID],
        _ place: Place,
        _ evaluated: inout Evaluated
    ) -> Answer {
        var valid = 0
        var doubt: Answer?
        for member in members where valid < 2 {
            let answer = inPlace(place, member, &evaluated)
            if answer == .valid { valid += 1 }
            if answer.obstacle != nil { doubt = answer }
        }
        guard valid < 2 else { return .invalid }
        return doubt ?? Answer(valid == 1)
    }

    private mutating func applyConditional(
        _ condition: SchemaID,
        _ then: SchemaID?,
        _ otherwise: SchemaID?,
        _ place: Place,
        _ evaluated: inout Evaluated
    ) -> Answer {
        let answer = inPlace(place, condition, &evaluated)
        guard answer.obstacle != nil else {
            guard let next = answer == .valid ? then : otherwise else { return .valid }
            return inPlace(place, next, &evaluated)
        }
        let one = then.map { inPlace(place, $0, &evaluated) } ?? .valid
        let two = otherwise.map { inPlace(place, $0, &evaluated) } ?? .valid
        evaluated.doubt(answer)
        return one == two ? one : answer
    }
}
