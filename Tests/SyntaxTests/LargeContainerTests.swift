import Syntax
import Testing

/// Containers of many children are looked up by an index from the second time on; nobody should notice.
@Suite("large containers")
struct LargeContainerTests {
    /// Keys of which one is escaped in JSON, another in YAML, and some begin alike.
    private static func key(_ number: Int) -> String {
        switch number {
        case 0: ""
        case 1: "é/~"
        case 2: "a b"
        default: "key\(number)"
        }
    }

    private static func json(_ count: Int) -> String {
        let members = (0..<count).map { number in
            number == 1 ? #""\u00e9\/~": {"n": [1]}"# : "\"\(key(number))\": {\"n\": [\(number)]}"
        }
        return "{" + members.joined(separator: ",\n") + "}"
    }

    private static func yaml(_ count: Int) -> String {
        (0..<count).map { number in
            number == 2 ? "\"a\\x20b\": {n: [2]}\n" : "'\(key(number))': {n: [\(number)]}\n"
        }.joined()
    }

    @Test(arguments: [1, 2, 3, 63, 64, 65, 127, 128, 129, 1_000])
    func findsMembers(_ count: Int) throws {
        for document in [
            try Document.json(Array(Self.json(count).utf8)), try Document.yaml(Array(Self.yaml(count).utf8)),
        ] {
            // Asked once, twice and again.
            for _ in 0..<3 {
                for number in 0..<count { #expect(document.root[Self.key(number)]?["n"]?[0]?.int == number) }
                for absent in ["key", "n", "key\(count)", "key03", "\u{E9}"] { #expect(document.root[absent] == nil) }
            }
        }
    }

    @Test(arguments: [1, 63, 64, 65, 1_000])
    func findsElements(_ count: Int) throws {
        let text = "[" + (0..<count).map { "[\($0), {}]" }.joined(separator: ",") + "]"
        let root = try Document.json(Array(text.utf8)).root
        for _ in 0..<3 {
            for place in 0..<count { #expect(root[place]?[0]?.int == place) }
            #expect(root[-1] == nil && root[count] == nil)
        }
    }

    @Test(arguments: [3, 63, 64, 65, 1_000])
    func pointersLeadThereAndBack(_ count: Int) throws {
        let list = "[" + (0..<count).map { "{\"v\": [\($0)]}" }.joined(separator: ",") + "]"
        let root = try Document.json(Array("{\"o\": \(Self.json(count)), \"l\": \(list)}".utf8)).root
        for _ in 0..<2 {
            for number in 0..<count {
                let ways = [["o", Self.key(number), "n", "0"], ["l", String(number), "v", "0"]].map { Pointer($0) }
                for way in ways {
                    let node = try #require(root[way])
                    #expect(node.int == number && node.pointer == way)
                }
                // The place of a key is that of its value.
                let member = try #require(root["o"]?.member(Self.key(number)))
                #expect(member.key.pointer == member.value.pointer)
            }
        }
    }

    @Test("an object has no places, and an array no keys")
    func keepsKindsApart() throws {
        let object = try Document.json(Array(Self.json(100).utf8)).root
        let array = try Document.json(Array(("[" + String(repeating: "1,", count: 99) + "1]").utf8)).root
        for _ in 0..<3 { #expect(object[3] == nil && array["3"] == nil && array[3]?.int == 1) }
    }
}
