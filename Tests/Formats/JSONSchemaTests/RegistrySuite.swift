import Compatibility
import Contracts
import OutsideSuites
import Syntax

@testable import JSONSchema

/// Runs the cases of another registry or tool through the format as `canon compare --batch` does.
struct RegistrySuite {
    /// How our verdicts stand to the suite's.
    struct Tally: Equatable {
        /// By proof (`STRICT`), held against what is so: `expect_semantic`, else `expect`.
        var semantic = 0
        /// By the policy of the case, held against the peer's own verdict, where it does not contradict the specification.
        var convention = 0
        /// Cases in which the peer's verdict contradicts the specification by the suite's own word.
        var contradicting = 0
        /// Cases in which our verdict by proof is another.
        var different: [String] = []
        /// Cases in which our verdict by the policy of the case is another than the peer's, among those that count.
        var unconventional: [String] = []
    }

    let path: String

    func run() throws -> Tally {
        var tally = Tally()
        for line in try OutsideSuites.lines(path) {
            let test = try Document.json(line).root
            let id = test["id"]?.string ?? ""
            let expected = test["expect"]?.string ?? ""
            let policy = CompatibilityPolicy(rawValue: test["options"]?["policy"]?.string ?? "") ?? .strict
            let proved = try Self.verdict(test, .strict)
            let semantic = Self.semantic(test, proved) ?? expected
            if proved == semantic { tally.semantic += 1 } else { tally.different.append(id) }
            guard policy == .lenient || semantic == expected else {
                tally.contradicting += 1
                continue
            }
            let agreed = policy == .strict ? proved : try Self.verdict(test, policy)
            if agreed == expected { tally.convention += 1 } else { tally.unconventional.append(id) }
        }
        return tally
    }

    /// What is so, as far as the suite knows; "probably" says that it found no counter-example, which a proof settles.
    private static func semantic(_ test: Node, _ proved: String) -> String? {
        switch test["expect_semantic"]?.string {
        case "compatible": "compatible"
        case "incompatible": "incompatible"
        case "probably-compatible" where proved == "compatible": proved
        default: nil
        }
    }

    private static func verdict(_ test: Node, _ policy: CompatibilityPolicy) throws -> String {
        let format = JSONSchemaFormat().assuming(dialect: test["dialect"]?.string)
        let models: [SchemaDocument]
        do throws(ContractFailure) {
            models = [try model(test["before"], format), try model(test["after"], format)]
        } catch { return "unsupported" }
        let options = ComparisonOptions(policy: policy, assertsFormats: test["options"]?["format_assertion"]?.bool)
        let found = format.findings(from: models[0], to: models[1], breaking: .backward, options: options)
        if found.isEmpty { return "compatible" }
        return found.contains { $0.witness != nil } ? "incompatible" : "undecided"
    }

    private static func model(_ node: Node?, _ format: JSONSchemaFormat) throws(ContractFailure) -> SchemaDocument {
        let text = node.map { $0.isString ? Array($0.text.utf8) : $0.json.bytes } ?? []
        return try format.parse(ContractSource(text), library: ReferenceLibrary())
    }
}
