package import Syntax

/// One constraint of a schema, complete in itself: what it needs of its neighbours is inside.
package enum Keyword: Sendable {
    /// `false`: nothing is valid.
    case never
    case type(TypeSet)
    /// `enum`, or `const` as a set of one.
    case values(ValueSet)
    case minimum(ExactNumber, isExclusive: Bool)
    case maximum(ExactNumber, isExclusive: Bool)
    case multipleOf(ExactNumber)
    /// In code points.
    case minLength(Int)
    /// In code points.
    case maxLength(Int)
    case pattern(SchemaPattern)
    /// `format` where it is asserted.
    case format(StringFormat)
    case minItems(Int)
    case maxItems(Int)
    case uniqueItems
    /// `prefixItems`, or `items` with an array.
    case prefix([SchemaID])
    /// `items` or `additionalItems`: every element from an index on.
    case rest(from: Int, SchemaID)
    case contains(Contains)
    case unevaluatedItems(SchemaID)
    case minProperties(Int)
    case maxProperties(Int)
    case required([PropertyName])
    case properties(PropertyTable)
    case patternProperties([PatternProperty])
    case additionalProperties(NameCover, SchemaID)
    case propertyNames(SchemaID)
    case dependentRequired([DependentNames])
    case dependentSchemas(PropertyTable)
    case unevaluatedProperties(SchemaID)
    case allOf([SchemaID])
    case anyOf([SchemaID])
    case oneOf([SchemaID])
    case not(SchemaID)
    case conditional(`if`: SchemaID, then: SchemaID?, `else`: SchemaID?)
    /// `$ref`, resolved.
    case reference(SchemaID)
    /// Something whose meaning cannot be worked out.
    case undecidable(Obstacle)
}

/// A pattern of names with the schema of their values.
package struct PatternProperty: Sendable {
    /// What the names match.
    package let pattern: SchemaPattern
    /// What the values must be.
    package let schema: SchemaID
}

/// Names that must be there when another is.
package struct DependentNames: Hashable, Sendable {
    /// The name that asks.
    package let name: PropertyName
    /// The names that are asked for.
    package let required: [PropertyName]
}

/// `contains` with its bounds.
package struct Contains: Sendable {
    /// What the counted elements are.
    package let schema: SchemaID
    /// How many there must be.
    package let minimum: Int
    /// How many there may be; nil where there is no limit.
    package let maximum: Int?
    /// Whether `unevaluatedItems` passes over the counted elements, as it does from 2020-12 on.
    package let evaluates: Bool
}

/// Why a question about schemas stays open.
package enum Obstacle: Hashable, Sendable {
    /// The named budget of steps is used up.
    case budget(steps: Int)
    /// Schemas nest deeper than is followed.
    case depth
    /// It depends on what a regular expression matches, and takes too long to work out.
    case pattern(String)
    /// It depends on what a regular expression matches that is not executed.
    case unexecuted(String, reason: String)
    /// It depends on which texts are of a format.
    case format(String)
    /// `$dynamicRef` or `$recursiveRef` has more targets than are told apart.
    case dynamicReference(String)
    /// The schema refers to itself without descending into the instance.
    case endlessReference
    /// What was evaluated before `unevaluatedProperties` or `unevaluatedItems` has too many cases.
    case evaluation
    /// Numbers too long or too far apart to be worked out.
    case numbers
    /// The keyword combination has no procedure: its name.
    case combination(String)
    /// A candidate was built and not confirmed.
    case unconfirmed
}

extension Obstacle: CustomStringConvertible {
    /// Such as `it depends on what the pattern '^a+$' matches`.
    package var description: String {
        switch self {
        case .budget(let steps): "it takes more than \(steps) steps (limit ContainmentBudget.steps)"
        case .depth: "the schemas nest deeper than is followed (limit ContainmentBudget.depth)"
        case .pattern(let pattern): "it depends on what the pattern '\(pattern)' matches"
        case .unexecuted(let pattern, let reason): "it depends on what the pattern '\(pattern)' matches: \(reason)"
        case .format(let name): "it depends on which texts are of the format '\(name)'"
        case .dynamicReference(let name): "the dynamic reference '\(name)' has too many targets"
        case .endlessReference: "a schema refers to itself without descending into the instance"
        case .evaluation: "what counts as evaluated has too many cases"
        case .numbers: "numbers are too long or too far apart"
        case .combination(let keywords): "no procedure covers \(keywords)"
        case .unconfirmed: "a counter-example was built but not confirmed"
        }
    }
}
