import Syntax

/// What is asked of an array.
extension ValidationRun {
    mutating func applyToArray(_ step: SchemaPlan.Step, _ place: Place, _ evaluated: inout Evaluated) -> Answer {
        switch step {
        case .minItems(let count): return Answer(document.count(at: place.index) >= count)
        case .maxItems(let count): return Answer(document.count(at: place.index) <= count)
        case .uniqueItems: return Answer(isUnique(place))
        case .prefix(let list):
            let schemas = place.plan.lists[list]
            evaluated.prefix = max(evaluated.prefix, min(schemas.count, document.count(at: place.index)))
            return checkElements(place, 0..<schemas.count) { schemas[$0] }
        case .rest(let start, let schema):
            evaluated.prefix = document.count(at: place.index)
            return checkElements(place, start..<Int.max) { _ in schema }
        case .contains(let contains): return applyContains(place.plan.contains[contains], place, &evaluated)
        case .unevaluatedItems(let schema): return applyUnevaluatedItems(schema, place, &evaluated)
        default: return .valid
        }
    }

    private func isUnique(_ place: Place) -> Bool {
        var seen = Set<CanonicalValue>()
        return document[place.index].elements.allSatisfy { seen.insert(CanonicalValue($0.json)).inserted }
    }

    /// Validity of some elements, by their numbers, under a schema for each.
    private mutating func checkElements(
        _ place: Place,
        _ numbers: Range<Int>,
        _ schema: (Int) -> SchemaID
    ) -> Answer {
        let end = document.end(of: place.index)
        var (element, number) = (place.index + 1, 0)
        var result = Answer.valid
        while element < end, number < numbers.upperBound, result != .invalid {
            if number >= numbers.lowerBound {
                result = result && check(element, schema(number), depth: place.depth)
            }
            element = document.end(of: element)
            number += 1
        }
        return result
    }

    private mutating func applyContains(
        _ contains: Contains,
        _ place: Place,
        _ evaluated: inout Evaluated
    ) -> Answer {
        var found = 0
        var open = 0
        var doubt = Answer.valid
        for (number, element) in document[place.index].elements.enumerated() {
            let answer = check(element.index, contains.schema, depth: place.depth)
            if answer == .valid {
                found += 1
                if contains.evaluates, isTracking { evaluated.insert(element: number) }
            } else if answer.obstacle != nil {
                open += 1
                doubt = answer
                if contains.evaluates { evaluated.doubt(answer) }
            }
        }
        let limit = contains.maximum ?? Int.max
        if found + open < contains.minimum || found > limit { return .invalid }
        return found < contains.minimum || found + open > limit ? doubt : .valid
    }

    private mutating func applyUnevaluatedItems(
        _ schema: SchemaID,
        _ place: Place,
        _ evaluated: inout Evaluated
    ) -> Answer {
        var result = Answer.valid
        for (number, element) in document[place.index].elements.enumerated() where !evaluated.hasElement(number) {
            let answer = check(element.index, schema, depth: place.depth)
            result = result && unlessEvaluated(answer, evaluated)
        }
        evaluated.prefix = document.count(at: place.index)
        return result
    }

    /// An element or member that may have been evaluated by a schema whose validity is unknown.
    func unlessEvaluated(_ answer: Answer, _ evaluated: Evaluated) -> Answer {
        answer == .valid ? answer : evaluated.doubt ?? answer
    }
}
