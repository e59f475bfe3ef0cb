import Syntax
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
    static let values: [(JSON, String)] = [
        (.null, "null"), (true, "true"), (-12, "-12"), ([], "[]"), (.object([]), "{}"), ([1, [2, []]], "[1,[2,[]]]"),
        (["b": 1, "a": [nil, false]], "{\"b\":1,\"a\":[null,false]}"),
        ("é\u{1F600}\u{7F}\u{2028}/", "\"é😀\u{7F}\u{2028}/\""),
        ("\"\\\u{8}\t\n\u{C}\r\u{0}\u{1F}", "\"\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001f\""),
        ("\r\n", "\"\\r\\n\""), ("", "\"\""), (.optional(nil), "null"), (.optional("x"), "\"x\""),
    ]

    @Test(arguments: values)
    func writesOnOneLine(_ value: JSON, text: String) throws {
        #expect(value.text == text)
        #expect(try Document.json(value.bytes).root.json == value)
    }

    @Test func indentsOverLines() {
        let value: JSON = ["a": [1, ["b": []]], "c": JSON.object([])]
        #expect(
            value.indented == """
                {
                  "a": [
                    1,
                    {
                      "b": []
                    }
                  ],
                  "c": {}
                }
                """
        )
    }
}
