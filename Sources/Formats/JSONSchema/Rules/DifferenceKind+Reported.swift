extension DifferenceKind {
    /// Every kind that a comparison can report.
    package static let reported: [DifferenceKind] = Aspect.allCases.flatMap { aspect in
        aspect.reportedChanges.map { DifferenceKind(aspect, $0) }
    }
}

extension Aspect {
    /// How a comparison can say that it changed.
    fileprivate var reportedChanges: [Change] {
        switch self {
        case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .minLength, .maxLength, .minItems, .maxItems,
            .minProperties, .maxProperties, .maxContains:
            [.added, .removed, .increased, .decreased]
        case .minContains: [.added, .removed, .increased, .decreased, .changed]
        case .schema, .unevaluatedItems, .patternProperties, .sum, .negation: [.narrowed, .extended]
        case .type, .values: [.narrowed, .extended, .changed]
        case .multipleOf: [.added, .removed, .expanded, .reduced, .changed]
        case .uniqueItems, .required, .dependencySchema: [.added, .removed]
        case .pattern, .format, .propertyNames, .dependencyArray, .conditional: [.added, .removed, .changed]
        case .additionalItems, .additionalProperties, .unevaluatedProperties: [.added, .removed, .narrowed, .extended]
        case .item: [.addedToOpenModel, .removedFromOpenModel]
        case .property:
            [
                .addedToPartiallyOpenModel, .removedFromOpenModel, .removedFromClosedModel,
                .removedFromPartiallyOpenModel,
            ]
        case .requiredProperty, .optionalProperty: [.addedToOpenModel, .addedToClosedModel]
        case .combination: [.changed, .subschemasChanged]
        }
    }
}
