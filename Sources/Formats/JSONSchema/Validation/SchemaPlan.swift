import Syntax

/// A schema made ready to be applied: its keywords as small steps, with the names and texts that they look for in tables.
///
/// The steps stand in the order of the keywords, those last that look at what their neighbours have evaluated.
final class SchemaPlan {
    /// A keyword; numbers without a word are places in the tables of the plan.
    ///
    /// No step holds anything that is counted, so that going through them costs nothing.
    enum Step {
        case never
        case type(TypeSet)
        case values(Int)
        case minimum(Int, isExclusive: Bool)
        case maximum(Int, isExclusive: Bool)
        case multipleOf(Int)
        case minLength(Int)
        case maxLength(Int)
        case pattern(Int)
        case format(StringFormat)
        case minItems(Int)
        case maxItems(Int)
        case uniqueItems
        case prefix(Int)
        case rest(from: Int, SchemaID)
        case contains(Int)
        case unevaluatedItems(SchemaID)
        case minProperties(Int)
        case maxProperties(Int)
        case required(Int)
        case properties(Int)
        case patternProperties(Range<Int>, schemas: Int)
        case additionalProperties(names: Int, patterns: Range<Int>, SchemaID)
        case propertyNames(SchemaID)
        case dependentRequired(name: Int, Int)
        case dependentSchema(name: Int, SchemaID)
        case unevaluatedProperties(SchemaID)
        case allOf(Int)
        case anyOf(Int)
        case oneOf(Int)
        case not(SchemaID)
        case conditional(if: SchemaID, then: SchemaID?, else: SchemaID?)
        case reference(SchemaID)
        case undecidable(Int)
    }

    /// The values of an `enum`, with the texts among them apart.
    struct Values {
        let all: ValueSet
        let texts: NameTable

        init(_ set: ValueSet) {
            all = set
            texts = NameTable(set.texts)
        }
    }

    let steps: [Step]
    /// Whether any step looks at members by their names.
    let readsMembers: Bool
    let names: NameTable
    /// Sets of names, each as many words as ``wordCount`` says.
    let nameSets: [UInt64]
    /// Schemas by the number of a name, table after table; -1 for none.
    let schemasByName: [Int32]
    let lists: [[SchemaID]]
    let values: [Values]
    let numbers: [ExactNumber]
    let patterns: [SchemaPattern]
    let contains: [Contains]
    let obstacles: [Obstacle]

    /// A plan for keywords.
    init(_ keywords: [Keyword]) {
        var planner = SchemaPlanner(keywords)
        steps = planner.steps(for: keywords)
        names = planner.names
        nameSets = planner.nameSets
        schemasByName = planner.schemasByName
        lists = planner.lists
        values = planner.values
        numbers = planner.numbers
        patterns = planner.patterns
        contains = planner.contains
        obstacles = planner.obstacles
        readsMembers = steps.contains(where: \.readsMembers)
    }

    /// How many words a set of names is.
    var wordCount: Int { names.count / UInt64.bitWidth + 1 }
}

extension SchemaPlan.Step {
    fileprivate var readsMembers: Bool {
        switch self {
        case .required, .properties, .patternProperties, .additionalProperties, .propertyNames, .dependentRequired,
            .dependentSchema, .unevaluatedProperties:
            true
        default: false
        }
    }
}
