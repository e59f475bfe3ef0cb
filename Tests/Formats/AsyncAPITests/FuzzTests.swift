import AsyncAPI
import Compatibility
import Contracts
import Fuzzing
import Syntax
import Testing

@Suite("random AsyncAPI documents")
struct FuzzTests {
    /// Random documents and mutated texts: nothing crashes, and a document is compatible with itself both ways.
    ///
    /// `CANON_FUZZ_SECONDS` makes it run longer, with other seeds every time it is set to another number.
    @Test func verdictsHold() throws {
        let run = try SeededRun("random AsyncAPI documents", usual: 200, check)
        #expect(run["compatible"] > 10)
        #expect(run["incompatible"] > 10)
        #expect(run["mutant refused"] > 10)
    }

    private func check(_ seed: UInt64, _ counts: inout [String: Int]) throws {
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
    private var choice: SeededChoice

    init(seed: UInt64) { choice = SeededChoice(seed: seed) }

    /// The text of a valid document in JSON.
    mutating func document() -> String { choice.below(2) == 0 ? version2() : version3() }

    private mutating func version2() -> String {
        let channels = (0...choice.below(3)).map { index in
            let word = choice.pick(["publish", "subscribe"])
            let message =
                choice.below(3) == 0 ? #"{"oneOf": [\#(self.message()), \#(self.message())]}"# : self.message()
            return #""c\#(index)": {"\#(word)": {"message": \#(message)}}"#
        }
        return
            #"{"asyncapi": "2.6.0", "info": {"title": "T", "version": "1"}, \#(tail), "channels": {\#(channels.joined(separator: ", "))}}"#
    }

    private mutating func version3() -> String {
        var (channels, operations) = ([String](), [String]())
        for index in 0...choice.below(3) {
            channels.append(
                #""c\#(index)": {"address": "\#(choice.pick(["a", "b", "a/{x}"]))\#(index)", "messages": {"m": \#(message()), "n": \#(message())}}"#
            )
            let chosen = choice.pick(["", ##", "messages": [{"$ref": "#/channels/c\##(index)/messages/n"}]"##])
            let reply = choice.pick(["", ##", "reply": {"channel": {"$ref": "#/channels/c0"}}"##])
            operations.append(
                ##""o\##(index)": {"action": "\##(choice.pick(["send", "receive"]))", "channel": {"$ref": "#/channels/c\##(index)"}\##(chosen)\##(reply)}"##
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
        let traits = choice.pick(["", ##", "traits": [{"$ref": "#/components/messageTraits/T"}]"##])
        let name = choice.pick(["", #", "name": "M""#, #", "contentType": "application/json""#])
        return #"{"payload": \#(schema(depth: 3))\#(traits)\#(name)}"#
    }

    private mutating func schema(depth: Int) -> String {
        switch depth > 0 ? choice.below(7) : 0 {
        case 0, 1: return #"{"type": "\#(choice.pick(["string", "integer", "number", "boolean"]))"}"#
        case 2: return #"{"type": "array", "items": \#(schema(depth: depth - 1))}"#
        case 3: return ##"{"$ref": "#/components/schemas/\##(choice.pick(["A", "B"]))"}"##
        case 4: return #"{"anyOf": [\#(schema(depth: depth - 1)), \#(schema(depth: depth - 1))]}"#
        default:
            let closed = choice.pick(["", #", "additionalProperties": false"#, #", "required": ["p"]"#])
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

    /// A text with a few strings, octets or pieces changed.
    mutating func mutated(_ text: String) -> [UInt8] { choice.mutated(text, words: Self.words) }
}
