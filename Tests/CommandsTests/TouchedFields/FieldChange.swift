import Commands
import Compatibility
import Contracts
import Crypto
import Governance
import Policies
import Syntax
import Testing

/// A change of a contract, judged by a policy that asks the tax team about tax fields and the status of invoices.
struct FieldChange: Sendable, CustomTestStringConvertible {
    let why: String
    let format: String
    let old: String
    let new: String
    var testDescription: String { "\(format): \(why)" }

    init(_ why: String, _ format: String, _ old: String, _ new: String) {
        (self.why, self.format, self.old, self.new) = (why, format, old, new)
    }

    /// Changes of one format, each of a part of the same text.
    static func all(
        _ format: String,
        _ text: (String) -> String,
        _ rows: [(why: String, old: String, new: String)]
    ) -> [FieldChange] {
        rows.map { FieldChange($0.why, format, text($0.old), text($0.new)) }
    }

    /// The same change, and beside it one of something else, so that there is something to judge.
    func beside(_ other: (old: String, new: String)) -> FieldChange {
        FieldChange(why, format, old, new.replacing(other.old, with: other.new))
    }

    /// The teams that the policy asks about the change, and about taking it back.
    func asked() throws -> [[String]] { [try Self.asked(format, old, new), try Self.asked(format, new, old)] }

    /// The teams that the policy asks about a change after earlier versions.
    static func asked(_ format: String, after earlier: [String] = [], _ old: String, _ new: String) throws -> [String] {
        let names = #""subject": "a.b", "format": "\#(format)", "kind": "api", "owner": "billing""#
        let manifest = try Manifest(node(#"{\#(names), "compatibility": "FULL_TRANSITIVE"}"#))
        let versions = (earlier + [old]).enumerated().map { index, text in registered(index, text) }
        let ground = Ground(
            author: try PersonID(parsing: "author"),
            catalog: Catalog(try CatalogItem.items(in: node(catalog)).map(\.item)),
            catalogDigest: Digest(of: catalog),
            policies: PolicySet([try Policy(node(policy), functions: BuiltIns.functions)]),
            previous: manifest,
            history: versions,
            library: ReferenceLibrary()
        )
        let after = ContractSource(Array(new.utf8))
        let proposal = Proposal(manifest: manifest, version: SemanticVersion(2, 0, 0), content: after)
        let decision = try Judge(formats: BuiltIns.formats).judge(proposal, on: ground).decision
        return decision.results.flatMap(\.requirements).flatMap(\.teams).map(\.name)
    }

    private static func registered(_ index: Int, _ text: String) -> Ground.Registered {
        Ground.Registered(
            number: index + 1,
            version: SemanticVersion(1, index, 0),
            content: ContractSource(Array(text.utf8)),
            library: ReferenceLibrary()
        )
    }

    private static let catalog = #"{"teams": [{"name": "billing"}, {"name": "tax"}]}"#

    private static let policy = """
        {"policy": "p", "summary": "s", "owner": "tax", "mode": "enforce", "rule": "fields-approved",
         "parameters": {"fields": ["tax*", "Invoice.status"], "teams": ["tax"]}}
        """

    private static func node(_ text: String) throws -> Node { try Document.json(Array(text.utf8)).root }
}
