import Compatibility
import Contracts
import Syntax
import Testing

@testable import JSONSchema

/// Schemas that are made to take long: each ends within its budget, with an answer or a finding.
@Suite("hostile schemas")
struct HostileSchemaTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let old: @Sendable () -> JSON
        let new: @Sendable () -> JSON
        var testDescription: String { name }
    }

    private static func object(_ members: [(String, JSON)]) -> JSON { .object(members.map { JSON.Member($0.0, $0.1) }) }

    private static func properties(_ count: Int, type: JSON, isRequired: Bool = true) -> JSON {
        object([
            ("type", "object"), ("required", .array((0..<(isRequired ? count : 0)).map { .string("p\($0)") })),
            ("properties", object((0..<count).map { ("p\($0)", ["type": $0 == count / 2 ? type : "string"]) })),
        ])
    }

    private static func alternatives(_ count: Int, _ keyword: String, shift: Int) -> JSON {
        object([
            (
                keyword,
                .array(
                    (0..<count).map { index in
                        object([
                            ("required", [.string("k\(index)")]),
                            ("properties", object([("k\(index)", ["minimum": .int(index + shift)])])),
                        ])
                    }
                )
            )
        ])
    }

    private static func values(_ count: Int, from start: Int) -> JSON {
        object([("enum", .array((start..<(start + count)).map { .string("value \($0)") }))])
    }

    private static func mutual(_ count: Int, last: JSON) -> JSON {
        let definitions = (0..<count).map { index -> (String, JSON) in
            let next = object([("$ref", .string("#/$defs/d\((index + 1) % count)"))])
            let other = object([("$ref", .string("#/$defs/d\((index * 7 + 3) % count)"))])
            let choice = object([("anyOf", [next, other, index == count - 1 ? last : ["type": "null"]])])
            return ("d\(index)", object([("properties", object([("a", choice), ("b", next)]))]))
        }
        return object([("$ref", "#/$defs/d0"), ("$defs", object(definitions))])
    }

    private static func nested(_ depth: Int, _ inner: JSON) -> JSON {
        (0..<depth).reduce(inner) { schema, _ in object([("allOf", [schema])]) }
    }

    private static func tagged(_ count: Int, extra: JSON) -> JSON {
        let members = (0..<count).map { index in
            object([
                ("required", ["kind"]),
                (
                    "properties",
                    object([("kind", object([("const", .string("k\(index)"))])), ("value", index == 3 ? extra : true)])
                ),
            ])
        }
        return object([("oneOf", .array(members))])
    }

    static let cases = [
        Case(
            name: "3,000 members",
            old: { properties(3_000, type: "string") },
            new: { properties(3_000, type: "number") }
        ),
        Case(
            name: "10,000 optional members",
            old: { properties(10_000, type: "string", isRequired: false) },
            new: { properties(10_000, type: "string", isRequired: true) }
        ),
        Case(name: "20,000 values", old: { values(20_000, from: 0) }, new: { values(20_000, from: 1) }),
        Case(
            name: "300-way anyOf",
            old: { alternatives(300, "anyOf", shift: 0) },
            new: { alternatives(300, "anyOf", shift: 1) }
        ),
        Case(
            name: "300-way oneOf",
            old: { alternatives(300, "oneOf", shift: 0) },
            new: { alternatives(300, "oneOf", shift: 1) }
        ),
        Case(
            name: "40-way tagged oneOf",
            old: { tagged(40, extra: true) },
            new: { tagged(40, extra: ["type": "string"]) }
        ),
        Case(
            name: "mutual recursion",
            old: { mutual(50, last: ["type": "null"]) },
            new: { mutual(50, last: ["type": "string"]) }
        ),
        Case(name: "deep allOf", old: { nested(100, ["type": "string"]) }, new: { nested(100, ["maxLength": 3]) }),
    ]

    /// Which rules each case ends with, backward and forward; a thousand of one count once.
    static let rules: [String: [[String]]] = [
        "3,000 members": [["TYPE_CHANGED"], ["TYPE_CHANGED"]],
        "10,000 optional members": [["REQUIRED_ATTRIBUTE_ADDED"], []],
        "20,000 values": [["ENUM_ARRAY_CHANGED"], ["ENUM_ARRAY_CHANGED"]],
        "300-way anyOf": [["MINIMUM_INCREASED"], []],
        "300-way oneOf": [["MINIMUM_INCREASED"], ["COMBINED_TYPE_SUBSCHEMAS_CHANGED"]],
        "40-way tagged oneOf": [["TYPE_NARROWED"], []],
        "mutual recursion": [[], []],
        "deep allOf": [["MAX_LENGTH_ADDED"], ["TYPE_EXTENDED"]],
    ]

    @Test(arguments: cases)
    func ends(_ test: Case) throws {
        let format = JSONSchemaFormat()
        let models = try [test.old(), test.new()].map {
            try format.parse(ContractSource($0.bytes), library: ReferenceLibrary())
        }
        let options = ComparisonOptions()
        for (index, direction) in Direction.allCases.enumerated() {
            #expect(format.findings(from: models[0], to: models[0], breaking: direction, options: options).isEmpty)
            let found = format.findings(from: models[0], to: models[1], breaking: direction, options: options)
            #expect(Set(found.map(\.rule)).sorted() == Self.rules[test.name]?[index])
        }
    }
}
