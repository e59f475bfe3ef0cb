package import Contracts

/// What a comparison of two GraphQL schemas can find; the raw value is the rule's id.
///
/// The names are those of graphql-js, version 17 where older ones have none; those that it has no name for are
/// graphql-inspector's. How much a finding weighs depends on where the type is used: see ``Usage``.
package enum GraphQLRule: String, Hashable, Sendable, CaseIterable {
    case typeRemoved = "TYPE_REMOVED"
    case typeChangedKind = "TYPE_CHANGED_KIND"
    case typeRemovedFromUnion = "TYPE_REMOVED_FROM_UNION"
    case valueRemovedFromEnum = "VALUE_REMOVED_FROM_ENUM"
    case requiredInputFieldAdded = "REQUIRED_INPUT_FIELD_ADDED"
    case implementedInterfaceRemoved = "IMPLEMENTED_INTERFACE_REMOVED"
    case fieldRemoved = "FIELD_REMOVED"
    case fieldChangedKind = "FIELD_CHANGED_KIND"
    case requiredArgumentAdded = "REQUIRED_ARG_ADDED"
    case argumentRemoved = "ARG_REMOVED"
    case argumentChangedKind = "ARG_CHANGED_KIND"
    case directiveRemoved = "DIRECTIVE_REMOVED"
    case directiveArgumentRemoved = "DIRECTIVE_ARG_REMOVED"
    case requiredDirectiveArgumentAdded = "REQUIRED_DIRECTIVE_ARG_ADDED"
    case directiveRepeatableRemoved = "DIRECTIVE_REPEATABLE_REMOVED"
    case directiveLocationRemoved = "DIRECTIVE_LOCATION_REMOVED"
    case directiveArgumentTypeChanged = "DIRECTIVE_ARGUMENT_TYPE_CHANGED"
    case queryTypeChanged = "SCHEMA_QUERY_TYPE_CHANGED"
    case mutationTypeChanged = "SCHEMA_MUTATION_TYPE_CHANGED"
    case subscriptionTypeChanged = "SCHEMA_SUBSCRIPTION_TYPE_CHANGED"
    case oneOfAdded = "ONE_OF_ADDED"

    case valueAddedToEnum = "VALUE_ADDED_TO_ENUM"
    case typeAddedToUnion = "TYPE_ADDED_TO_UNION"
    case optionalInputFieldAdded = "OPTIONAL_INPUT_FIELD_ADDED"
    case optionalArgumentAdded = "OPTIONAL_ARG_ADDED"
    case implementedInterfaceAdded = "IMPLEMENTED_INTERFACE_ADDED"
    case argumentDefaultChanged = "ARG_DEFAULT_VALUE_CHANGE"
    case argumentDefaultAdded = "ARG_DEFAULT_VALUE_ADDED"
    case inputFieldDefaultChanged = "INPUT_FIELD_DEFAULT_VALUE_CHANGED"
    case directiveArgumentDefaultChanged = "DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED"
    case directiveUsageAdded = "DIRECTIVE_USAGE_ADDED"
    case directiveUsageRemoved = "DIRECTIVE_USAGE_REMOVED"
    case directiveUsageChanged = "DIRECTIVE_USAGE_CHANGED"

    case typeAdded = "TYPE_ADDED"
    case fieldAdded = "FIELD_ADDED"
    case fieldChangedKindSafe = "FIELD_CHANGED_KIND_SAFE"
    case argumentChangedKindSafe = "ARG_CHANGED_KIND_SAFE"
    case directiveAdded = "DIRECTIVE_ADDED"
    case optionalDirectiveArgumentAdded = "OPTIONAL_DIRECTIVE_ARG_ADDED"
    case directiveRepeatableAdded = "DIRECTIVE_REPEATABLE_ADDED"
    case directiveLocationAdded = "DIRECTIVE_LOCATION_ADDED"
    case oneOfRemoved = "ONE_OF_REMOVED"
    case descriptionChanged = "DESCRIPTION_CHANGED"
    case deprecationAdded = "DEPRECATION_ADDED"
    case deprecationRemoved = "DEPRECATION_REMOVED"
    case deprecationReasonChanged = "DEPRECATION_REASON_CHANGED"
}

extension GraphQLRule {
    /// A rule as its page in the reference tells it.
    package struct Card: Hashable, Sendable {
        /// The rule's id.
        package let id: String
        /// How much a finding weighs where operations reach the type, before modes and policies.
        package let severity: Severity
        /// What it reports, in a sentence.
        package let summary: String
        /// Why that matters.
        package let why: String
        /// The document that it comes from.
        package let source: String
    }

    /// What the rule reports and why.
    package var card: Card {
        let (summary, why, section) = told
        return Card(
            id: rawValue,
            severity: severity,
            summary: summary,
            why: why,
            source: "GraphQL, October 2021, section \(section)"
        )
    }

    private var severity: Severity {
        let index = Self.allCases.firstIndex(of: self) ?? 0
        if index <= (Self.allCases.firstIndex(of: .oneOfAdded) ?? 0) { return .error }
        return index <= (Self.allCases.firstIndex(of: .directiveUsageChanged) ?? 0) ? .warning : .info
    }
}
