import Compatibility
import Contracts
import Syntax
import Testing

@Suite("traits")
struct TraitTests {
    private static let headers = "headers: {type: object, properties: {t: {type: string}}, required: [t]}"

    static let silent: [ChangeCase] = [
        .init(
            "merged in by hand, 3.x",
            Sketch.message("send", "name: P, traits: [{\(headers)}]"),
            Sketch.message("send", "name: P, \(headers)")
        ),
        .init(
            "merged in by hand, 2.x",
            Sketch.message2("send", "name: P, traits: [{\(headers)}]"),
            Sketch.message2("send", "name: P, \(headers)")
        ),
        .init(
            "from the components",
            Sketch.message(
                "receive",
                "name: P, traits: [{$ref: '#/components/messageTraits/T'}]",
                more: "components: {messageTraits: {T: {\(headers)}}}"
            ),
            Sketch.message("receive", "name: P, \(headers)")
        ),
        .init(
            "in 3.x what the message says itself stays",
            Sketch.message("send", "name: P, contentType: a/b, traits: [{contentType: c/d}, {contentType: e/f}]"),
            Sketch.message("send", "name: P, contentType: a/b")
        ),
        .init(
            "in 3.x the last trait counts",
            Sketch.message("send", "name: P, traits: [{contentType: c/d}, {contentType: e/f}]"),
            Sketch.message("send", "name: P, contentType: e/f")
        ),
        .init(
            "in 2.x a trait is a patch of the message",
            Sketch.message2("send", "name: P, contentType: a/b, traits: [{contentType: c/d}]"),
            Sketch.message2("send", "name: P, contentType: c/d")
        ),
        .init(
            "objects are merged by their members",
            Sketch.message(
                "send",
                "name: P, headers: {properties: {a: {type: string}}}, traits: [{headers: {properties: {b: {type: integer}}}}]"
            ),
            Sketch.message("send", "name: P, headers: {properties: {a: {type: string}, b: {type: integer}}}")
        ),
        .init(
            "of an operation",
            Sketch.message("send", "name: P").replacing(
                "action: send,",
                with: "action: send, traits: [{bindings: {mqtt: {qos: 1}}}],"
            ),
            Sketch.message("send", "name: P").replacing(
                "action: send,",
                with: "action: send, bindings: {mqtt: {qos: 1}},"
            )
        ),
    ]

    @Test(arguments: silent)
    func passesOver(_ test: ChangeCase) throws {
        #expect(try changes(from: test.old, to: test.new) == [])
        #expect(try changes(from: test.new, to: test.old) == [])
    }

    @Test("what a trait brings is told where the trait is written")
    func tellsPlaces() throws {
        let text = Sketch.message("receive", "name: P, traits: [{headers: {properties: {t: {type: number}}}}]")
        let finding = try #require(try Sketch.findings(text, text.replacing("number", with: "integer")).first)
        #expect(finding.new?.pointer == "/channels/paid/messages/m/traits/0/headers/properties/t/type")
        #expect(finding.new?.position.line == 4)
    }

    @Test("a trait that is wrong is refused where it is written")
    func refuses() {
        let text = Sketch.message("send", "traits: [{headers: {type: 7}}]")
        #expect(Sketch.refusal(text)?.contains("/channels/paid/messages/m/traits/0/headers/type 4:") == true)
        let missing = Sketch.message("send", "traits: [{$ref: '#/components/messageTraits/T'}]")
        #expect(
            Sketch.refusal(missing)?.hasPrefix("REFERENCE_UNRESOLVED /channels/paid/messages/m/traits/0/$ref") == true
        )
    }
}
