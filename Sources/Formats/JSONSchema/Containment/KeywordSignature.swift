import Syntax

/// A keyword taken apart into a text and the schemas inside, so that keywords can be compared and hashed alike.
struct KeywordSignature {
    let text: String
    let children: [SchemaID]

    init(_ keyword: Keyword) {
        let (text, children) = Self.parts(keyword)
        self.text = text
        self.children = children
    }

    private static func parts(_ keyword: Keyword) -> (String, [SchemaID]) {
        switch keyword {
        case .never: ("never", [])
        case .type(let types): ("type \(types.rawValue)", [])
        case .values(let set): ("values \(text(set))", [])
        case .reference(let target): ("reference", [target])
        case .undecidable(let obstacle): ("undecidable \(obstacle)", [])
        case .allOf(let members): ("allOf \(members.count)", members)
        case .anyOf(let members): ("anyOf \(members.count)", members)
        case .oneOf(let members): ("oneOf \(members.count)", members)
        case .not(let schema): ("not", [schema])
        case .conditional(let condition, let then, let otherwise):
            ("if \(then != nil) \(otherwise != nil)", [condition] + [then, otherwise].compactMap { $0 })
        default: scalarParts(keyword)
        }
    }

    private static func scalarParts(_ keyword: Keyword) -> (String, [SchemaID]) {
        switch keyword {
        case .minimum(let bound, let isExclusive): ("minimum \(bound) \(isExclusive)", [])
        case .maximum(let bound, let isExclusive): ("maximum \(bound) \(isExclusive)", [])
        case .multipleOf(let divisor): ("multipleOf \(divisor)", [])
        case .minLength(let length): ("minLength \(length)", [])
        case .maxLength(let length): ("maxLength \(length)", [])
        case .pattern(let pattern): ("pattern \(pattern.text)", [])
        case .format(let format): ("format \(format.rawValue)", [])
        case .minItems(let count): ("minItems \(count)", [])
        case .maxItems(let count): ("maxItems \(count)", [])
        case .uniqueItems: ("uniqueItems", [])
        case .minProperties(let count): ("minProperties \(count)", [])
        case .maxProperties(let count): ("maxProperties \(count)", [])
        case .required(let names): ("required \(text(names))", [])
        case .dependentRequired(let entries): ("dependentRequired \(text(entries))", [])
        default: containerParts(keyword)
        }
    }

    private static func containerParts(_ keyword: Keyword) -> (String, [SchemaID]) {
        switch keyword {
        case .prefix(let members): ("prefix \(members.count)", members)
        case .rest(let start, let schema): ("rest \(start)", [schema])
        case .contains(let contains):
            (
                "contains \(contains.minimum) \(contains.maximum ?? -1) \(contains.evaluates)",
                [contains.schema]
            )
        case .unevaluatedItems(let schema): ("unevaluatedItems", [schema])
        case .properties(let table): named("properties", table)
        case .patternProperties(let entries):
            named("patternProperties", entries.map { (PropertyName($0.pattern.text), $0.schema) })
        case .additionalProperties(let cover, let schema):
            ("additional \(text(Array(cover.names))) \(text(cover.patterns.map { PropertyName($0.text) }))", [schema])
        case .propertyNames(let schema): ("propertyNames", [schema])
        case .dependentSchemas(let table): named("dependentSchemas", table)
        case .unevaluatedProperties(let schema): ("unevaluatedProperties", [schema])
        default: ("", [])
        }
    }

    private static func named(_ label: String, _ table: PropertyTable) -> (String, [SchemaID]) {
        named(label, table.entries.map { ($0.name, $0.schema) })
    }

    private static func named(_ label: String, _ entries: [(PropertyName, SchemaID)]) -> (String, [SchemaID]) {
        let sorted = entries.sorted { $0.0 < $1.0 }
        return ("\(label) \(text(sorted.map(\.0)))", sorted.map(\.1))
    }

    /// Names in order, quoted so that no two lists share a text.
    private static func text(_ names: [PropertyName]) -> String {
        JSON.array(names.sorted().map { .string($0.text) }).text
    }

    private static func text(_ entries: [DependentNames]) -> String {
        entries.sorted { $0.name < $1.name }.map { text([$0.name]) + text($0.required) }.joined()
    }

    private static func text(_ set: ValueSet) -> String {
        set.keys.map { String(decoding: $0.bytes, as: UTF8.self) }.sorted().joined(separator: ",")
    }
}
