import Avro
import Compatibility
import Contracts
import FoundationEssentials
import Syntax
import Testing

@Suite("random Avro schemas")
struct FuzzTests {
    /// Random schemas and mutated texts: nothing crashes, and a schema is compatible with itself in every mode.
    ///
    /// `CANON_FUZZ_SECONDS` makes it run longer, with other seeds every time it is set to another number.
    @Test func verdictsHold() throws {
        let seconds = ProcessInfo.processInfo.environment["CANON_FUZZ_SECONDS"].flatMap { Int($0) }
        let end = ContinuousClock.now + .seconds(seconds ?? 0)
        var seed = UInt64(seconds ?? 0) << 32
        var counts: [String: Int] = [:]
        while seconds.map({ _ in ContinuousClock.now < end }) ?? (seed < 400) {
            try check(seed: seed, &counts)
            seed += 1
        }
        if seconds != nil { print("random Avro schemas:", counts, "to seed", seed) }
        #expect(counts["compatible", default: 0] > 10)
        #expect(counts["incompatible", default: 0] > 10)
        #expect(counts["mutant read", default: 0] > 10)
    }

    private func check(seed: UInt64, _ counts: inout [String: Int]) throws {
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
    private var state: UInt64
    private var names: [String] = []

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

    /// The text of a valid schema.
    mutating func schema() -> String {
        names = []
        return type(depth: 4)
    }

    private mutating func type(depth: Int) -> String {
        let plain = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"]
        switch depth > 0 ? below(8) : 0 {
        case 0, 1: return "\"\(pick(plain))\""
        case 2: return #"{"type": "array", "items": \#(type(depth: depth - 1))}"#
        case 3: return #"{"type": "map", "values": \#(type(depth: depth - 1))}"#
        case 4: return #"["null", \#(below(2) == 0 ? "\"int\"" : record(depth: depth - 1))]"#
        case 5:
            return
                #"{"type": "enum", "name": "\#(newName("E"))", "symbols": ["A", "B", "C"]\#(pick(["", #", "default": "A""#]))}"#
        case 6: return names.isEmpty ? record(depth: depth - 1) : "\"\(pick(names))\""
        default: return record(depth: depth - 1)
        }
    }

    private mutating func newName(_ prefix: String) -> String {
        names.append("\(prefix)\(names.count)")
        return names[names.count - 1]
    }

    private mutating func record(depth: Int) -> String {
        let name = newName("R")
        let fields = (0..<below(5)).map { index in
            let isDefaulted = below(3) == 0
            let rest = isDefaulted ? #""type": ["null", "long"], "default": null"# : "\"type\": \(type(depth: depth))"
            return #"{"name": "f\#(index)", \#(rest)\#(pick(["", #", "doc": "d""#, #", "aliases": ["g"]"#]))}"#
        }
        return #"{"type": "record", "name": "\#(name)", "fields": [\#(fields.joined(separator: ", "))]}"#
    }

    private static let words = [
        "null", "boolean", "int", "long", "double", "string", "bytes", "R0", "R1", "E0", "f0", "f1", "A", "B", "record",
        "enum", "fixed", "fields", "default", "name", "aliases", "n.R0", "", "size", "symbols",
    ]

    /// A text with a few words, octets or pieces changed.
    mutating func mutated(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0...below(3) {
            guard bytes.count > 4 else { return bytes }
            switch below(4) {
            case 0, 1, 2: replaceWord(&bytes)
            default:
                let start = below(bytes.count)
                let end = min(bytes.count, start + below(8))
                bytes.replaceSubrange(start..<end, with: [UInt8(32 + below(95))])
            }
        }
        return bytes
    }

    private mutating func replaceWord(_ bytes: inout [UInt8]) {
        let quotes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
        guard quotes.count > 1 else { return }
        let index = below(quotes.count / 2) * 2
        bytes.replaceSubrange((quotes[index] + 1)..<quotes[index + 1], with: pick(Self.words).utf8)
    }
}
