import Compatibility
import Contracts
import FoundationEssentials
import Testing

@testable import Protobuf

@Suite("random Protobuf files")
struct FuzzTests {
    /// Mutated texts and descriptors: nothing crashes, and what reads is compatible with itself.
    ///
    /// `CANON_FUZZ_SECONDS` makes it run longer, with other seeds every time it is set to another number.
    @Test func nothingCrashes() throws {
        let seconds = ProcessInfo.processInfo.environment["CANON_FUZZ_SECONDS"].flatMap { Int($0) }
        let end = ContinuousClock.now + .seconds(seconds ?? 0)
        var seed = UInt64(seconds ?? 0) << 32
        var (read, refused) = (0, 0)
        while seconds.map({ _ in ContinuousClock.now < end }) ?? (seed < 600) {
            var random = Mutation(seed: seed)
            let original = DescriptorTests.texts[Int(seed % UInt64(DescriptorTests.texts.count))]
            if let model = try? Sketch.format.parse(
                ContractSource(random.mutated(Array(original.utf8))),
                library: ReferenceLibrary()
            ) {
                read += 1
                try check(model, against: original, seed)
            } else {
                refused += 1
            }
            try checkDescriptor(of: original, &random)
            seed += 1
        }
        if seconds != nil { print("random Protobuf files:", read, "read,", refused, "refused, to seed", seed) }
        #expect(read > 20)
        #expect(refused > 50)
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
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(1, bound)))
    }

    private static let words = [
        "message", "enum", "optional", "repeated", "int32", "string", "1", "2", "0", "-1", "A", "E", "{", "}", ";", "=",
        "\"",
        "[", "]", "option", "oneof", "map<string, A>", "reserved", "to", "max", "extend", "group", ".", "(", ")",
        "deprecated", "true",
    ]

    /// A few words or bytes changed.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(2) {
            let start = below(bytes.count)
            let end = min(bytes.count, start + below(6))
            switch below(4) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: below(bytes.count))
            case 2: if start < bytes.count { bytes[start] = UInt8(below(256)) }
            default: bytes.replaceSubrange(start..<end, with: Self.words[below(Self.words.count)].utf8)
            }
        }
        return bytes
    }
}
