import Compatibility
import Contracts
import Fuzzing
import Testing

@testable import Protobuf

@Suite("random Protobuf files")
struct FuzzTests {
    /// Mutated texts and descriptors: nothing crashes, and what reads is compatible with itself.
    ///
    /// `CANON_FUZZ_SECONDS` makes it run longer, with other seeds every time it is set to another number.
    @Test func nothingCrashes() throws {
        let run = try SeededRun("random Protobuf files", usual: 600, check)
        #expect(run["read"] > 20)
        #expect(run["refused"] > 50)
    }

    private func check(_ seed: UInt64, _ counts: inout [String: Int]) throws {
        var random = Mutation(seed: seed)
        let original = DescriptorTests.texts[Int(seed % UInt64(DescriptorTests.texts.count))]
        let mutant = ContractSource(random.mutated(Array(original.utf8)))
        if let model = try? Sketch.format.parse(mutant, library: ReferenceLibrary()) {
            counts["read", default: 0] += 1
            try check(model, against: original, seed)
        } else {
            counts["refused", default: 0] += 1
        }
        try checkDescriptor(of: original, &random)
    }

    private func check(_ model: ProtobufSchema, against text: String, _ seed: UInt64) throws {
        let other = try Sketch.schema(text)
        let rules = ProtobufRules.all
        #expect(Sketch.format.findings(from: model, to: model, rules: rules) == [], "seed \(seed)")
        _ = Sketch.format.compare(other, model, mode: .full)
        _ = Sketch.format.compare(model, other, mode: .full, options: ComparisonOptions(policy: .lenient))
        _ = Sketch.format.shape(of: model)
        let form = Sketch.format.canonicalForm(of: model)
        guard let descriptor = model.descriptor() else { return }
        // A descriptor knows no difference between texts, so it gives the same form.
        if let read = try? Sketch.schema(descriptor) {
            #expect(Sketch.format.canonicalForm(of: read) == form, "seed \(seed)")
        }
    }

    private func checkDescriptor(of text: String, _ random: inout Mutation) throws {
        guard let descriptor = try Sketch.schema(text).descriptor(),
            let bytes = ProtobufText.descriptor(Array(descriptor.utf8))
        else { return }
        _ = try? DescriptorReader.file(random.mutated(bytes), by: WellKnownFiles.schema)
    }
}

/// Changes texts from a seed.
struct Mutation {
    private var choice: SeededChoice

    init(seed: UInt64) { choice = SeededChoice(seed: seed) }

    private static let words = [
        "message", "enum", "optional", "repeated", "int32", "string", "1", "2", "0", "-1", "A", "E", "{", "}", ";", "=",
        "\"",
        "[", "]", "option", "oneof", "map<string, A>", "reserved", "to", "max", "extend", "group", ".", "(", ")",
        "deprecated", "true",
    ]

    /// A few words or bytes changed.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...choice.below(2) {
            let start = choice.below(max(1, bytes.count))
            let end = min(bytes.count, start + choice.below(6))
            switch choice.below(4) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: choice.below(max(1, bytes.count)))
            case 2: if start < bytes.count { bytes[start] = UInt8(choice.below(256)) }
            default: bytes.replaceSubrange(start..<end, with: choice.pick(Self.words).utf8)
            }
        }
        return bytes
    }
}
