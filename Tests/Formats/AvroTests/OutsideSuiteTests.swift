import Avro
import Compatibility
import Contracts
import OutsideSuites
import Syntax
import Testing

@Suite(
    "outside suites of Avro",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct OutsideSuiteTests {
    /// Cases of `avro-parse` on which we differ: a remark of the suite's authors behind the schema was taken for a part
    /// of its text.
    private static let wrongTexts: Set<String> = ["avro-parse/canonical/029"]

    @Test func readsAndRefuses() throws {
        let lines = try OutsideSuites.lines("conformance/avro-parse/cases.jsonl")
        var (right, canonical, fingerprints) = (0, 0, 0)
        var wrong: Set<String> = []
        for line in lines {
            let test = try Document.json(line).root
            let model = try? Sketch.model(test["schema"]?.text ?? "")
            if (model != nil) == test["valid"]?.bool { right += 1 } else { wrong.insert(test["id"]?.text ?? "") }
            guard let model else { continue }
            if let form = test["canonical"]?.text {
                #expect(String(decoding: model.parsingForm, as: UTF8.self) == form, "\(test["id"]?.text ?? "")")
                canonical += 1
            }
            if let number = test["fingerprint64"]?.text {
                #expect("\(Int64(bitPattern: model.rabinFingerprint))" == number, "\(test["id"]?.text ?? "")")
                fingerprints += 1
            }
        }
        #expect(lines.count == 239)
        #expect(right == 238)
        #expect(wrong == Self.wrongTexts)
        #expect(canonical == 151)
        #expect(fingerprints == 144)
    }

    /// Whether kinds differ for a known reason.
    ///
    /// Where a reader's new field is an enum with a default of its own but none of the field, Java compares the enum
    /// with the writer's whole record and says TYPE_MISMATCH. The specification's reason is the missing default.
    private static func saysOtherwise(_ kinds: Set<String>, _ expected: Set<String>) -> Bool {
        expected.subtracting(kinds) == ["TYPE_MISMATCH"]
            && kinds.subtracting(expected) == ["READER_FIELD_MISSING_DEFAULT_VALUE"]
    }

    @Test func resolves() throws {
        let lines = try OutsideSuites.lines("conformance/avro-compat/cases.jsonl")
        var (right, kinds, named, otherwise) = (0, 0, 0, 0)
        for line in lines {
            let test = try Document.json(line).root
            let id = test["id"]?.text ?? ""
            let comparison = try Self.comparison(test)
            let verdict = comparison.isCompatible ? "compatible" : "incompatible"
            #expect(verdict == test["expect"]?.text, "\(id)")
            if verdict == test["expect"]?.text { right += 1 }
            guard let expected = test["expect_kinds"]?.elements.map(\.text) else { continue }
            named += 1
            let found = Set(comparison.findings.filter { $0.severity == .error }.map(\.rule))
            if found == Set(expected) { kinds += 1 } else if Self.saysOtherwise(found, Set(expected)) { otherwise += 1 }
        }
        #expect(lines.count == 980)
        #expect(right == 980)
        #expect(named == 955)
        #expect(kinds == 946)
        #expect(otherwise == 9)
    }

    /// Compares with the latest version, and in transitive modes with all of the history.
    private static func comparison(_ test: Node) throws -> Comparison {
        let mode = try CompatibilityMode(parsing: test["direction_or_mode"]?.text ?? "")
        let new = try Sketch.model(text(of: test["after"]))
        let old = try Sketch.model(text(of: test["before"]))
        var comparison = Sketch.format.compare(old, new, mode: mode)
        guard mode.isTransitive else { return comparison }
        for earlier in test["history"]?.elements.map({ $0 }) ?? [] {
            let further = Sketch.format.compare(try Sketch.model(text(of: earlier)), new, mode: mode)
            comparison.add(further.findings, against: SemanticVersion(1, 0, 0))
        }
        return comparison
    }

    private static func text(of node: Node?) -> String { node?.json.text ?? "" }
}
