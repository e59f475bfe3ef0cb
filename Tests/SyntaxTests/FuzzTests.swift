import FoundationEssentials
import Syntax
import Testing

/// Mutated small documents: each is read, or refused with a place inside the text.
///
/// A short run by default; `CANON_FUZZ_SECONDS` makes it as long as it says, with a seed that is printed.
@Suite("mutated documents")
struct FuzzTests {
    private static let seconds = ProcessInfo.processInfo.environment["CANON_FUZZ_SECONDS"].flatMap(Double.init)

    private static let json = [
        "{\"a\":[1,-2.5e10,\"\\u00e9\\ud83d\\ude00\"],\"b\":{\"c\":null,\"d\":true}}", "[[],{},[[0]],\"é\\n\"]",
        "\"\\\\\"",
    ]

    private static let yaml = [
        "a: 1\nb:\n  - c: 'd''e'\n    f: \"g\\x41\\\n      h\"\n  - |+\n    i\n\n   # j\nk: &x [l, {m: n}, o: p]\nq: *x\n",
        "%YAML 1.2\n%TAG !e! tag:e,2000:\n--- !e!f\n? >-\n  g\n  h\n: - i\n  - !!str 0x1F\n...\n--- # j\n'k' : |2\n   l\n",
        "{a: [b, 'c', \"d\": e], ? f : g, *x : h, &y i: .5}\n", "- - - a\n    b\n- ? c\n  : d\n- !!map\n  e: ~\n",
    ]

    @Test func readsOrRefusesJSON() {
        Self.run(Self.json) { text throws(SyntaxFailure) in
            let document = try Document.json(text)
            #expect((try? Document.json(document.root.json.text.utf8.map(\.self)))?.root.json == document.root.json)
        }
    }

    @Test func readsOrRefusesYAML() {
        Self.run(Self.yaml) { text throws(SyntaxFailure) in
            for document in try Document.yamlStream(text) {
                let written = YAMLWriter.bytes(of: document.root)
                #expect((try? Document.yaml(written))?.root.json == document.root.json, "\(text)")
            }
        }
    }

    /// Whatever is read as JSON, is the same value as YAML.
    @Test func readsJSONAsYAML() {
        Self.run(Self.json) { text throws(SyntaxFailure) in
            let document = try Document.json(text)
            // DEL is no character of YAML outside quotes, and JSON has it nowhere else.
            #expect((try? Document.yaml(text))?.root.json == document.root.json, "\(text)")
        }
    }

    private static func run(_ seeds: [String], _ read: ([UInt8]) throws(SyntaxFailure) -> Void) {
        let seed = seconds == nil ? 20_250_101 : UInt64.random(in: .min ... .max)
        if seconds != nil { print("seed \(seed)") }
        var mutation = Mutation(seed: seed, texts: seeds.map { Array($0.utf8) })
        let start = ContinuousClock.now
        var rounds = 0
        while rounds < 3000 || start.duration(to: .now) < .seconds(seconds ?? 0) {
            rounds += 1
            let text = mutation.next()
            do throws(SyntaxFailure) {
                try read(text)
            } catch {
                let end = SourcePosition(ofByte: text.count, in: text)
                #expect(error.position <= end && error.position.column >= 1, "seed \(seed): \(text)")
            }
        }
    }
}

/// Texts that differ from sound ones in a few places.
private struct Mutation {
    private static let pieces = [
        "\n", " ", "\t", ":", "- ", "? ", ": ", "#", " #", "'", "\"", "\\", "[", "]", "{", "}", ",", "&a ", "*a", "!",
        "|\n",
        ">\n", "---\n", "...\n", "%", "\r", "é", "😀", "\u{FEFF}", "\u{85}", "0", "-", ".", "e", "\\ud800", "  ", "\0",
    ]
    private var state: UInt64
    private let texts: [[UInt8]]

    init(seed: UInt64, texts: [[UInt8]]) {
        state = seed
        self.texts = texts
    }

    mutating func next() -> [UInt8] {
        var text = texts[below(texts.count)]
        for _ in 0...below(6) { change(&text) }
        return text
    }

    private mutating func change(_ text: inout [UInt8]) {
        let at = below(text.count + 1)
        let end = min(at + below(6), text.count)
        switch below(5) {
        case 0: text.removeSubrange(at..<end)
        case 1: text.insert(contentsOf: Self.pieces[below(Self.pieces.count)].utf8, at: at)
        case 2: text.replaceSubrange(at..<end, with: Self.pieces[below(Self.pieces.count)].utf8)
        case 3: text.insert(contentsOf: text[at..<min(at + below(30), text.count)], at: below(text.count + 1))
        default: if at < text.count { text[at] = UInt8(truncatingIfNeeded: below(256)) }
        }
    }

    /// SplitMix64.
    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }
}
