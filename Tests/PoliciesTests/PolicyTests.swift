import Contracts
import Policies
import Syntax
import Testing

@Suite("policy")
struct PolicyTests {
    @Test(arguments: [
        ("enforce", "deny INCOMPATIBLE", Effect.deny), ("warn", "warn INCOMPATIBLE", .deny),
        ("audit", "allow INCOMPATIBLE", .deny),
    ])
    func aDenialCountsByMode(_ mode: String, _ expected: String, _ wouldBe: Effect) throws {
        let change = Situation(findings: [Situation.breaking("/a")])
        #expect(try change.verdict("compatibility-holds", mode: mode) == expected)
        let result = try Situation.policy("compatibility-holds", mode: mode).evaluate(change.context())
        #expect(result?.wouldBe == wouldBe)
    }

    @Test(arguments: [("enforce", "require billing*1"), ("warn", "warn"), ("audit", "allow")])
    func aRequirementCountsByMode(_ mode: String, _ expected: String) throws {
        #expect(try Situation().verdict("owner-approves", mode: mode) == expected)
    }

    @Test(
        arguments: [
            ([:], true), (["kinds": ["api"]], true), (["kinds": ["event"]], false),
            (["kinds": ["event", "api"]], true),
            (["formats": ["words"]], true), (["formats": ["avro"]], false), (["subjects": ["a.*"]], true),
            (["subjects": ["b.*"]], false), (["changes": ["create"]], false), (["changes": ["update"]], true),
            (["breaking": true], false), (["entities": ["Invoice"]], false),
            (["kinds": ["api"], "subjects": ["b"]], false),
        ] as [(JSON, Bool)]
    )
    func looksAtWhatItMatches(_ match: JSON, _ isLooked: Bool) throws {
        let verdict = try Situation().verdict("owner-approves", ["match": match])
        #expect((verdict != "-") == isLooked)
    }

    @Test func looksAtWhatWasInForceToo() throws {
        let canonical = Situation.manifest(["kind": "canonical", "entity": "Invoice"])
        let fled = Situation(previous: canonical)
        #expect(try fled.verdict("owner-approves", ["match": ["kinds": ["canonical"]]]) != "-")
        #expect(try fled.verdict("owner-approves", ["match": ["entities": ["Invoice"]]]) != "-")
        #expect(try fled.verdict("owner-approves", ["match": ["kinds": ["api"], "entities": ["Invoice"]]]) == "-")
    }

    @Test func entitiesAreThoseWrittenToo() throws {
        let writer = Situation(manifest: Situation.manifest(["writes": [["entity": "Invoice"]]]))
        #expect(try writer.verdict("owner-approves", ["match": ["entities": ["Invoice"]]]) != "-")
    }

    @Test(
        arguments: [
            ("nothing", [:], "/rule"), ("owner-approves", ["parameters": ["cuont": 1]], "/parameters/cuont"),
            ("owner-approves", ["parameters": ["count": 0]], "/parameters/count"),
            ("owner-approves", ["parameters": ["count": 11]], "/parameters/count"),
            ("owner-approves", ["parameters": []], "/parameters"),
            ("owner-approves", ["match": ["kind": []]], "/match/kind"),
            ("owner-approves", ["match": ["kinds": ["thing"]]], "/match/kinds/0"),
            ("owner-approves", ["match": ["breaking": 1]], "/match/breaking"), ("owner-approves", ["when": 1], "/when"),
            ("owner-approves", ["match": ["changes": ["delete"]]], "/match/changes/0"),
        ] as [(String, JSON, String)]
    )
    func isRefusedWithThePlace(_ rule: String, _ extra: JSON, _ pointer: String) {
        let failure = #expect(throws: ContractFailure.self) { try Situation.policy(rule, extra) }
        #expect(failure?.code == "POLICY_INVALID")
        #expect(failure?.place.pointer == pointer)
    }

    @Test func isTheSameInAnyForm() throws {
        let one = #"{"policy":"p","summary":"s","owner":"o","rule":"owner-approves"}"#
        let other = #"{ "rule": "owner-approves", "owner": "o", "summary": "s", "policy": "p" }"#
        let third = one.replacing(#""s""#, with: #""t""#)
        let digests = try [one, other, third].map { text in
            try Policy(Document.json(Array(text.utf8)).root, functions: Situation.functions).digest
        }
        #expect(digests[0] == digests[1])
        #expect(digests[0] != digests[2])
    }
}

@Suite("policy set")
struct PolicySetTests {
    @Test func hasADigestWhateverTheOrder() throws {
        let one = try Situation.policy("owner-approves", id: "a")
        let two = try Situation.policy("version-tells-truth", id: "b")
        #expect(PolicySet([one, two]).digest == PolicySet([two, one]).digest)
        #expect(PolicySet([one]).digest != PolicySet([two]).digest)
        #expect(PolicySet([one]).digest != PolicySet([one, two]).digest)
        #expect(PolicySet().digest != PolicySet([one]).digest)
        let other = try Situation.policy("owner-approves", id: "a", mode: "warn")
        #expect(PolicySet([one]).digest != PolicySet([other]).digest)
        #expect(PolicySet([other, one]).digest == PolicySet([one]).digest)
    }

    @Test func asksTheOwnerWhereNobodyAsks() throws {
        let context = try Situation().context()
        let silent = PolicySet([try Situation.policy("version-tells-truth")]).evaluate(context)
        let asked = PolicySet.requirements(of: silent, context: context)
        #expect(asked.map(\.name) == ["owner"])
        #expect(asked.flatMap(\.teams).map(\.name) == ["billing"])
        let loud = PolicySet([try Situation.policy("fields-approved", FunctionTests.fields)])
            .evaluate(try Situation(touched: [TouchedField("/tax")]).context())
        #expect(PolicySet.requirements(of: loud, context: context).map(\.name) == ["arch", "tax"])
    }

    @Test func ofALosingOwnerAsksThat() throws {
        let context = try Situation(manifest: FunctionTests.taxOwned, previous: Situation().manifest).context()
        #expect(PolicySet.requirements(of: [], context: context).flatMap(\.teams).map(\.name) == ["billing"])
    }
}
