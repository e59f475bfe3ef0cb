import Contracts
import Policies
import Syntax
import Testing

@Suite("policy functions")
struct FunctionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let rule: String
        var change = Situation()
        var extra: JSON = [:]
        let expected: String
        var testDescription: String { "\(rule): \(why)" }
    }

    private static func consumers(_ uses: String...) -> JSON {
        let consumers = uses.enumerated().map { index, use -> JSON in
            ["application": .string("app\(index)"), "team": .string("t\(index)"), "uses": [.string(use)]]
        }
        return Situation.manifest(["consumers": .array(consumers)])
    }

    private static func writes(_ system: String?, _ entity: String, _ fields: JSON = []) -> JSON {
        let writes: JSON = ["writes": [["entity": .string(entity), "fields": fields]]]
        guard let system, case .object(let members) = writes else { return Situation.manifest(writes) }
        return Situation.manifest(.object(members + [.init("system", .string(system))]))
    }

    static let major: JSON = ["parameters": ["majorMayBreak": true]]
    static let fields: JSON = ["parameters": ["fields": ["tax*", "net"], "teams": ["tax", "arch"]]]
    static let attributes: JSON = [
        "parameters": ["fields": ["Invoice.state", "Invoice.lines.c*"], "teams": ["tax"]]
    ]
    static let taxOwned = Situation.manifest(["owner": "tax"])
    static let canonical = Situation.manifest(["kind": "canonical", "entity": "Invoice"])
    static let info = Finding("i", .info, path: "/a", message: "")

    static let cases = compatibility + versions + people + records

    private static let compatibility = [
        Case(why: "nothing broken", rule: "compatibility-holds", expected: "allow"),
        Case(
            why: "worth knowing only",
            rule: "compatibility-holds",
            change: .init(findings: [info]),
            expected: "allow"
        ),
        Case(
            why: "broken",
            rule: "compatibility-holds",
            change: .init(findings: [Situation.breaking("/a"), Situation.breaking("/b")]),
            expected: "deny INCOMPATIBLE INCOMPATIBLE"
        ),
        Case(
            why: "not decided",
            rule: "compatibility-holds",
            change: .init(findings: [Situation.breaking("/a", rule: Finding.undecided)]),
            expected: "deny COMPATIBILITY_UNDECIDED"
        ),
        Case(
            why: "not decided, under the name of the change",
            rule: "compatibility-holds",
            change: .init(findings: [
                Finding("gone", .error, direction: .backward, path: "/a", message: "m", undecided: "too much work")
            ]),
            expected: "deny COMPATIBILITY_UNDECIDED"
        ),
        Case(
            why: "not decided, in a direction that is not promised",
            rule: "compatibility-holds",
            change: .init(findings: [Finding("gone", .info, path: "/a", message: "m", undecided: "too much work")]),
            expected: "allow"
        ),
        Case(
            why: "broken as a major version, not permitted",
            rule: "compatibility-holds",
            change: .init(declared: "2.0.0", findings: [Situation.breaking("/a")]),
            expected: "deny INCOMPATIBLE"
        ),
        Case(
            why: "broken as a major version, permitted",
            rule: "compatibility-holds",
            change: .init(declared: "2.0.0", findings: [Situation.breaking("/a")]),
            extra: major,
            expected: "allow BREAKING_AS_MAJOR"
        ),
        Case(
            why: "broken as a minor version",
            rule: "compatibility-holds",
            change: .init(declared: "1.3.0", findings: [Situation.breaking("/a")]),
            extra: major,
            expected: "deny INCOMPATIBLE"
        ),
        Case(
            why: "nobody uses it",
            rule: "consumers-approve",
            change: .init(findings: [Situation.breaking("/a")]),
            expected: "allow"
        ),
        Case(
            why: "those who use it",
            rule: "consumers-approve",
            change: .init(manifest: consumers("/a", "/b", "/a/c"), findings: [Situation.breaking("/a")]),
            expected: "require CONSUMER_BREAKS CONSUMER_BREAKS t0*1 t2*1"
        ),
        Case(
            why: "those who use what the contract does not have",
            rule: "consumers-approve",
            change: .init(
                manifest: consumers("/b", "/x"),
                findings: [Situation.breaking("/a")],
                missingUses: ["/x"]
            ),
            expected: "require CONSUMER_USE_UNKNOWN t1*1"
        ),
        Case(
            why: "nothing broken, and a use that the contract does not have",
            rule: "consumers-approve",
            change: .init(manifest: consumers("/x"), findings: [info], missingUses: ["/x"]),
            expected: "allow"
        ),
        Case(
            why: "those that the change drops",
            rule: "consumers-approve",
            change: .init(previous: consumers("/a"), findings: [Situation.breaking("/a")]),
            expected: "require CONSUMER_BREAKS t0*1"
        ),
        Case(
            why: "not those that the change adds",
            rule: "consumers-approve",
            change: .init(
                manifest: consumers("/a"),
                previous: Situation().manifest,
                findings: [Situation.breaking("/a")]
            ),
            expected: "allow"
        ),
        Case(
            why: "nothing broken",
            rule: "consumers-approve",
            change: .init(manifest: consumers("/a"), findings: [info]),
            expected: "allow"
        ),
        Case(
            why: "a promise is taken back",
            rule: "consumers-approve",
            change: .init(manifest: Situation.manifest(["policy": "LENIENT"]), previous: consumers("/a")),
            expected: "require PROMISE_WEAKENED t0*1"
        ),
    ]

    private static let versions = [
        Case(why: "a first version", rule: "version-tells-truth", change: .init(base: nil), expected: "allow"),
        Case(why: "a patch", rule: "version-tells-truth", expected: "allow"),
        Case(
            why: "a patch, raised further",
            rule: "version-tells-truth",
            change: .init(declared: "9.0.0"),
            expected: "allow"
        ),
        Case(
            why: "the same",
            rule: "version-tells-truth",
            change: .init(declared: "1.2.3"),
            expected: "deny VERSION_NOT_ABOVE"
        ),
        Case(
            why: "below",
            rule: "version-tells-truth",
            change: .init(declared: "1.2.2"),
            expected: "deny VERSION_NOT_ABOVE"
        ),
        Case(
            why: "a pre-release of the same",
            rule: "version-tells-truth",
            change: .init(declared: "1.2.3-rc.1"),
            expected: "deny VERSION_NOT_ABOVE"
        ),
        Case(
            why: "an addition as a patch",
            rule: "version-tells-truth",
            change: .init(bump: .minor),
            expected: "deny VERSION_BUMP_TOO_SMALL"
        ),
        Case(
            why: "a break as an addition",
            rule: "version-tells-truth",
            change: .init(declared: "1.3.0", bump: .major),
            expected: "deny VERSION_BUMP_TOO_SMALL"
        ),
        Case(
            why: "a break as a break",
            rule: "version-tells-truth",
            change: .init(declared: "2.0.0", bump: .major),
            expected: "allow"
        ),
    ]

    private static let people = [
        Case(why: "the owner", rule: "owner-approves", expected: "require billing*1"),
        Case(
            why: "three of the owner",
            rule: "owner-approves",
            extra: ["parameters": ["count": 3]],
            expected: "require billing*3"
        ),
        Case(
            why: "the losing and the gaining owner",
            rule: "owner-approves",
            change: .init(manifest: taxOwned, previous: Situation().manifest),
            expected: "require billing*1 tax*1"
        ),
        Case(
            why: "a first version's owner",
            rule: "owner-approves",
            change: .init(change: .create, manifest: taxOwned),
            expected: "require tax*1"
        ),
        Case(why: "somebody else can", rule: "duties-are-separate", expected: "allow"),
        Case(
            why: "only the author could",
            rule: "duties-are-separate",
            change: .init(manifest: taxOwned),
            expected: "deny NO_SECOND_PERSON"
        ),
        Case(
            why: "nobody has the role",
            rule: "duties-are-separate",
            change: .init(manifest: Situation.manifest(["owner": "arch"])),
            expected: "deny NO_SECOND_PERSON"
        ),
        Case(
            why: "no such field",
            rule: "fields-approved",
            change: .init(touched: [TouchedField("/gross"), TouchedField("/supertax")]),
            extra: fields,
            expected: "allow"
        ),
        Case(
            why: "a field by its pattern",
            rule: "fields-approved",
            change: .init(touched: [TouchedField("/lines/*/taxCode")]),
            extra: fields,
            expected: "require tax*1 arch*1"
        ),
        Case(
            why: "a field of an operation",
            rule: "fields-approved",
            change: .init(touched: [TouchedField("GET /i/{id} 200 /net")]),
            extra: fields,
            expected: "require tax*1 arch*1"
        ),
        Case(
            why: "a parameter",
            rule: "fields-approved",
            change: .init(touched: [TouchedField("GET /i query parameter taxCode")]),
            extra: fields,
            expected: "require tax*1 arch*1"
        ),
        Case(
            why: "a field of a type",
            rule: "fields-approved",
            change: .init(touched: [TouchedField("I.taxCode(at:)")]),
            extra: fields,
            expected: "require tax*1 arch*1"
        ),
        Case(
            why: "names of packages, channels and files are none of fields",
            rule: "fields-approved",
            change: .init(
                touched: ["tax.v1.I.gross", "send tax.i I /gross", "tax.json /gross"].map { TouchedField($0) }
            ),
            extra: fields,
            expected: "allow"
        ),
        Case(
            why: "a field that stands for another entity's attribute of the name",
            rule: "fields-approved",
            change: .init(touched: [TouchedField("/state", entities: ["Client.state"])]),
            extra: attributes,
            expected: "allow"
        ),
        Case(
            why: "a field of the name that stands for nothing",
            rule: "fields-approved",
            change: .init(touched: [TouchedField("/state"), TouchedField("GET /i 404 /state")]),
            extra: attributes,
            expected: "allow"
        ),
        Case(
            why: "a field of the name in an API about the entity",
            rule: "fields-approved",
            change: .init(manifest: canonical, touched: [TouchedField("GET /i 404 /state")]),
            extra: attributes,
            expected: "allow"
        ),
        Case(
            why: "a field that stands for the attribute, called otherwise",
            rule: "fields-approved",
            change: .init(touched: [TouchedField("GET /i 200 /x", entities: ["Invoice.state"])]),
            extra: attributes,
            expected: "require tax*1"
        ),
        Case(
            why: "a part of the attribute",
            rule: "fields-approved",
            change: .init(touched: [TouchedField("/x/code", entities: ["Invoice.state.code"])]),
            extra: attributes,
            expected: "require tax*1"
        ),
        Case(
            why: "a field that no longer stands for the attribute",
            rule: "fields-approved",
            change: .init(touched: [TouchedField("/x", entities: ["Client.id", "Invoice.lines.code"])]),
            extra: attributes,
            expected: "require tax*1"
        ),
        Case(
            why: "in the entity's own schema",
            rule: "fields-approved",
            change: .init(manifest: canonical, touched: [TouchedField("/lines/*/code")]),
            extra: attributes,
            expected: "require tax*1"
        ),
        Case(why: "no entity", rule: "stewards-approve", expected: "allow"),
        Case(
            why: "an entity's",
            rule: "stewards-approve",
            change: .init(manifest: canonical),
            expected: "require arch*1 tax*1"
        ),
        Case(
            why: "an entity's that the change drops",
            rule: "stewards-approve",
            change: .init(previous: canonical),
            expected: "require arch*1 tax*1"
        ),
        Case(
            why: "the manifest's own",
            rule: "stewards-approve",
            change: .init(manifest: Situation.manifest(["stewards": ["billing", "billing"]])),
            expected: "require billing*1"
        ),
    ]

    private static let records = [
        Case(why: "nothing written", rule: "system-of-record-writes", expected: "allow"),
        Case(
            why: "by the master",
            rule: "system-of-record-writes",
            change: .init(manifest: writes("erp", "Invoice")),
            expected: "allow"
        ),
        Case(
            why: "by another",
            rule: "system-of-record-writes",
            change: .init(manifest: writes("taxes", "Invoice")),
            expected: "deny NOT_SYSTEM_OF_RECORD"
        ),
        Case(
            why: "by nobody",
            rule: "system-of-record-writes",
            change: .init(manifest: writes(nil, "Invoice")),
            expected: "deny NOT_SYSTEM_OF_RECORD"
        ),
        Case(
            why: "a field by its own master",
            rule: "system-of-record-writes",
            change: .init(manifest: writes("taxes", "Invoice", ["taxCode"])),
            expected: "allow"
        ),
        Case(
            why: "fields, one of another master",
            rule: "system-of-record-writes",
            change: .init(manifest: writes("erp", "Invoice", ["total", "taxCode"])),
            expected: "deny NOT_SYSTEM_OF_RECORD"
        ),
        Case(
            why: "on behalf of all",
            rule: "system-of-record-writes",
            change: .init(manifest: writes("bus", "Invoice")),
            extra: ["parameters": ["orchestrators": ["bus"]]],
            expected: "allow"
        ),
        Case(
            why: "an unknown entity",
            rule: "system-of-record-writes",
            change: .init(manifest: writes("erp", "Planet")),
            expected: "deny UNKNOWN_ENTITY"
        ),
        Case(
            why: "a canonical schema by another system",
            rule: "system-of-record-writes",
            change: .init(manifest: Situation.manifest(["kind": "canonical", "entity": "Invoice", "system": "taxes"])),
            expected: "deny NOT_SYSTEM_OF_RECORD"
        ),
    ]

    @Test(arguments: cases)
    func says(_ test: Case) throws {
        #expect(try test.change.verdict(test.rule, test.extra) == test.expected)
    }
}
