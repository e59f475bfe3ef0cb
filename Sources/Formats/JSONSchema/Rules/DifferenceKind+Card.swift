package import Compatibility
internal import Contracts

extension DifferenceKind {
    /// The rule as its page in the reference tells it.
    package var card: RuleCard {
        RuleCard(
            name,
            .error,
            RuleAxes(.both, aspect.subject + change.place, axis),
            summary: "\(aspect.words) \(change.words).",
            why: why,
            source: aspect.source,
            example: example
        )
    }

    /// What becomes of the set of values that are allowed.
    var axis: RuleAxes.Change {
        switch change {
        case .added, .addedToOpenModel, .addedToClosedModel, .addedToPartiallyOpenModel: .added
        case .removed, .removedFromOpenModel, .removedFromClosedModel, .removedFromPartiallyOpenModel: .removed
        case .increased: aspect.isCeiling ? .loosened : .tightened
        case .decreased: aspect.isCeiling ? .tightened : .loosened
        // A larger divisor leaves fewer numbers; what is refused allows the less the more it holds.
        case .expanded: .tightened
        case .reduced: .loosened
        case .narrowed: aspect == .negation ? .loosened : .tightened
        case .extended: aspect == .negation ? .tightened : .loosened
        case .changed, .subschemasChanged: .changed
        }
    }

    private var why: String {
        switch (axis, example.direction) {
        case (.changed, _): "Some values that one version allows are refused by the other."
        case (_, .backward): "Values that the old schema allows are refused by the new one."
        case (_, .forward): "Values that the new schema allows are refused by the old one."
        }
    }
}

extension Aspect {
    /// What a card calls it among its axes.
    fileprivate var subject: String {
        switch self {
        case .requiredProperty, .optionalProperty: Aspect.property.subject
        default: String(rawValue.lowercased().map { $0 == "_" ? " " : $0 })
        }
    }

    /// It at the beginning of a sentence.
    fileprivate var words: String {
        switch self {
        case .schema: "The schema as a whole"
        case .type: "The type"
        case .values: "The list of values"
        case .item: "A place of an array with a schema of its own"
        case .additionalItems: "What further elements may be"
        case .additionalProperties: "What further members may be"
        case .required: "A member that must be there"
        case .property: "A member"
        case .requiredProperty: "A member that must be there"
        case .optionalProperty: "A member that may be missing"
        case .sum: "The choice between alternatives"
        case .combination: "The combination of alternatives"
        case .negation: "What is refused by 'not'"
        case .conditional: "What 'if' asks for"
        default: "'\(keywords[0])'"
        }
    }

    fileprivate var source: String {
        switch self {
        case .schema: "JSON Schema 2020-12 Core, section 4.3"
        case .type: "JSON Schema 2020-12 Validation, section 6.1.1"
        case .values: "JSON Schema 2020-12 Validation, sections 6.1.2 and 6.1.3"
        case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf:
            "JSON Schema 2020-12 Validation, section 6.2"
        case .minLength, .maxLength, .pattern: "JSON Schema 2020-12 Validation, section 6.3"
        case .format: "JSON Schema 2020-12 Validation, section 7"
        case .minItems, .maxItems, .uniqueItems, .minContains, .maxContains:
            "JSON Schema 2020-12 Validation, section 6.4"
        case .minProperties, .maxProperties, .required, .dependencyArray: "JSON Schema 2020-12 Validation, section 6.5"
        case .item, .additionalItems: "JSON Schema 2020-12 Core, section 10.3.1"
        case .property, .requiredProperty, .optionalProperty, .patternProperties, .propertyNames,
            .additionalProperties:
            "JSON Schema 2020-12 Core, section 10.3.2"
        case .unevaluatedItems, .unevaluatedProperties: "JSON Schema 2020-12 Core, section 11"
        case .dependencySchema, .conditional: "JSON Schema 2020-12 Core, section 10.2.2"
        case .sum, .combination, .negation: "JSON Schema 2020-12 Core, section 10.2.1"
        }
    }
}

extension Change {
    /// The kind of object that it happened in, where that is part of the name.
    fileprivate var place: String {
        switch self {
        case .addedToOpenModel, .removedFromOpenModel: " of the open"
        case .addedToClosedModel, .removedFromClosedModel: " of the closed"
        case .addedToPartiallyOpenModel, .removedFromPartiallyOpenModel: " of the partially open"
        default: ""
        }
    }

    /// It at the end of a sentence.
    fileprivate var words: String {
        switch self {
        case .added: "was added"
        case .removed: "was removed"
        case .increased: "was raised"
        case .decreased: "was lowered"
        case .extended: "holds more than before"
        case .narrowed: "holds less than before"
        case .expanded: "became a multiple of what it was"
        case .reduced: "became a divisor of what it was"
        case .changed: "changed"
        case .addedToOpenModel: "was added where it could be anything before"
        case .addedToClosedModel: "was added where others are refused"
        case .addedToPartiallyOpenModel: "was added where a schema for others held before, which it does not keep"
        case .removedFromOpenModel: "was removed where it can be anything now"
        case .removedFromClosedModel: "was removed where others are refused"
        case .removedFromPartiallyOpenModel: "was removed where a schema for others holds now, which it does not keep"
        case .subschemasChanged: "changed inside of them, in a way that no alternative shows by itself"
        }
    }
}
