import AsyncAPI
import Compatibility
import Contracts
import Testing

@Suite("hostile AsyncAPI documents")
struct HostileDocumentTests {
    @Test("schemas that lead into each other end with a verdict")
    func recursionIsDecided() throws {
        func document(_ type: String) -> String {
            Sketch.message(
                "receive",
                "name: P, payload: {$ref: '#/components/schemas/A'}",
                more: """
                    components:
                      schemas:
                        A: {properties: {b: {$ref: '#/components/schemas/B'}, a: {$ref: '#/components/schemas/A'}}}
                        B: {properties: {a: {$ref: '#/components/schemas/A'}, n: {type: \(type)}}}
                    """
            )
        }
        #expect(try changes(from: document("integer"), to: document("integer")) == [])
        #expect(try changes(from: document("integer"), to: document("number")).allSatisfy { $0.hasPrefix("forward") })
    }

    @Test("the budget is never passed in silence")
    func tellsTheBudget() throws {
        func document(_ last: String) -> String {
            let members = (0..<60).map { "m\($0): {anyOf: [{type: string, maxLength: \($0)}, {type: integer}]}" }
            return Sketch.message(
                "send",
                "name: P, payload: {properties: {\(members.joined(separator: ", ")), z: \(last)}}"
            )
        }
        let (old, new) = (try Sketch.model(document("{type: integer}")), try Sketch.model(document("{type: string}")))
        let options = ComparisonOptions(stepBudget: 5)
        let findings = Sketch.format.findings(from: old, to: new, breaking: .backward, options: options)
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.isUndecided || $0.witness != nil })
    }

    @Test("a trait that would be written a thousand times is refused by name")
    func bounds() {
        let long = String(repeating: "x", count: 100_000)
        let messages = (0..<1_000).map { "m\($0): {traits: [{$ref: '#/components/messageTraits/t'}]}" }
        let text = Sketch.v3(
            """
            components:
              messages: {\(messages.joined(separator: ", "))}
              messageTraits: {t: {summary: \(long)}}
            """
        )
        #expect(Sketch.refusal(text)?.hasPrefix("ASYNCAPI_FIELD /components/messages/m") == true)
    }

    @Test("chains of references and depth are refused, not followed for ever")
    func ends() {
        let chain = (0..<100).map { "m\($0): {$ref: '#/components/messages/m\($0 + 1)'}" }
        let text = Sketch.v3(
            """
            channels: {c: {messages: {m: {$ref: '#/components/messages/m0'}}}}
            components: {messages: {\(chain.joined(separator: ", "))}}
            """
        )
        #expect(Sketch.refusal(text)?.hasPrefix("REFERENCE_CYCLE") == true)
    }
}
