internal import Compatibility
internal import Contracts

extension DifferenceKind {
    /// Two schemas between which the kind is reported.
    var example: RuleCard.Example {
        let side = aspect.sides
        switch (aspect, change) {
        case (.additionalItems, .removed), (.additionalProperties, .removed), (.unevaluatedProperties, .removed):
            return .init(side.none, side.closed)
        case (.additionalItems, .added), (.additionalProperties, .added), (.unevaluatedProperties, .added):
            return .init(side.closed, side.none, .forward)
        case (.property, _), (.requiredProperty, _), (.optionalProperty, _): return exampleOfMember
        case (.combination, .subschemasChanged):
            return .init(
                #"{"oneOf": [{"maximum": 5}, {"minimum": 7}]}"#,
                #"{"oneOf": [{"maximum": 6}, {"minimum": 3}]}"#
            )
        default: break
        }
        return switch axis {
        case .added: .init(side.none, side.tight)
        case .removed: .init(side.tight, side.none, .forward)
        case .tightened: .init(side.loose, side.tight)
        case .loosened: .init(side.tight, side.loose, .forward)
        case .changed: .init(side.tight, side.other)
        }
    }

    private var exampleOfMember: RuleCard.Example {
        let closed = #""additionalProperties": false"#
        let rest = #""additionalProperties": {"type": "integer"}"#
        let member = #""properties": {"a": {"type": "string"}}"#
        let required = #""required": ["a"]"#
        return switch (aspect, change) {
        case (.property, .addedToPartiallyOpenModel): .init("{\(rest)}", "{\(member), \(rest)}")
        case (.property, .removedFromPartiallyOpenModel): .init("{\(member), \(rest)}", "{\(rest)}")
        case (.property, .removedFromOpenModel): .init("{\(member)}", "{}", .forward)
        case (.property, _): .init("{\(member), \(closed)}", "{\(closed)}")
        case (.requiredProperty, .addedToOpenModel): .init("{}", "{\(member), \(required)}")
        case (.requiredProperty, _): .init("{\(closed)}", "{\(member), \(required), \(closed)}", .forward)
        case (_, .addedToOpenModel): .init("{}", "{\(member)}")
        default: .init("{\(closed)}", "{\(member), \(closed)}", .forward)
        }
    }
}

/// Schemas that say more and less of one aspect.
private struct Sides {
    /// Says nothing of it.
    var none = "{}"
    /// Leaves much.
    var loose = "{}"
    /// Leaves less than `loose`.
    let tight: String
    /// Leaves what `tight` does not.
    var other = "{}"
    /// Leaves nothing of the kind.
    var closed = "{}"
}

extension Aspect {
    fileprivate var sides: Sides {
        let keyword = keywords.first ?? ""
        func text(_ value: String) -> String { "{\"\(keyword)\": \(value)}" }
        switch self {
        case .minContains, .maxContains: return sidesOfContains
        case .minimum, .exclusiveMinimum, .minLength, .minItems, .minProperties:
            return Sides(loose: text("3"), tight: text("5"))
        case .maximum, .exclusiveMaximum, .maxLength, .maxItems, .maxProperties:
            return Sides(loose: text("5"), tight: text("3"))
        case .schema: return Sides(tight: "false")
        case .type: return Sides(loose: text("\"number\""), tight: text("\"integer\""), other: text("\"string\""))
        case .values: return Sides(loose: text("[1, 2]"), tight: text("[1]"), other: text("[2]"))
        case .multipleOf: return Sides(loose: text("2"), tight: text("4"), other: text("3"))
        case .pattern: return Sides(tight: text("\"^a$\""), other: text("\"^b$\""))
        case .format:
            // Drafts up to 07 ask of texts what 'format' says; later ones take it for a remark.
            func text(_ more: String) -> String { "{\"$schema\": \"http://json-schema.org/draft-07/schema#\"\(more)}" }
            return Sides(none: text(""), tight: text(", \"format\": \"date\""), other: text(", \"format\": \"time\""))
        case .uniqueItems: return Sides(tight: text("true"))
        case .item: return Sides(tight: text("[{\"type\": \"integer\"}]"))
        case .additionalItems: return Sides(tight: #"{"items": {"type": "integer"}}"#, closed: #"{"items": false}"#)
        case .unevaluatedItems: return Sides(tight: text("{\"type\": \"integer\"}"))
        case .additionalProperties, .unevaluatedProperties:
            return Sides(tight: text("{\"type\": \"integer\"}"), closed: text("false"))
        default: return sidesOfSchemas(text)
        }
    }

    private var sidesOfContains: Sides {
        func text(_ type: String, _ rest: String = "") -> String { "{\"contains\": {\"type\": \"\(type)\"}\(rest)}" }
        func count(_ count: Int) -> String { text("integer", ", \"\(keywords[0])\": \(count)") }
        guard self == .minContains else {
            return Sides(none: text("integer"), loose: count(5), tight: count(3))
        }
        return Sides(loose: text("integer"), tight: count(2), other: text("string", ", \"minContains\": 2"))
    }

    private func sidesOfSchemas(_ text: (String) -> String) -> Sides {
        let member = #""properties": {"a": {}}"#
        switch self {
        case .required: return Sides(none: "{\(member)}", tight: "{\(member), \"required\": [\"a\"]}")
        case .patternProperties: return Sides(tight: text(#"{"^a": {"type": "integer"}}"#))
        case .propertyNames: return Sides(tight: text(#"{"pattern": "^a$"}"#), other: text(#"{"pattern": "^b$"}"#))
        case .dependencyArray: return Sides(tight: text(#"{"a": ["b"]}"#), other: text(#"{"a": ["c"]}"#))
        case .dependencySchema: return Sides(tight: text(#"{"a": {"required": ["b"]}}"#))
        case .sum: return Sides(loose: text(#"[{"const": 1}, {"const": 2}]"#), tight: text(#"[{"const": 1}]"#))
        case .combination: return Sides(tight: "{}", other: #"{"anyOf": [{"maximum": 3}, {"minimum": 5}]}"#)
        case .negation: return Sides(tight: text(#"{"type": "null"}"#))
        default:
            let condition = #"{"if": {"type": "integer"}, "then": "#
            return Sides(tight: condition + #"{"maximum": 3}}"#, other: condition + #"{"minimum": 5}}"#)
        }
    }
}
