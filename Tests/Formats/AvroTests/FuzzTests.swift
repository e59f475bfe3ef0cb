import Avro
import Compatibility
import Contracts
import Fuzzing
import Syntax
import Testing

@Suite("random Avro schemas")
struct FuzzTests {
    /// Random schemas and mutated texts: nothing crashes, and a schema is compatible with itself in every mode.
    ///
    /// `CANON_FUZZ_SECONDS` makes it run longer, with other seeds every time it is set to another number.
    @Test func verdictsHold() throws {
        let run = try SeededRun("random Avro schemas", usual: 400, check)
        #expect(run["compatible"] > 10)
        #expect(run["incompatible"] > 10)
        #expect(run["mutant read"] > 10)
    }

    private func check(_ seed: UInt64, _ counts: inout [String: Int]) throws {
        var random = RandomAvro(seed: seed)
        let text = random.schema()
        let mutant = random.mutated(text)
        let format = AvroFormat()
        let model = try Sketch.model(text)
        let form = format.canonicalForm(of: model)
        #expect(
            format.canonicalForm(of: try Sketch.model(String(decoding: form, as: UTF8.self))) == form,
            "seed \(seed)"
        )
        for direction in Direction.allCases {
            let own = format.findings(from: model, to: model, breaking: direction, options: ComparisonOptions())
            #expect(own == [], "seed \(seed): \(text)")
        }
        guard let other = try? format.parse(ContractSource(mutant), library: ReferenceLibrary()) else {
            counts["mutant refused", default: 0] += 1
            return
        }
        counts["mutant read", default: 0] += 1
        _ = format.remarks(on: other)
        _ = format.shape(of: other)
        let comparison = format.compare(model, other, mode: .full)
        counts[comparison.isCompatible ? "compatible" : "incompatible", default: 0] += 1
        _ = format.compare(other, model, mode: .backward)
    }
}

/// Makes schemas from a seed.
struct RandomAvro {
    private var choice: SeededChoice
    private var names: [String] = []

    init(seed: UInt64) { choice = SeededChoice(seed: seed) }

    /// The text of a valid schema.
    mutating func schema() -> String {
        names = []
        return type(depth: 4)
    }

    private mutating func type(depth: Int) -> String {
        let plain = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"]
        switch depth > 0 ? choice.below(8) : 0 {
        case 0, 1: return "\"\(choice.pick(plain))\""
        case 2: return #"{"type": "array", "items": \#(type(depth: depth - 1))}"#
        case 3: return #"{"type": "map", "values": \#(type(depth: depth - 1))}"#
        case 4: return #"["null", \#(choice.below(2) == 0 ? "\"int\"" : record(depth: depth - 1))]"#
        case 5:
            return
                #"{"type": "enum", "name": "\#(newName("E"))", "symbols": ["A", "B", "C"]\#(choice.pick(["", #", "default": "A""#]))}"#
        case 6: return names.isEmpty ? record(depth: depth - 1) : "\"\(choice.pick(names))\""
        default: return record(depth: depth - 1)
        }
    }

    private mutating func newName(_ prefix: String) -> String {
        names.append("\(prefix)\(names.count)")
        return names[names.count - 1]
    }

    private mutating func record(depth: Int) -> String {
        let name = newName("R")
        let fields = (0..<choice.below(5)).map { index in
            let isDefaulted = choice.below(3) == 0
            let rest = isDefaulted ? #""type": ["null", "long"], "default": null"# : "\"type\": \(type(depth: depth))"
            return #"{"name": "f\#(index)", \#(rest)\#(choice.pick(["", #", "doc": "d""#, #", "aliases": ["g"]"#]))}"#
        }
        return #"{"type": "record", "name": "\#(name)", "fields": [\#(fields.joined(separator: ", "))]}"#
    }

    private static let words = [
        "null", "boolean", "int", "long", "double", "string", "bytes", "R0", "R1", "E0", "f0", "f1", "A", "B", "record",
        "enum", "fixed", "fields", "default", "name", "aliases", "n.R0", "", "size", "symbols",
    ]

    /// A text with a few strings, octets or pieces changed.
    mutating func mutated(_ text: String) -> [UInt8] { choice.mutated(text, words: Self.words) }
}
