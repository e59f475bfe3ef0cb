import Compatibility
import Contracts
import FoundationEssentials
import GraphQL
import Syntax
import Testing

@Suite("random GraphQL schemas")
struct FuzzTests {
    /// Random schemas and mutated texts: nothing crashes, and a schema is compatible with itself in every mode.
    ///
    /// `CANON_FUZZ_SECONDS` makes it run longer, with other seeds every time it is set to another number.
    @Test func verdictsHold() throws {
        let seconds = ProcessInfo.processInfo.environment["CANON_FUZZ_SECONDS"].flatMap { Int($0) }
        let end = ContinuousClock.now + .seconds(seconds ?? 0)
        var seed = UInt64(seconds ?? 0) << 32
        var counts: [String: Int] = [:]
        while seconds.map({ _ in ContinuousClock.now < end }) ?? (seed < 300) {
            try check(seed: seed, &counts)
            seed += 1
        }
        if seconds != nil { print("random GraphQL schemas:", counts, "to seed", seed) }
        #expect(counts["compatible", default: 0] > 10)
        #expect(counts["incompatible", default: 0] > 10)
        #expect(counts["mutant read", default: 0] > 10)
        #expect(counts["mutant refused", default: 0] > 10)
    }

    private func check(seed: UInt64, _ counts: inout [String: Int]) throws {
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
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func pick(_ list: [String]) -> String { list[below(list.count)] }

    private static let outputs = ["Int", "String", "ID", "T0", "T1", "T2", "N0", "U0", "E0", "S0"]
    private static let inputs = ["Int", "String", "Float", "I0", "E0", "S0"]

    /// The text of a schema that can be read.
    mutating func schema() -> String {
        var parts = [
            "interface N0 { a: Int b(p: Int): String }", "union U0 = T0 | T1", "scalar S0", enumeration(), input(),
            "directive @d(p: Int = 1, q: [String!]) repeatable on FIELD | OBJECT | FIELD_DEFINITION",
        ]
        parts += (0..<3).map { "type T\($0) \(pick(["", "implements N0 "]))\(note()) { \(fields()) }" }
        if below(3) > 0 { parts.append("type Query { \(fields()) }") }
        if below(3) == 0 { parts.append("extend type T0 { z: Int }") }
        var text = ""
        while !parts.isEmpty {
            text += pick(["", "\"what\" ", "\n# c\n"]) + parts.remove(at: below(parts.count)) + "\n"
        }
        return text.replacing("\"what\" extend", with: "extend")
    }

    private mutating func enumeration() -> String {
        let values = ["A", "B", "C", "D"].filter { _ in below(4) > 0 } + ["E"]
        return "enum E0 { \(values.joined(separator: " ")) }"
    }

    private mutating func input() -> String {
        let fields = (0..<(1 + below(4))).map { "i\($0): \(argument())" }
        return "input I0\(pick(["", "", " @oneOf"])) { \(fields.joined(separator: " ")) }"
    }

    private mutating func note() -> String {
        pick(["", "", " @d", " @d(p: 2)", " @d @d(q: [\"x\"])", " @deprecated", " @unknown(x: {a: 1, b: E})"])
    }

    private mutating func wrapped(_ name: String) -> String {
        pick([name, name, "\(name)!", "[\(name)!]", "[[\(name)]!]!"])
    }

    private mutating func argument() -> String {
        switch below(4) {
        case 0: "Int = \(below(9))"
        case 1: "[S0] = [1, \"a\", {k: null}]"
        default: wrapped(pick(Self.inputs))
        }
    }

    private mutating func fields() -> String {
        (0..<(1 + below(5))).map { index in
            let arguments = below(3) == 0 ? "(p: \(argument()) q: \(argument()))" : ""
            return "f\(index)\(arguments): \(wrapped(pick(Self.outputs)))\(note())"
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
        for _ in 0...below(2) {
            let spaces = bytes.indices.filter { bytes[$0] == 0x20 }
            guard spaces.count > 2 else { return bytes }
            let place = below(spaces.count - 1)
            switch below(5) {
            case 0: bytes[below(bytes.count)] = UInt8(32 + below(95))
            case 1: bytes.removeSubrange(spaces[place]..<spaces[place + 1])
            default: bytes.replaceSubrange((spaces[place] + 1)..<spaces[place + 1], with: pick(Self.words).utf8)
            }
        }
        return bytes
    }
}
