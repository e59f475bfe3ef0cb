import Syntax
import Testing

@Suite("tables of names")
struct NameTableTests {
    private static func number(of name: String, in table: NameTable) -> Int? {
        var name = name
        return name.withUTF8 { table.number(of: $0) }
    }

    @Test("few names are gone through, many are hashed", arguments: [0, 1, 4, 5, 9, 1000])
    func numbersAreInOrder(_ count: Int) {
        let names = (0..<count).map { "name\($0)" }
        let table = NameTable(names)
        #expect(table.count == count)
        #expect(names.map { Self.number(of: $0, in: table) } == Array(0..<count))
        for other in ["", "name", "name\(count)", "Name0"] { #expect(Self.number(of: other, in: table) == nil) }
    }

    @Test func sameNameHasOneNumber() {
        var table = NameTable(capacity: 9)
        let numbers = ["a", "", "a", "e\u{301}", "\u{E9}", ""].map { table.insert($0) }
        #expect(numbers == [0, 1, 0, 2, 3, 1])
        #expect(table.count == 4)
    }
}

@Suite("documents of values")
struct ValueDocumentTests {
    static let values: [JSON] = [
        nil, true, false, 0, -12, "", "a\"\\\u{0}é", [], [:], [[], [nil, [1]]],
        ["a": ["b": [1, "c", ["d": [:]]]], "e": 2], .number(ExactNumber("-1.5e300") ?? .zero),
    ]

    @Test(arguments: values)
    func isTheSameValue(_ value: JSON) throws {
        let made = Document(value)
        let read = try Document.json(value.bytes)
        #expect(made.root.json == value)
        #expect(made.root.hasSameValue(as: read.root))
        #expect(made.nodeCount == read.nodeCount)
        for index in 0..<made.nodeCount {
            #expect(made.kind(at: index) == read.kind(at: index))
            #expect(made.end(of: index) == read.end(of: index))
            #expect(made.count(at: index) == read.count(at: index))
            #expect(made.withText(at: index) { Array($0) } == Array(made[index].bytes))
            #expect(read.withText(at: index) { Array($0) } == Array(read[index].bytes))
        }
    }
}
