import Syntax

/// A generator of small numbers that gives the same for the same seed.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }
    mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(list.count)] }
}

/// Makes small schemas of 2020-12 and small values, both from few names and numbers, so that they meet.
struct RandomSchemas {
    var dice: Dice

    init(seed: UInt64) { dice = Dice(seed: seed) }

    private static let names = ["a", "b", "c"]
    private static let types = ["null", "boolean", "integer", "number", "string", "array", "object"]

    mutating func schema(depth: Int) -> JSON {
        switch dice.roll(12) {
        case 0: return .bool(dice.roll(4) > 0)
        case 1 where depth < 3: return .object([.init("$ref", .string("#/$defs/\(dice.pick(Self.names))"))])
        default: break
        }
        var members: [JSON.Member] = []
        for _ in 0...dice.roll(3) {
            let (key, value) = keyword(depth: depth)
            if !members.contains(where: { $0.key == key }) { members.append(.init(key, value)) }
        }
        return .object(members)
    }

    /// A schema with three others to refer to.
    mutating func document() -> JSON {
        var definitions: [JSON.Member] = []
        for name in Self.names { definitions.append(.init(name, schema(depth: 1))) }
        guard case .object(let members) = schema(depth: 3) else {
            return .object([.init("$defs", .object(definitions))])
        }
        return .object(members + [.init("$defs", .object(definitions))])
    }

    /// The same value but for a few places, where something else stands or nothing.
    mutating func variant(of value: JSON) -> JSON {
        switch value {
        case .object(let members):
            var kept: [JSON.Member] = []
            for member in members where keeps(member.key) {
                kept.append(.init(member.key, variant(of: member.value)))
            }
            return .object(kept)
        case .array(let elements):
            var kept: [JSON] = []
            for element in elements { kept.append(variant(of: element)) }
            return .array(kept)
        case .number(let number): return dice.roll(3) > 0 ? value : .number(number.adding(ExactNumber(1)) ?? number)
        default: return value
        }
    }

    /// What others refer to stays where it is.
    private mutating func keeps(_ key: String) -> Bool {
        Self.names.contains(key) || key == "$defs" || dice.roll(12) > 0
    }

    private mutating func keyword(depth: Int) -> (String, JSON) {
        let isDeep = depth > 0 && dice.roll(2) == 0
        return isDeep ? (dice.roll(2) == 0 ? group(depth: depth - 1) : part(depth: depth - 1)) : scalar()
    }

    private mutating func scalar() -> (String, JSON) {
        switch dice.roll(17) {
        case 0, 1, 2: return ("type", .string(dice.pick(Self.types)))
        case 3: return ("type", .array([.string("object"), .string(dice.pick(["null", "boolean", "array"]))]))
        case 4: return ("enum", [value(depth: 1), value(depth: 1), value(depth: 0)])
        case 5: return ("const", value(depth: 1))
        case 6: return (dice.pick(["minimum", "exclusiveMinimum"]), .int(dice.roll(5) - 2))
        case 7: return (dice.pick(["maximum", "exclusiveMaximum"]), .int(dice.roll(5) - 1))
        case 8: return ("multipleOf", .int(dice.pick([1, 2, 3])))
        case 9: return (dice.pick(["minLength", "minItems", "minProperties"]), .int(dice.roll(3)))
        case 10: return (dice.pick(["maxLength", "maxItems", "maxProperties"]), .int(dice.roll(3)))
        case 11, 12: return ("required", .array([.string(dice.pick(Self.names))]))
        case 13: return ("uniqueItems", .bool(true))
        case 14: return ("dependentRequired", .object([.init(dice.pick(Self.names), [.string(dice.pick(Self.names))])]))
        case 15: return ("required", .array(Self.names.prefix(2).map { .string($0) }))
        default: return ("multipleOf", .number(ExactNumber("0.5") ?? .zero))
        }
    }

    private mutating func group(depth: Int) -> (String, JSON) {
        switch dice.roll(6) {
        case 0: return ("not", schema(depth: depth))
        case 1: return ("if", schema(depth: depth))
        case 2: return (dice.pick(["then", "else"]), schema(depth: depth))
        default:
            var members: [JSON] = []
            for _ in 0...dice.roll(3) { members.append(schema(depth: depth)) }
            return (dice.pick(["allOf", "anyOf", "oneOf"]), .array(members))
        }
    }

    private mutating func part(depth: Int) -> (String, JSON) {
        switch dice.roll(12) {
        case 0, 1, 2, 3:
            var entries: [JSON.Member] = []
            for name in Self.names where dice.roll(2) == 0 { entries.append(.init(name, schema(depth: depth))) }
            return ("properties", .object(entries))
        case 4: return ("additionalProperties", schema(depth: depth))
        case 5: return ("items", schema(depth: depth))
        case 6: return ("prefixItems", [schema(depth: depth), schema(depth: depth)])
        case 7: return ("contains", schema(depth: depth))
        case 8: return (dice.pick(["minContains", "maxContains"]), .int(dice.roll(3)))
        case 9: return (dice.pick(["unevaluatedProperties", "unevaluatedItems"]), schema(depth: depth))
        case 10: return ("propertyNames", .object([.init("maxLength", .int(dice.roll(2)))]))
        default: return ("dependentSchemas", .object([.init(dice.pick(Self.names), schema(depth: depth))]))
        }
    }

    mutating func value(depth: Int) -> JSON {
        switch dice.roll(depth > 0 ? 10 : 6) {
        case 0: return .null
        case 1: return .bool(dice.roll(2) == 0)
        case 2, 3: return .number(ExactNumber(dice.pick(["-1", "0", "1", "2", "3", "0.5", "6"])) ?? .zero)
        case 4, 5: return .string(dice.pick(["", "a", "b", "ab"]))
        case 6, 7:
            var elements: [JSON] = []
            for _ in 0..<dice.roll(4) { elements.append(value(depth: depth - 1)) }
            return .array(elements)
        default:
            var members: [JSON.Member] = []
            for name in Self.names + ["d", "ab"] where dice.roll(3) == 0 {
                members.append(.init(name, value(depth: depth - 1)))
            }
            return .object(members)
        }
    }
}
