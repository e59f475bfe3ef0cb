import Syntax

/// What is asked of a value as a whole.
extension ValidationRun {
    mutating func apply(_ step: SchemaPlan.Step, _ place: Place, _ evaluated: inout Evaluated) -> Answer {
        switch step {
        case .never: return .invalid
        case .type(let types): return Answer(isOf(types, place))
        case .values(let set): return Answer(isOne(of: place.plan.values[set], place))
        case .undecidable(let obstacle):
            let answer = unknown(place.plan.obstacles[obstacle])
            evaluated.doubt(answer)
            return answer
        case .reference(let target): return inPlace(place, target, &evaluated)
        case .allOf, .anyOf, .oneOf, .not, .conditional: return applyLogic(step, place, &evaluated)
        default: return applyToParts(step, place, &evaluated)
        }
    }

    private mutating func applyToParts(
        _ step: SchemaPlan.Step,
        _ place: Place,
        _ evaluated: inout Evaluated
    ) -> Answer {
        switch place.kind {
        case .number: applyToNumber(step, place)
        case .string: applyToString(step, place)
        case .array: applyToArray(step, place, &evaluated)
        case .object: applyToObject(step, place, &evaluated)
        default: .valid
        }
    }

    private func isOf(_ types: TypeSet, _ place: Place) -> Bool {
        switch place.kind {
        case .null: types.contains(.null)
        case .true, .false: types.contains(.boolean)
        case .string: types.contains(.string)
        case .array: types.contains(.array)
        case .object: types.contains(.object)
        case .number:
            types.contains(.number)
                || !types.isDisjoint(with: .number) && types.contains(isWhole(place) ? .integer : .fraction)
        }
    }

    /// Most whole numbers are written with digits only.
    private func isWhole(_ place: Place) -> Bool {
        let isPlain = document.withText(at: place.index) { text in
            text.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
        }
        return isPlain || number(at: place).isInteger
    }

    private func isOne(of values: SchemaPlan.Values, _ place: Place) -> Bool {
        guard place.kind == .string else { return values.all.contains(document[place.index].json) }
        return document.withText(at: place.index) { values.texts.number(of: $0) } != nil
    }

    private func number(at place: Place) -> ExactNumber { document[place.index].number ?? .zero }

    private mutating func applyToNumber(_ step: SchemaPlan.Step, _ place: Place) -> Answer {
        let numbers = place.plan.numbers
        switch step {
        case .minimum(let bound, let isExclusive):
            let number = number(at: place)
            return Answer(isExclusive ? number > numbers[bound] : number >= numbers[bound])
        case .maximum(let bound, let isExclusive):
            let number = number(at: place)
            return Answer(isExclusive ? number < numbers[bound] : number <= numbers[bound])
        case .multipleOf(let divisor):
            guard let isMultiple = number(at: place).isMultiple(of: numbers[divisor]) else { return unknown(.numbers) }
            return Answer(isMultiple)
        default: return .valid
        }
    }

    private mutating func applyToString(_ step: SchemaPlan.Step, _ place: Place) -> Answer {
        switch step {
        case .minLength(let length): return Answer(codePoints(at: place) >= length)
        case .maxLength(let length): return Answer(codePoints(at: place) <= length)
        case .pattern(let pattern): return matches(place.plan.patterns[pattern], at: place.index)
        case .format(let format): return answer(format.validity(of: document[place.index].text))
        default: return .valid
        }
    }

    private func codePoints(at place: Place) -> Int {
        // All octets but those that go on with a code point.
        document.withText(at: place.index) { text in text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
    }

    /// Whether a pattern is found in a text.
    mutating func matches(_ pattern: SchemaPattern, at index: Int) -> Answer {
        guard let isFound = document.withText(at: index, { pattern.matches(utf8: $0) }) else {
            return unknown(pattern.obstacle)
        }
        return Answer(isFound)
    }
}
