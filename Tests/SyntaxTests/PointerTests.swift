import Syntax
import Testing

@Suite("JSON Pointer")
struct PointerTests {
    /// The examples of RFC 6901, section 5, are of this kind; these are others.
    static let document = #"{"a":{"b/c":[10,{"~":1}],"":0,"d~1e":2},"0":{"00":3},"é":[[4]]}"#

    @Test(arguments: [
        ("/a/b~1c/0", "10"), ("/a/b~1c/1/~0", "1"), ("/a/", "0"), ("/a/d~01e", "2"), ("/0/00", "3"), ("/é/0/0", "4"),
        ("/a/b~1c/2", nil), ("/a/b~1c/00", nil), ("/a/b~1c/-", nil), ("/a/b~1c/+1", nil), ("/a/b/c", nil), ("/x", nil),
        ("/0/0", nil), ("/a/b~1c/0/0", nil), ("/e\u{301}", nil), ("/a/b~1c/99999999999999999999", nil),
    ])
    func leadsTo(_ text: String, value: String?) throws {
        let root = try Document.json(Array(Self.document.utf8)).root
        let pointer = try #require(Pointer(text))
        #expect(pointer.description == text)
        #expect(root[pointer]?.json.text == value)
        #expect(root[pointer].map(\.pointer) == (value == nil ? nil : pointer))
    }

    @Test(arguments: ["a", "#/a", "/a~", "/a~2", "~0", " /a"])
    func refuses(_ text: String) { #expect(Pointer(text) == nil) }

    @Test func isTheRootWhereEmpty() throws {
        let root = try Document.json([0x31]).root
        #expect(Pointer("") == Pointer())
        #expect(root[Pointer()] == root)
        #expect(root.pointer.description.isEmpty)
        #expect(Pointer().appending("a/b").appending(3).description == "/a~1b/3")
    }
}
