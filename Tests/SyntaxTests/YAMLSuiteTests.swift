import OutsideSuites
import Testing

@testable import Syntax

@Suite(
    "YAML: the community's test suite",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct YAMLSuiteTests {
    static func cases() throws -> [Node] {
        Array(try Document.json(try OutsideSuites.bytes("conformance/yaml-test-suite/cases.json")).root.elements)
    }

    @Test func refusesWhatIsNotYAML() throws {
        let refused = try Self.cases().filter { $0["error"]?.bool == true }
        #expect(refused.count == 94)
        for test in refused {
            #expect(throws: SyntaxFailure.self, "\(test["id"]?.text ?? "")") {
                try Document.yamlStream(Array((test["in"]?.text ?? "").utf8))
            }
        }
    }

    @Test func meetsTheSameEvents() throws {
        let accepted = try Self.cases().filter { $0["error"]?.bool == false }
        #expect(accepted.count == 308)
        for test in accepted {
            let lines = try YAMLEventText.lines(of: Array((test["in"]?.text ?? "").utf8))
            let expected = (test["events"]?.text ?? "").split(separator: "\n").map(String.init)
            #expect(lines == expected, "\(test["id"]?.text ?? "")")
        }
    }

    @Test func givesTheSameTreeAsJSON() throws {
        // Three of the 282 cases with a JSON form are to be refused all the same.
        let pairs = try Self.cases().filter { $0["json_docs"] != nil && $0["error"]?.bool == false }
        #expect(pairs.count == 279)
        for test in pairs {
            let documents = try Document.yamlStream(Array((test["in"]?.text ?? "").utf8))
            let expected = Array(test["json_docs"]?.elements ?? test.elements)
            #expect(documents.count == expected.count, "\(test["id"]?.text ?? "")")
            for (document, value) in zip(documents, expected) {
                #expect(document.root.hasSameValue(as: value), "\(test["id"]?.text ?? "")")
            }
        }
    }

    /// What YAML allows and this reader refuses: collections as keys, and one key twice (`: a`, `: b`).
    @Test func refusesOnlyWhatJSONCannotSay() throws {
        var counts: [SyntaxFailure.Code?: Int] = [:]
        for test in try Self.cases() where test["error"]?.bool == false && test["json_docs"] == nil {
            do throws(SyntaxFailure) {
                _ = try Document.yamlStream(Array((test["in"]?.text ?? "").utf8))
                counts[nil, default: 0] += 1
            } catch {
                counts[error.code, default: 0] += 1
            }
        }
        #expect(counts == [nil: 13, .unrepresentable: 15, .duplicateKey: 1])
    }
}
