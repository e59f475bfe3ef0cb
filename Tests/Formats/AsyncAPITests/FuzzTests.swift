import AsyncAPI
import Compatibility
import Contracts
import FoundationEssentials
import Syntax
import Testing

@Suite("random AsyncAPI documents")
struct FuzzTests {
    /// Random documents and mutated texts: nothing crashes, and a document is compatible with itself both ways.
    ///
    /// `CANON_FUZZ_SECONDS` makes it run longer, with other seeds every time it is set to another number.
    @Test func verdictsHold() throws {
        let seconds = ProcessInfo.processInfo.environment["CANON_FUZZ_SECONDS"].flatMap { Int($0) }
        let end = ContinuousClock.now + .seconds(seconds ?? 0)
        var seed = UInt64(seconds ?? 0) << 32
        var counts: [String: Int] = [:]
        while seconds.map({ _ in ContinuousClock.now < end }) ?? (seed < 200) {
            try check(seed: seed, &counts)
            seed += 1
        }
        if seconds != nil { print("random AsyncAPI documents:", counts, "to seed", seed) }
        #expect(counts["compatible", default: 0] > 10)
        #expect(counts["incompatible", default: 0] > 10)
        #expect(counts["mutant refused", default: 0] > 10)
    }

    private func check(seed: UInt64, _ counts: inout [String: Int]) throws {
        var random = RandomDescription(seed: seed)
        let text = random.document()
        let mutant = random.mutated(text)
        let model = try Sketch.model(text)
        for direction in Direction.allCases {
            let own = Sketch.format.findings(from: model, to: model, breaking: direction, options: ComparisonOptions())
            #expect(own == [], "seed \(seed): \(text)")
        }
        guard let other = try? Sketch.format.parse(ContractSource(mutant), library: ReferenceLibrary()) else {
            counts["mutant refused", default: 0] += 1
            return
        }
        _ = Sketch.format.shape(of: other)
        let options = ComparisonOptions(policy: .lenient, stepBudget: 100_000)
        let backward = Sketch.format.compare(model, other, mode: .backward, options: options)
        counts[backward.isCompatible ? "compatible" : "incompatible", default: 0] += 1
        // Who follows the new version is to the old one what who follows the old one is to the new.
        let reversed = Sketch.format.compare(other, model, mode: .forward, options: options)
        #expect(backward.isCompatible == reversed.isCompatible, "seed \(seed): \(text)")
    }
}

/// Makes documents from a seed.
struct RandomDescription {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func pick(_ list: [String]) -> String { list[below(list.count)] }

    /// The text of a valid document in JSON.
    mutating func document() -> String { below(2) == 0 ? version2() : version3() }

    private mutating func version2() -> String {
        let channels = (0...below(3)).map { index in
            let word = pick(["publish", "subscribe"])
            let message = below(3) == 0 ? #"{"oneOf": [\#(self.message()), \#(self.message())]}"# : self.message()
            return #""c\#(index)": {"\#(word)": {"message": \#(message)}}"#
        }
        return
            #"{"asyncapi": "2.6.0", "info": {"title": "T", "version": "1"}, \#(tail), "channels": {\#(channels.joined(separator: ", "))}}"#
    }

    private mutating func version3() -> String {
        var (channels, operations) = ([String](), [String]())
        for index in 0...below(3) {
            channels.append(
                #""c\#(index)": {"address": "\#(pick(["a", "b", "a/{x}"]))\#(index)", "messages": {"m": \#(message()), "n": \#(message())}}"#
            )
            let chosen = pick(["", ##", "messages": [{"$ref": "#/channels/c\##(index)/messages/n"}]"##])
            let reply = pick(["", ##", "reply": {"channel": {"$ref": "#/channels/c0"}}"##])
            operations.append(
                ##""o\##(index)": {"action": "\##(pick(["send", "receive"]))", "channel": {"$ref": "#/channels/c\##(index)"}\##(chosen)\##(reply)}"##
            )
        }
        return
            #"{"asyncapi": "3.0.0", "info": {"title": "T", "version": "1"}, \#(tail), "channels": {\#(channels.joined(separator: ", "))}, "operations": {\#(operations.joined(separator: ", "))}}"#
    }

    private var tail: String {
        """
        "components": {"schemas": {"A": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/A"}, \
        "b": {"type": "integer"}}}, "B": {"type": "string"}}, "messageTraits": {"T": {"headers": {"type": "object", \
        "properties": {"h": {"type": "string"}}}}}}
        """
    }

    private mutating func message() -> String {
        let traits = pick(["", ##", "traits": [{"$ref": "#/components/messageTraits/T"}]"##])
        let name = pick(["", #", "name": "M""#, #", "contentType": "application/json""#])
        return #"{"payload": \#(schema(depth: 3))\#(traits)\#(name)}"#
    }

    private mutating func schema(depth: Int) -> String {
        switch depth > 0 ? below(7) : 0 {
        case 0, 1: return #"{"type": "\#(pick(["string", "integer", "number", "boolean"]))"}"#
        case 2: return #"{"type": "array", "items": \#(schema(depth: depth - 1))}"#
        case 3: return ##"{"$ref": "#/components/schemas/\##(pick(["A", "B"]))"}"##
        case 4: return #"{"anyOf": [\#(schema(depth: depth - 1)), \#(schema(depth: depth - 1))]}"#
        default:
            let closed = pick(["", #", "additionalProperties": false"#, #", "required": ["p"]"#])
            return
                #"{"type": "object", "properties": {"p": \#(schema(depth: depth - 1)), "q": \#(schema(depth: depth - 1))}\#(closed)}"#
        }
    }

    private static let words = [
        "string", "integer", "number", "send", "receive", "publish", "subscribe", "a", "p", "q", "M", "payload",
        "headers",
        "oneOf", "messages", "channels", "#/components/schemas/A", "#/components/schemas/B", "#/channels/c0", "traits",
        "",
        "properties", "required", "address", "name", "2.6.0", "3.0.0", "bindings", "kafka", "key", "$ref",
    ]

    /// A text with a few words, octets or pieces changed.
    mutating func mutated(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0...below(3) {
            guard bytes.count > 4 else { return bytes }
            if below(4) < 3 {
                replaceWord(&bytes)
            } else {
                let start = below(bytes.count)
                bytes.replaceSubrange(start..<min(bytes.count, start + below(8)), with: [UInt8(32 + below(95))])
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
