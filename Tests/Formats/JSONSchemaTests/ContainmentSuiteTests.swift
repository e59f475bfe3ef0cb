import OutsideSuites
import Syntax
import Testing

@testable import JSONSchema

@Suite("containment suites", .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
struct ContainmentSuiteTests {
    private static let path = "conformance/jsonschema-containment/cases.jsonl"

    @Test func subschema() throws {
        let tally = try ContainmentSuite(path: "conformance/jsonschema-subschema/cases.jsonl").run()
        // Refused: a string where a schema belongs, a negative divisor, type names that are none.
        #expect(tally.refused.count == 5)
        #expect(tally.unsound == [])
        #expect(tally.contradicted == [])
        #expect([tally.right, tally.undecided, tally.open] == [394, 0, 22])
    }

    @Test func confluent() throws {
        let tally = try ContainmentSuite(path: "conformance/jsonschema-confluent/cases.jsonl").run()
        #expect(tally.refused.isEmpty && tally.unsound.isEmpty && tally.contradicted.isEmpty)
        #expect([tally.right, tally.undecided, tally.open] == [185, 0, 5])
    }

    /// Cases whose ground truth is not so.
    ///
    /// A value inside is held against the whole schema with its `not`, to which the reference leads: it is invalid there,
    /// and so the whole is valid.
    private static let wrong = [
        "containment/draft4/nonvalid/ref/15", "containment/draft7/nonvalid/ref/16",
        "containment/draft2019-09/nonvalid/recursiveRef/7", "containment/draft2019-09/nonvalid/recursiveRef/8",
    ]

    /// Cases of two copies of a schema that the suite takes to be equal.
    ///
    /// One copy got another `$id` or `$anchor`, also inside the values of an `enum`, or refers to the whole of which the
    /// other is a part: an instance, confirmed by the validator, tells them apart.
    private static let different = [
        "draft4": ["universal/id/1 reverse", "unsatisfiable/ref/11"],
        "draft6": [
            "universal/id/1 reverse", "universal/ref/13 reverse", "universal/ref/17 reverse", "unsatisfiable/id/1",
            "unsatisfiable/ref/13", "unsatisfiable/ref/17",
        ],
        "draft7": [
            "universal/id/1 reverse", "universal/ref/17 reverse", "unsatisfiable/id/1", "unsatisfiable/ref/13",
        ],
        "draft2019-09": [
            "universal/anchor/4 reverse", "universal/recursiveRef/4 reverse", "universal/recursiveRef/5 reverse",
            "universal/ref/12 reverse", "universal/ref/15 reverse", "unsatisfiable/anchor/4",
            "unsatisfiable/recursiveRef/3", "unsatisfiable/ref/15",
        ],
        "draft2020-12": [
            "universal/anchor/4 reverse", "universal/dynamicRef/9 reverse", "universal/id/2 reverse",
            "universal/ref/12 reverse", "universal/ref/15 reverse", "unsatisfiable/id/2", "unsatisfiable/ref/12",
            "unsatisfiable/ref/15",
        ],
    ]

    @Test func passau() throws {
        let tally = try ContainmentSuite(path: Self.path).run {
            $0["suspect"] == nil && $0["optional"] == nil
        }
        let different = Self.different.flatMap { draft, cases in cases.map { "containment/\(draft)/\($0)" } }
        #expect(tally.unsound == Self.wrong)
        #expect(tally.contradicted.sorted() == different.sorted())
        // Refused: references lead nowhere after the suite renamed or moved what they led to.
        #expect(tally.refused.allSatisfy { $0.contains("leads to nothing") })
        #expect(
            [tally.right, tally.rightForward, tally.undecided, tally.open, tally.refused.count] == [
                9_167, 6_991, 0, 0, 19,
            ]
        )
    }

    /// Cases that the suite itself marks as suspect: the same two kinds.
    @Test func suspect() throws {
        let tally = try ContainmentSuite(path: Self.path).run { $0["suspect"] != nil }
        #expect(tally.unsound == ["containment/draft2020-12/nonvalid/dynamicRef/2"])
        #expect([tally.right, tally.rightForward, tally.undecided, tally.contradicted.count] == [12, 10, 0, 12])
    }

    /// Cases of optional tests, with `format` asserted where the case says so.
    @Test func optional() throws {
        let tally = try ContainmentSuite(path: Self.path).run { $0["suspect"] == nil && $0["optional"] != nil }
        #expect(Self.counts(tally.unsound) == ["unicode": 18, "content": 2, "zeroTerminatedFloats": 1])
        #expect(Self.counts(tally.contradicted) == ["unicode": 31])
        #expect(tally.refused == [])
        #expect([tally.right, tally.rightForward, tally.undecided, tally.open] == [2_156, 1_863, 0, 0])
    }

    /// Counts by the file of the JSON Schema test suite that a case was made of.
    ///
    /// Not followed: `unicode` wants letters and digits beyond ASCII in `\\w` and `\\d`, which ECMA-262 (22.2.2.9) and
    /// the file `ecmascript-regex` do not; `content` wants `contentEncoding` asserted, which is an annotation;
    /// `zeroTerminatedFloats` wants 1.0 and 1 apart in draft-04, which are one value.
    private static func counts(_ cases: [String]) -> [String: Int] {
        cases.reduce(into: [:]) { counts, id in
            counts[String(id.split(separator: "/").dropLast().last ?? ""), default: 0] += 1
        }
    }
}
