package import Compatibility
internal import Contracts

extension GraphQLRule {
    /// The rule as its page in the reference tells it.
    ///
    /// Its severity holds where operations reach the type.
    package var card: RuleCard {
        let (summary, why, section) = told
        return RuleCard(
            rawValue,
            severity,
            axes,
            summary: summary,
            why: why,
            source: "GraphQL, October 2021, section \(section)",
            example: example
        )
    }

    /// What only the new version can say is an error where the old one must understand it too; a default that is gone
    /// is one where a value must be sent now.
    private var severity: Severity {
        let defaults: Set<GraphQLRule> = [
            .argumentDefaultChanged, .inputFieldDefaultChanged, .directiveArgumentDefaultChanged,
        ]
        if example.direction == .forward || defaults.contains(self) { return .error }
        let index = Self.allCases.firstIndex(of: self) ?? 0
        if index <= (Self.allCases.firstIndex(of: .oneOfAdded) ?? 0) { return .error }
        return index <= (Self.allCases.firstIndex(of: .directiveUsageChanged) ?? 0) ? .warning : .info
    }

    private var axes: RuleAxes {
        switch self {
        case .typeRemoved: RuleAxes(.both, "type", .removed)
        case .typeAdded: RuleAxes(.both, "type", .added)
        case .typeChangedKind: RuleAxes(.both, "kind of type", .changed)
        case .typeRemovedFromUnion: RuleAxes(.output, "union member", .removed)
        case .typeAddedToUnion: RuleAxes(.output, "union member", .added)
        case .valueRemovedFromEnum: RuleAxes(.both, "enum value", .removed)
        case .valueAddedToEnum: RuleAxes(.both, "enum value", .added)
        case .requiredInputFieldAdded, .optionalInputFieldAdded: RuleAxes(.input, "field", .added)
        case .implementedInterfaceRemoved: RuleAxes(.output, "interface", .removed)
        case .implementedInterfaceAdded: RuleAxes(.output, "interface", .added)
        case .fieldRemoved: RuleAxes(.both, "field", .removed)
        case .fieldAdded: RuleAxes(.both, "field", .added)
        case .fieldChangedKind: RuleAxes(.both, "value type", .tightened)
        case .fieldChangedKindSafe: RuleAxes(.both, "value type", .loosened)
        case .argumentChangedKind: RuleAxes(.input, "value type", .tightened)
        case .argumentChangedKindSafe: RuleAxes(.input, "value type", .loosened)
        case .requiredArgumentAdded, .optionalArgumentAdded: RuleAxes(.input, "argument", .added)
        case .argumentRemoved: RuleAxes(.input, "argument", .removed)
        case .queryTypeChanged, .mutationTypeChanged, .subscriptionTypeChanged:
            RuleAxes(.both, "root operation type", .changed)
        case .oneOfAdded: RuleAxes(.input, "exactly one field", .tightened)
        case .oneOfRemoved: RuleAxes(.input, "exactly one field", .loosened)
        case .argumentDefaultChanged, .inputFieldDefaultChanged: RuleAxes(.input, "default", .changed)
        case .argumentDefaultAdded: RuleAxes(.input, "default", .added)
        case .descriptionChanged: RuleAxes(.both, "description", .changed)
        case .deprecationAdded: RuleAxes(.both, "deprecation", .added)
        case .deprecationRemoved: RuleAxes(.both, "deprecation", .removed)
        case .deprecationReasonChanged: RuleAxes(.both, "deprecation", .changed)
        default: axesOfDirective
        }
    }

    private var axesOfDirective: RuleAxes {
        switch self {
        case .directiveRemoved: RuleAxes(.both, "directive", .removed)
        case .directiveAdded: RuleAxes(.both, "directive", .added)
        case .directiveArgumentRemoved: RuleAxes(.both, "directive argument", .removed)
        case .requiredDirectiveArgumentAdded, .optionalDirectiveArgumentAdded:
            RuleAxes(.both, "directive argument", .added)
        case .directiveRepeatableRemoved: RuleAxes(.both, "directive repeatable", .tightened)
        case .directiveRepeatableAdded: RuleAxes(.both, "directive repeatable", .loosened)
        case .directiveLocationRemoved: RuleAxes(.both, "directive location", .removed)
        case .directiveLocationAdded: RuleAxes(.both, "directive location", .added)
        case .directiveArgumentTypeChanged: RuleAxes(.both, "directive argument type", .changed)
        case .directiveArgumentDefaultChanged: RuleAxes(.both, "directive argument default", .changed)
        case .directiveUsageAdded: RuleAxes(.both, "use of a directive", .added)
        case .directiveUsageRemoved: RuleAxes(.both, "use of a directive", .removed)
        default: RuleAxes(.both, "use of a directive", .changed)
        }
    }
}
