import Syntax
import Testing

@Suite("documents made out of the parts of others")
struct DocumentRewriterTests {
    private static let text = #"{"a": {"b": [1, {"c": "x\ny"}]}, "d": true}"#

    private static func rewritten() throws -> (original: Document, made: Document) {
        let document = try Document.json(Array(text.utf8))
        let root = document.root
        var tree = DocumentRewriter(of: document)
        tree.beginObject(at: root)
        for member in root.members {
            tree.key(member.key)
            tree.copy(member.value)
        }
        if let flag = root["d"] {
            tree.key("e", at: flag)
            tree.beginArray(at: flag)
            tree.string("new", at: flag)
            tree.flag(false, at: flag)
            tree.copy(root["a"] ?? root)
            tree.end()
        }
        tree.end()
        return (document, tree.finished())
    }

    @Test("what was copied and what was made stand side by side")
    func makes() throws {
        let made = try Self.rewritten().made.root
        #expect(made.count == 3)
        #expect(made["e"]?.count == 3)
        #expect(made["a"].map { made["e"]?[2]?.hasSameValue(as: $0) } == true)
        #expect(made["e"]?[0]?.string == "new")
        #expect(made["e"]?[1]?.bool == false)
        #expect(made[Pointer(["e", "2", "b", "1", "c"])]?.string == "x\ny")
        #expect(CanonicalJSON.bytes(of: made, numbers: .exact).count > Self.text.utf8.count)
    }

    @Test("every value knows where it was written")
    func remembers() throws {
        let (original, made) = try Self.rewritten()
        #expect(made.root["e"]?[0]?.written == original.root["d"])
        #expect(made.root["e"]?[0]?.position == original.root["d"]?.position)
        let copy = made.root[Pointer(["e", "2", "b", "1", "c"])]
        #expect(copy?.written.pointer.description == "/a/b/1/c")
        #expect(copy?.position == original.root[Pointer(["a", "b", "1", "c"])]?.position)
        #expect(original.root.written == original.root)
    }
}
