import Compatibility
import Contracts
import FoundationEssentials
import OutsideSuites
import Syntax
import Testing

@testable import Protobuf

@Suite(
    "outside suites of Protobuf",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct OutsideSuiteTests {
    private static let isVerbose = ProcessInfo.processInfo.environment["CANON_VERBOSE"] != nil

    private static func say(_ line: @autoclosure () -> String) {
        if isVerbose { print(line()) }
    }

    @Test func readsAndRefuses() throws {
        let lines = try OutsideSuites.lines("conformance/protobuf-parse/cases.jsonl")
        var right = 0
        for line in lines {
            let test = try Document.json(line).root
            let id = test["id"]?.text ?? ""
            do throws(ContractFailure) {
                _ = try Sketch.schema(test["files"])
                if test["valid"]?.bool == true {
                    right += 1
                } else {
                    Self.say("\(id): accepted, \(test["error"]?.text ?? "")")
                }
            } catch {
                if test["valid"]?.bool == false { right += 1 } else { Self.say("\(id): refused, \(error)") }
                if Self.isVerbose, test["valid"]?.bool == false {
                    print("  ok \(id): \(error) <> \(test["error"]?.text ?? "")")
                }
            }
        }
        #expect(lines.count == 276)
        #expect(right == 275)
    }

    @Test func findsWhatBreaks() throws {
        let lines = try OutsideSuites.lines("conformance/protobuf-buf-breaking/cases.jsonl")
        var (verdicts, wanted, matched, extra) = (0, 0, 0, 0)
        for line in lines {
            let test = try Document.json(line).root
            let id = test["id"]?.text ?? ""
            do throws(ContractFailure) {
                let found = try Self.findings(test)
                let verdict = found.isEmpty ? "compatible" : "incompatible"
                if verdict == test["expect"]?.text { verdicts += 1 } else { Self.say("\(id): \(verdict)") }
                var left = found.map { "\($0.rule) \($0.new?.file ?? ""):\($0.new?.position.line ?? 1)" }
                for item in test["expect_findings"]?.elements.map({ $0 }) ?? [] {
                    let rule = item["rule"]?.text ?? ""
                    let key = "\(rule) \(item["file"]?.text ?? ""):\(item["line"]?.int ?? 0)"
                    wanted += 1
                    if let place = left.firstIndex(of: key) {
                        left.remove(at: place)
                        matched += 1
                    } else {
                        Self.say("\(id): missing \(key) \(item["message"]?.text ?? "")")
                    }
                }
                extra += left.count
                for key in left { Self.say("\(id): extra \(key)") }
            } catch { Self.say("\(id): \(error)") }
        }
        print("buf: verdicts \(verdicts) of \(lines.count), findings \(matched) of \(wanted), extra \(extra)")
        #expect(lines.count == 346)
        #expect(verdicts == 346)
        #expect(matched == 6970)
        #expect(extra == 0)
    }

    /// The findings of a case under its category, or the rules that it names.
    private static func findings(_ test: Node) throws(ContractFailure) -> [Finding] {
        let (old, new) = (try Sketch.schema(test["before"]), try Sketch.schema(test["after"]))
        let mode = test["direction_or_mode"]?.text ?? ""
        let options = test["options"]
        var settings = BreakingSettings()
        if let category = BreakingCategory(rawValue: String(mode.dropFirst(4))) {
            settings.rules = ProtobufRule.rules(of: category)
        } else if let names = options?["rules"] {
            settings.rules = ProtobufRule.rules(named: names.elements.map(\.text))
        }
        settings.ignoredPaths = options?["ignore"]?.elements.map(\.text) ?? []
        settings.ignoresUnstablePackages = options?["ignore_unstable_packages"]?.bool ?? false
        return Sketch.format.findings(from: old, to: new, settings: settings)
    }

    @Test(arguments: [("confluent", 43, 43), ("karapace", 12, 10)])
    func followsRegistries(name: String, count: Int, right: Int) throws {
        let lines = try OutsideSuites.lines("conformance/protobuf-\(name)/cases.jsonl")
        var found = 0
        for line in lines {
            let test = try Document.json(line).root
            let id = test["id"]?.text ?? ""
            let mode = try CompatibilityMode(parsing: test["direction_or_mode"]?.text ?? "")
            do throws(ContractFailure) {
                let old = try Sketch.schema(test["before"], with: test["before_refs"])
                let new = try Sketch.schema(test["after"], with: test["after_refs"])
                let options = ComparisonOptions(policy: .lenient, category: .wire)
                let comparison = Sketch.format.compare(old, new, mode: mode, options: options)
                let verdict = comparison.isCompatible ? "compatible" : "incompatible"
                if verdict == test["expect"]?.text {
                    found += 1
                } else {
                    Self.say("\(id): \(verdict) \(comparison.findings.map { "\($0.rule) \($0.severity)" })")
                }
            } catch { Self.say("\(id): \(error)") }
        }
        #expect(lines.count == count)
        #expect(found == right)
    }
}
