internal import Syntax

/// What a schema says, keyword by keyword; of several objects that hold together, what they say together.
struct SchemaFacts {
    /// The objects that hold together, outermost last.
    let nodes: [Node]
    /// The types allowed, `null` among them; nil where all are.
    let types: Set<String>?
    /// Whether the types come from alternatives that only name types.
    let isTypeUnion: Bool
    /// The kind of text or number, such as `date-time`.
    let format: String?
    /// The values allowed, where they are listed, as canonical text; a constant is a list of one.
    let values: [String: Node]?
    /// Whether the values come from `const`.
    let isConstant: Bool
    /// The limits by keyword.
    let bounds: [BoundKeyword: Bound]
    /// The schemas of members by name; several objects may speak of one member.
    let properties: [String: [Node]]
    /// The members that must be there, with the place that says so.
    let required: [String: Node]
    /// Where an empty name is required that no member has; nil where none is.
    let emptyRequirement: Node?
    /// The schemas of further members, of which `false` closes the object; empty where all are allowed.
    let additional: [Node]
    /// The schemas of elements.
    let items: [Node]
    /// The alternatives of `anyOf` and `oneOf`, those of each object apart.
    let choices: [Choice]
    /// Keywords that are compared as a whole or part by part, by name.
    let others: [String: [Node]]

    /// The alternatives that one keyword lists.
    struct Choice {
        let isExclusive: Bool
        let node: Node
        let branches: [Node]
    }

    /// The object that stands for all: the last one, which is the place itself where that says something; nil where
    /// nothing is said.
    var node: Node? { nodes.last }

    /// Whether the schema is `false`: no value is valid.
    var isNever: Bool { nodes.contains { $0.bool == false } }

    /// Whether further members are refused.
    var isClosed: Bool {
        refusesAdditional || others["unevaluatedProperties"]?.contains { $0.bool == false } ?? false
    }

    /// Whether further members are refused by `additionalProperties`.
    var refusesAdditional: Bool { additional.contains { $0.bool == false } }

    /// The names that each object allows that refuses all others; where several hold together, each refuses by itself.
    var closures: [[String]] {
        nodes.filter { $0["additionalProperties"]?.bool == false }
            .map { $0["properties"]?.members.map(\.name).sorted() ?? [] }
    }

    /// A keyword's value, said by the outermost object that says it.
    func value(_ keyword: String) -> Node? {
        for node in nodes.reversed() {
            if let value = node[keyword] { return value }
        }
        return nil
    }

    func flag(_ keyword: String) -> Bool { value(keyword)?.bool ?? false }

    /// Whether a member's schema binds nobody who sends to this side.
    func isOmitted(_ flow: ValueFlow) -> Bool { flag(flow == .toProvider ? "readOnly" : "writeOnly") }
}

/// The keywords that limit.
enum BoundKeyword: String, CaseIterable {
    case maximum, minimum, exclusiveMaximum, exclusiveMinimum, maxLength, minLength, maxItems, minItems
    case maxProperties, minProperties, maxContains, minContains

    var side: Bound.Side { rawValue.hasPrefix("max") || self == .exclusiveMaximum ? .upper : .lower }
}
