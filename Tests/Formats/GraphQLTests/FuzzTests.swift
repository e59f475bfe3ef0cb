import Compatibility
import Contracts
import Fuzzing
import GraphQL
import Syntax
import Testing

@Suite("random GraphQL schemas")
struct FuzzTests {
    /// Random schemas and mutated texts: nothing crashes, and a schema is compatible with itself in every mode.
    ///
    /// `CANON_FUZZ_SECONDS` makes it run longer, with other seeds every time it is set to another number.
    @Test func verdictsHold() throws {
        let run = try SeededRun("random GraphQL schemas", usual: 300, check)
        #expect(run["compatible"] > 10)
        #expect(run["incompatible"] > 10)
        #expect(run["mutant read"] > 10)
        #expect(run["mutant refused"] > 10)
    }

    private func check(_ seed: UInt64, _ counts: inout [String: Int]) throws {
        var random = RandomSDL(seed: seed)
        let text = random.schema()
        let mutant = random.mutated(text)
        let format = Sketch.format
        let model = try Sketch.model(text)
        let form = format.canonicalForm(of: model)
        let again = try Sketch.model(String(decoding: form, as: UTF8.self))
        #expect(format.canonicalForm(of: again) == form, "seed \(seed)")
        for direction in Direction.allCases {
            let own = format.findings(from: model, to: again, breaking: direction, options: ComparisonOptions())
            #expect(own == [], "seed \(seed): \(text)")
        }
        compare(model, try Sketch.model(random.schema()), seed, &counts)
        guard let other = try? format.parse(ContractSource(mutant), library: ReferenceLibrary()) else {
            counts["mutant refused", default: 0] += 1
            return
        }
        counts["mutant read", default: 0] += 1
        _ = format.remarks(on: other)
        _ = format.shape(of: other)
        compare(model, other, seed, &counts)
    }

    /// What breaks one way round breaks the other way round in the other direction.
    private func compare(_ one: GraphQLSchema, _ other: GraphQLSchema, _ seed: UInt64, _ counts: inout [String: Int]) {
        let comparison = Sketch.format.compare(one, other, mode: .full)
        counts[comparison.isCompatible ? "compatible" : "incompatible", default: 0] += 1
        let mirrored = Sketch.format.compare(other, one, mode: .full)
        #expect(comparison.isCompatible == mirrored.isCompatible, "seed \(seed)")
    }
}

/// Makes schemas from a seed.
struct RandomSDL {
    private var choice: SeededChoice

    init(seed: UInt64) { choice = SeededChoice(seed: seed) }

    private static let outputs = ["Int", "String", "ID", "T0", "T1", "T2", "N0", "U0", "E0", "S0"]
    private static let inputs = ["Int", "String", "Float", "I0", "E0", "S0"]

    /// The text of a schema that can be read.
    mutating func schema() -> String {
        var parts = [
            "interface N0 { a: Int b(p: Int): String }", "union U0 = T0 | T1", "scalar S0", enumeration(), input(),
            "directive @d(p: Int = 1, q: [String!]) repeatable on FIELD | OBJECT | FIELD_DEFINITION",
        ]
        parts += (0..<3).map { "type T\($0) \(choice.pick(["", "implements N0 "]))\(note()) { \(fields()) }" }
        if choice.below(3) > 0 { parts.append("type Query { \(fields()) }") }
        if choice.below(3) == 0 { parts.append("extend type T0 { z: Int }") }
        var text = ""
        while !parts.isEmpty {
            text += choice.pick(["", "\"what\" ", "\n# c\n"]) + parts.remove(at: choice.below(parts.count)) + "\n"
        }
        return text.replacing("\"what\" extend", with: "extend")
    }

    private mutating func enumeration() -> String {
        let values = ["A", "B", "C", "D"].filter { _ in choice.below(4) > 0 } + ["E"]
        return "enum E0 { \(values.joined(separator: " ")) }"
    }

    private mutating func input() -> String {
        let fields = (0..<(1 + choice.below(4))).map { "i\($0): \(argument())" }
        return "input I0\(choice.pick(["", "", " @oneOf"])) { \(fields.joined(separator: " ")) }"
    }

    private mutating func note() -> String {
        choice.pick(["", "", " @d", " @d(p: 2)", " @d @d(q: [\"x\"])", " @deprecated", " @unknown(x: {a: 1, b: E})"])
    }

    private mutating func wrapped(_ name: String) -> String {
        choice.pick([name, name, "\(name)!", "[\(name)!]", "[[\(name)]!]!"])
    }

    private mutating func argument() -> String {
        switch choice.below(4) {
        case 0: "Int = \(choice.below(9))"
        case 1: "[S0] = [1, \"a\", {k: null}]"
        default: wrapped(choice.pick(Self.inputs))
        }
    }

    private mutating func fields() -> String {
        (0..<(1 + choice.below(5))).map { index in
            let arguments = choice.below(3) == 0 ? "(p: \(argument()) q: \(argument()))" : ""
            return "f\(index)\(arguments): \(wrapped(choice.pick(Self.outputs)))\(note())"
        }
        .joined(separator: " ")
    }

    private static let words = [
        "Int", "String", "T0", "T1", "N0", "U0", "E0", "S0", "I0", "type", "input", "interface", "union", "enum",
        "extend", "implements", "@d", "!", "[", "]", "{", "}", "(", ")", "=", "|", "&", "\"", "\"\"\"", "1", "f0", "f1",
        "A", "B",
    ]

    /// A text with a few words or octets changed.
    mutating func mutated(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0...choice.below(2) {
            let spaces = bytes.indices.filter { bytes[$0] == 0x20 }
            guard spaces.count > 2 else { return bytes }
            let place = choice.below(spaces.count - 1)
            switch choice.below(5) {
            case 0: bytes[choice.below(bytes.count)] = UInt8(32 + choice.below(95))
            case 1: bytes.removeSubrange(spaces[place]..<spaces[place + 1])
            default: bytes.replaceSubrange((spaces[place] + 1)..<spaces[place + 1], with: choice.pick(Self.words).utf8)
            }
        }
        return bytes
    }
}
