import Compatibility
import Contracts
import Fuzzing
import OpenAPI
import Testing

@Suite("random OpenAPI documents")
struct FuzzTests {
    /// Random documents and mutated texts: nothing crashes, and a document is compatible with itself both ways.
    ///
    /// `CANON_FUZZ_SECONDS` makes it run longer, with other seeds every time it is set to another number.
    @Test func verdictsHold() throws {
        let run = try SeededRun("random OpenAPI documents", usual: 200, check)
        #expect(run["compatible"] > 10)
        #expect(run["incompatible"] > 10)
        #expect(run["mutant refused"] > 5)
    }

    private func check(_ seed: UInt64, _ counts: inout [String: Int]) throws {
        var random = RandomAPI(seed: seed)
        let (format, library) = (OpenAPIFormat(), ReferenceLibrary())
        let text = random.document()
        let mutant = random.mutated(text)
        let model = try format.parse(ContractSource(Array(text.utf8), file: "api.json"), library: library)
        for direction in Direction.allCases {
            let own = format.findings(from: model, to: model, breaking: direction, options: ComparisonOptions())
            #expect(own == [], "seed \(seed): \(text)")
        }
        guard let other = try? format.parse(ContractSource(mutant, file: "api.json"), library: library) else {
            counts["mutant refused", default: 0] += 1
            return
        }
        _ = format.shape(of: other)
        _ = format.remarks(on: other)
        for policy in [CompatibilityPolicy.lenient, .strict] {
            let options = ComparisonOptions(policy: policy, stepBudget: 100_000)
            let comparison = format.compare(model, other, mode: .full, options: options)
            counts[comparison.isCompatible ? "compatible" : "incompatible", default: 0] += 1
            _ = format.compare(other, model, mode: .full, options: options)
        }
    }
}

/// Makes documents from a seed.
struct RandomAPI {
    private var choice: SeededChoice

    init(seed: UInt64) { choice = SeededChoice(seed: seed) }

    /// The text of a valid document in JSON, of one of three versions.
    mutating func document() -> String {
        choice.below(3) == 0 ? version2() : version3(choice.pick(["3.0.3", "3.1.0"]))
    }

    private static let schemas = ##"""
        "A": {"type": "object", "properties": {"a": {"$ref": "#/@/A"}, "b": {"type": "integer"}}}, "B": {"type": "string"}
        """##

    private mutating func version2() -> String {
        let paths = (0...choice.below(2)).map { index in
            let body = #"{"in": "body", "name": "b", "schema": \#(schema(depth: 3, "definitions"))}"#
            let query = #"{"in": "query", "name": "q", "type": "\#(choice.pick(["string", "integer"]))"}"#
            let answer = #"{"description": "d", "schema": \#(schema(depth: 2, "definitions"))}"#
            return #""/p\#(index)": {"post": {"parameters": [\#(body), \#(query)], "responses": {"200": \#(answer)}}}"#
        }
        return
            #"{"swagger": "2.0", \#(info), "paths": {\#(paths.joined(separator: ", "))}, "definitions": {\#(schemas("definitions"))}}"#
    }

    private mutating func version3(_ version: String) -> String {
        let place = "components/schemas"
        let paths = (0...choice.below(2)).map { index in
            let query =
                #"{"in": "query", "name": "q", "required": \#(choice.pick(["true", "false"])), "schema": \#(schema(depth: 1, place))}"#
            let body = #"{"content": {"application/json": {"schema": \#(schema(depth: 3, place))}}}"#
            let answer =
                #"{"description": "d", "content": {"application/json": {"schema": \#(schema(depth: 2, place))}}}"#
            let operation =
                #"{"parameters": [\#(query)], "requestBody": \#(body), "responses": {"\#(choice.pick(["200", "2XX", "default"]))": \#(answer)}}"#
            return
                #""/p\#(index)/{x}": {"\#(choice.pick(["post", "put"]))": \#(operation), "parameters": [\#(Self.pathParameter)]}"#
        }
        return
            #"{"openapi": "\#(version)", \#(info), "paths": {\#(paths.joined(separator: ", "))}, "components": {"schemas": {\#(schemas(place))}}}"#
    }

    private static let pathParameter = #"{"in": "path", "name": "x", "required": true, "schema": {"type": "string"}}"#

    private var info: String { #""info": {"title": "T", "version": "1"}"# }

    private func schemas(_ place: String) -> String { Self.schemas.replacing("@", with: place) }

    private mutating func schema(depth: Int, _ place: String) -> String {
        switch depth > 0 ? choice.below(7) : 0 {
        case 0, 1: return #"{"type": "\#(choice.pick(["string", "integer", "number", "boolean"]))"}"#
        case 2: return #"{"type": "array", "items": \#(schema(depth: depth - 1, place))}"#
        case 3: return ##"{"$ref": "#/\##(place)/\##(choice.pick(["A", "B"]))"}"##
        case 4: return #"{"allOf": [\#(schema(depth: depth - 1, place)), {"description": "d"}]}"#
        default:
            let more = choice.pick(["", #", "additionalProperties": false"#, #", "required": ["p"]"#])
            return
                #"{"type": "object", "properties": {"p": \#(schema(depth: depth - 1, place)), "q": {"type": "string"}}\#(more)}"#
        }
    }

    private static let words = [
        "string", "integer", "number", "object", "array", "query", "path", "header", "body", "p", "q", "x", "b", "A",
        "post", "get", "200", "default", "application/json", "#/components/schemas/A", "#/definitions/B", "$ref", "",
        "schema", "required", "properties", "items", "enum", "allOf", "oneOf", "type", "responses", "parameters",
        "3.0.3",
    ]

    /// A text with a few strings, octets or pieces changed.
    mutating func mutated(_ text: String) -> [UInt8] { choice.mutated(text, words: Self.words) }
}
