import Avro
import Compatibility
import Contracts
import Syntax
import Testing

@Suite("hostile Avro schemas")
struct HostileSchemaTests {
    private func record(_ name: String, _ fields: [String]) -> String {
        #"{"type": "record", "name": "\#(name)", "fields": [\#(fields.joined(separator: ","))]}"#
    }

    private func field(_ name: String, _ type: String) -> String { #"{"name": "\#(name)", "type": \#(type)}"# }

    /// Records that hold each other in a chain far longer than calls can nest.
    private func chain(_ length: Int, end: String) -> String {
        let links = (0..<length).map { record("C\($0)", [field("next", $0 + 1 < length ? "\"C\($0 + 1)\"" : end)]) }
        return "[" + links.joined(separator: ",") + "]"
    }

    @Test func chainsDoNotNest() throws {
        let old = try Sketch.model(chain(5_000, end: "\"int\""))
        let new = try Sketch.model(chain(5_000, end: "\"string\""))
        let same = Sketch.format.findings(from: old, to: old, breaking: .backward, options: ComparisonOptions())
        #expect(same == [])
        #expect(!Sketch.format.compare(old, new, mode: .backward).isCompatible)
        #expect(old.parsingForm.count > 5_000)
    }

    /// Mutual recursion whose proof of a difference has to go all the way round.
    @Test func recursionIsDecided() throws {
        func ring(_ type: String) -> String {
            record(
                "A",
                [
                    field(
                        "b",
                        record(
                            "B",
                            [
                                field("a", "[\"null\", \"A\"]"),
                                field(
                                    "c",
                                    record(
                                        "C",
                                        [
                                            field("b", "[\"null\", \"B\"]"), field("v", type),
                                        ]
                                    )
                                ),
                            ]
                        )
                    )
                ]
            )
        }
        #expect(try Sketch.findings(ring("\"int\""), ring("\"long\"")) == [])
        let broken = try Sketch.findings(ring("\"long\""), ring("\"int\""))
        #expect(broken.map(\.rule).contains("TYPE_MISMATCH"))
    }

    @Test func wideUnionsAndEnumsEndInTime() throws {
        let branches = (0..<1000).map { record("U\($0)", [field("v", "\"int\"")]) }
        let union = "[" + branches.joined(separator: ",") + "]"
        #expect(
            try Sketch.findings(union, "[" + branches.reversed().joined(separator: ",") + "]").map(\.rule) == [
                "UNION_BRANCHES_REORDERED"
            ]
        )
        let symbols = (0..<50_000).map { "\"S\($0)\"" }
        let old = #"{"type": "enum", "name": "E", "symbols": [\#(symbols.joined(separator: ","))]}"#
        let new = #"{"type": "enum", "name": "E", "symbols": [\#(symbols.reversed().joined(separator: ","))]}"#
        #expect(try Sketch.findings(old, new).map(\.rule) == ["ENUM_SYMBOLS_REORDERED"])
    }

    @Test func theBudgetIsNeverPassedInSilence() throws {
        let fields = (0..<100).map { field("f\($0)", "\"int\"") }
        let (old, new) = (try Sketch.model(record("R", fields)), try Sketch.model(record("R", fields.reversed())))
        let options = ComparisonOptions(stepBudget: 20)
        let findings = Sketch.format.findings(from: old, to: new, breaking: .forward, options: options)
        #expect(findings.map(\.rule) == [Finding.undecided])
    }

    @Test func depthIsRefusedByName() {
        let text =
            String(repeating: #"{"type":"array","items":"#, count: 600) + "\"int\"" + String(repeating: "}", count: 600)
        #expect(Sketch.refusal(text)?.hasPrefix("SYNTAX_LIMIT") == true)
    }
}
