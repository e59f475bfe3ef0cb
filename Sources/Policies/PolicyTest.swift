package import Contracts
package import Syntax

/// A test that lies beside a policy: a change, and what the policy must say about it.
///
/// ```yaml
/// tests:
///   - name: a breaking change under a minor version is refused
///     input: {change: update, base: 2.4.0, declared: 2.5.0, bump: major, manifest: {…}, findings: [{…}], catalog: {…}}
///     expect: {effect: deny, codes: [VERSION_BUMP_TOO_SMALL]}
/// ```
package struct PolicyTest: Sendable {
    /// What the test shows, in a sentence.
    package let name: String
    private let context: PolicyContext
    private let expected: Expectation

    /// Stable code of every failure in a test file.
    package static let code = "POLICY_TEST_INVALID"

    /// What a policy must say.
    fileprivate struct Expectation {
        /// The effect, or nil where the policy must not look at the change.
        let effect: Effect?
        let codes: [String]
        let teams: [String]
    }

    /// The tests of a file.
    ///
    /// - Throws: ``ContractFailure`` with the place of what is wrong.
    package static func tests(in root: Node, file: String? = nil) throws(ContractFailure) -> [PolicyTest] {
        let reader = try MemberReader(root, code: code, file: file, known: ["tests"])
        var tests: [PolicyTest] = []
        for node in try reader.list("tests") { tests.append(try PolicyTest(node, file: file)) }
        guard !tests.isEmpty else { throw reader.failure(at: root, "a policy needs at least one test") }
        return tests
    }

    private init(_ node: Node, file: String?) throws(ContractFailure) {
        let reader = try MemberReader(node, code: Self.code, file: file, known: ["name", "input", "expect"])
        name = try reader.text("name")
        guard let input = node["input"], let expect = node["expect"] else {
            throw reader.failure(at: node, "a test needs 'input' and 'expect'")
        }
        context = try PolicyContext(test: input, file: file)
        expected = try Expectation(expect, file: file)
    }

    /// Runs the test.
    ///
    /// - Returns: What differs from the expectation; empty where the policy says what it must.
    package func failures(of policy: Policy) -> [String] {
        let result = policy.evaluate(context)
        var failures: [String] = []
        compare("effect", result?.effect.rawValue ?? "none", expected.effect?.rawValue ?? "none", &failures)
        let codes = Set(result?.reasons.map(\.code) ?? []).sorted().joined(separator: ", ")
        compare("codes", codes, expected.codes.sorted().joined(separator: ", "), &failures)
        let teams = Set((result?.requirements ?? []).flatMap(\.teams).map(\.name)).sorted().joined(separator: ", ")
        compare("teams", teams, expected.teams.sorted().joined(separator: ", "), &failures)
        return failures
    }

    private func compare(_ what: String, _ found: String, _ wanted: String, _ failures: inout [String]) {
        guard found != wanted else { return }
        failures.append("\(name): expected \(what) [\(wanted)], found [\(found)]")
    }
}

extension PolicyTest.Expectation {
    fileprivate init(_ node: Node, file: String?) throws(ContractFailure) {
        let reader = try MemberReader(node, code: PolicyTest.code, file: file, known: ["effect", "codes", "teams"])
        let name = try reader.text("effect")
        effect = Effect(rawValue: name)
        guard effect != nil || name == "none" else {
            throw reader.failure(at: node["effect"] ?? node, "expected allow, warn, require, deny or none")
        }
        codes = try reader.texts("codes")
        teams = try reader.texts("teams")
    }
}

extension PolicyContext {
    /// A context as a test writes it down.
    fileprivate init(test node: Node, file: String?) throws(ContractFailure) {
        let known: Set<String> = [
            "change", "author", "base", "declared", "bump", "manifest", "previous", "findings", "touched", "catalog",
        ]
        let reader = try MemberReader(node, code: PolicyTest.code, file: file, known: known)
        guard let declared = node["manifest"] else { throw reader.failure(at: node, "member 'manifest' is missing") }
        let manifest = try Manifest(declared, file: file)
        var previous: Manifest?
        if let node = node["previous"] { previous = try Manifest(node, file: file) }
        let change = try reader.optionalValue("change", Change.init(parsing:)) ?? .update
        var items: [CatalogItem] = []
        if let node = node["catalog"] { items = try CatalogItem.items(in: node, file: file).map(\.item) }
        self.init(
            change: change,
            author: try reader.optionalValue("author", PersonID.init(parsing:)) ?? .tester,
            manifest: manifest,
            previous: change == .create ? nil : previous ?? manifest,
            base: try reader.optionalValue("base", SemanticVersion.init(parsing:)),
            declared: try reader.optionalValue("declared", SemanticVersion.init(parsing:)) ?? SemanticVersion(1, 0, 0),
            bump: try reader.optionalText("bump").flatMap(Bump.init(rawValue:)) ?? .none,
            findings: try Self.findings(reader),
            touched: try Self.touched(reader),
            catalog: Catalog(items)
        )
    }

    /// Addresses, or `{address, entity}` of fields that stand for an attribute.
    private static func touched(_ reader: MemberReader) throws(ContractFailure) -> [TouchedField] {
        var fields: [TouchedField] = []
        for node in try reader.list("touched") {
            if let address = node.string {
                fields.append(TouchedField(address))
                continue
            }
            let field = try MemberReader(node, code: PolicyTest.code, file: reader.file, known: ["address", "entity"])
            fields.append(TouchedField(try field.text("address"), entities: [try field.text("entity")]))
        }
        return fields
    }

    private static func findings(_ reader: MemberReader) throws(ContractFailure) -> [Finding] {
        var findings: [Finding] = []
        for node in try reader.list("findings") {
            guard let finding = Finding(node) else {
                throw reader.failure(at: node, "a finding needs id, severity, path and message")
            }
            findings.append(finding)
        }
        return findings
    }
}

extension PersonID {
    /// Who proposes in a test that names nobody.
    fileprivate static let tester: PersonID = {
        guard let id = try? PersonID(parsing: "tester") else { preconditionFailure("'tester' is a valid name") }
        return id
    }()
}
