import Contracts
import Policies
import Syntax

/// A change for the tests of policies, and a policy over it.
struct Situation: Sendable {
    var change = PolicyContext.Change.update
    var manifest: JSON = ["subject": "a.b", "format": "words", "kind": "api", "owner": "billing"]
    var previous: JSON?
    var base: String? = "1.2.3"
    var declared = "1.2.4"
    var bump = Bump.patch
    var findings: [Finding] = []
    var touched: [TouchedField] = []
    var missingUses: Set<String> = []

    static let functions = PolicyFunctions([
        CompatibilityHolds.self, ConsumersApprove.self, DutiesAreSeparate.self, FieldsApproved.self,
        OwnerApproves.self, StewardsApprove.self, SystemOfRecordWrites.self, VersionTellsTruth.self,
    ])

    static let catalog = """
        {"teams": [{"name": "billing"}, {"name": "tax"}, {"name": "arch"}],
         "people": [{"name": "author", "teams": ["billing", "tax"], "roles": ["approver"]},
                    {"name": "ben", "teams": ["billing"], "roles": ["approver"]},
                    {"name": "tom", "teams": ["arch"], "roles": ["submitter"]}],
         "systems": [{"name": "erp", "team": "billing"}, {"name": "taxes", "team": "tax"}],
         "entities": [{"name": "Invoice", "system": "erp", "stewards": ["arch", "tax"],
                       "fields": [{"name": "taxCode", "system": "taxes"}]}]}
        """

    /// A manifest with further members, in place of those of the same name.
    static func manifest(_ further: JSON) -> JSON {
        guard case .object(let members) = Situation().manifest, case .object(let added) = further else { return [:] }
        return .object(members.filter { member in !added.contains { $0.key == member.key } } + added)
    }

    func context() throws -> PolicyContext {
        PolicyContext(
            change: change,
            author: try PersonID(parsing: "author"),
            manifest: try Manifest(Self.node(manifest)),
            previous: change == .create ? nil : try Manifest(Self.node(previous ?? manifest)),
            base: try base.map { try SemanticVersion(parsing: $0) },
            declared: try SemanticVersion(parsing: declared),
            bump: bump,
            findings: findings,
            touched: touched,
            missingUses: missingUses,
            catalog: Catalog(try CatalogItem.items(in: Document.json(Array(Self.catalog.utf8)).root).map(\.item))
        )
    }

    /// What a policy of a rule says: its effect, codes and teams; `-` where it does not look at the change.
    func verdict(_ rule: String, mode: String = "enforce", _ extra: JSON = [:]) throws -> String {
        guard let result = try Self.policy(rule, mode: mode, extra).evaluate(context()) else { return "-" }
        let codes = result.reasons.map(\.code)
        let teams = result.requirements.map { "\($0.teams.map(\.name).joined(separator: "|"))*\($0.count)" }
        return ([result.effect.rawValue] + codes + teams).joined(separator: " ")
    }

    static func policy(_ rule: String, id: String = "p", mode: String = "enforce", _ extra: JSON = [:]) throws -> Policy
    {
        var members: [JSON.Member] = [
            .init("policy", .string(id)), .init("summary", "s"), .init("owner", "arch"), .init("mode", .string(mode)),
            .init("rule", .string(rule)),
        ]
        if case .object(let further) = extra { members += further }
        return try Policy(node(.object(members)), functions: functions)
    }

    static func node(_ json: JSON) throws -> Node { try Document.json(json.bytes).root }

    static func breaking(_ path: String, rule: String = "gone") -> Finding {
        Finding(rule, .error, direction: .backward, path: path, message: "m")
    }
}
