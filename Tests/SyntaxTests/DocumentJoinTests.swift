import Syntax
import Testing

@Suite("documents made out of several")
struct DocumentJoinTests {
    private static let home = "a: &x {b: \"1\\n2\"}\nc: [*x, 0x10, plain]\n"
    private static let other = #"{"d": [true, {"e": "x\ny"}], "f": "old"}"#

    private static func joined() throws -> (home: Document, other: Document, all: Document) {
        let home = try Document.yaml(Array(Self.home.utf8)).named("home.yaml")
        let other = try Document.json(Array(Self.other.utf8)).named("other.json")
        let changed = other.root["f"].map { [$0.index: "new"] } ?? [:]
        let all = DocumentJoin.joined(
            .init("home.yaml", home, texts: [:]),
            with: [.init("other.json", other, texts: changed), .init("again/ö", home, texts: [:])],
            under: "more"
        )
        return (home, other, all)
    }

    @Test("each document is there as it was, but for the strings that were replaced")
    func joins() throws {
        let (home, other, all) = try Self.joined()
        #expect(all.root.members.map(\.name) == ["a", "c", "more"])
        #expect(all.root.count == 3)
        #expect(all.root["a"]?.hasSameValue(as: try #require(home.root["a"])) == true)
        #expect(all.root["c"]?.hasSameValue(as: try #require(home.root["c"])) == true)
        #expect(all.root["more"]?.count == 2)
        #expect(all.root["more"]?["again/ö"]?.hasSameValue(as: home.root) == true)
        #expect(all.root[Pointer(["more", "other.json", "d", "1", "e"])]?.string == "x\ny")
        #expect(all.root[Pointer(["more", "other.json", "f"])]?.string == "new")
        #expect(other.root["f"]?.string == "old")
    }

    @Test("every value knows in which document it was written, and where")
    func remembers() throws {
        let (home, other, all) = try Self.joined()
        let file = all.root[Pointer(["more", "other.json"])]
        #expect(file?.written == other.root)
        #expect(file?["f"]?.written == other.root["f"])
        #expect(file?["f"]?.position == SourcePosition(line: 1, column: 35))
        #expect(all.root["c"]?[1]?.written == home.root["c"]?[1])
        #expect(all.root["c"]?[1]?.position == SourcePosition(line: 2, column: 9))
        #expect(all.root["more"]?.written.document === home)
        #expect(file?.written.document.name == "other.json")
    }

    @Test("a document made of a joined one leads back to where all was written")
    func rewrites() throws {
        let (_, other, all) = try Self.joined()
        var tree = DocumentRewriter(of: all)
        tree.beginArray(at: all.root)
        tree.copy(try #require(all.root[Pointer(["more", "other.json", "d"])]))
        tree.end()
        #expect(tree.finished().root[0]?[1]?["e"]?.written == other.root[Pointer(["d", "1", "e"])])
    }
}
