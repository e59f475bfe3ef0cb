import Compatibility
import Contracts
import GraphQL
import OutsideSuites
import Syntax
import Testing

/// Schemas that projects published over the years.
@Suite(
    "GraphQL schemas in the wild",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct RealWorldTests {
    @Test(arguments: [("graphql-github", 16), ("graphql-opencollective", 10)])
    func readsEverySchema(_ set: String, _ count: Int) throws {
        let files = try Self.files(set)
        for file in files {
            let source = ContractSource(try OutsideSuites.bytes(file))
            #expect(GraphQLFormat.recognises(source), "\(file)")
            let model = try GraphQLFormat().parse(source, library: ReferenceLibrary())
            for direction in Direction.allCases {
                let own = GraphQLFormat().findings(from: model, to: model, breaking: direction, options: .init())
                #expect(own == [], "\(file)")
            }
            let form = GraphQLFormat().canonicalForm(of: model)
            let again = try GraphQLFormat().parse(ContractSource(form), library: ReferenceLibrary())
            #expect(GraphQLFormat().canonicalForm(of: again) == form, "\(file)")
            #expect(GraphQLFormat().shape(of: model).fields.count > 1000, "\(file)")
        }
        #expect(files.count == count)
    }

    @Test(arguments: [("graphql-github", 14), ("graphql-opencollective", 5)])
    func agreesWithAnotherChecker(_ set: String, _ count: Int) throws {
        var (agreed, kinds) = (0, 0)
        let labels = try Document.json(OutsideSuites.bytes("realworld/\(set)/labels.json")).root
        for label in labels.elements {
            let models = try ["before", "after"].map { key in
                let bytes = try OutsideSuites.bytes("realworld/\(set)/\(label[key]?.text ?? "")")
                return try GraphQLFormat().parse(ContractSource(bytes), library: ReferenceLibrary())
            }
            let comparison = GraphQLFormat().compare(models[0], models[1], mode: .backward)
            let backward = comparison.findings.filter { $0.direction != .forward }
            let verdict = Self.verdict(backward)
            #expect(verdict == label["verdict"]?.text, "\(label["after"]?.text ?? "")")
            if verdict == label["verdict"]?.text { agreed += 1 }
            let expected = ["breakingTypes", "dangerousTypes"].flatMap { label[$0]?.members.map { $0 } ?? [] }
            let changes = Set(comparison.findings.map { [$0.rule, $0.address] })
            let found = Dictionary(changes.map { ($0[0], 1) }, uniquingKeysWith: +)
            for kind in expected { #expect(found[kind.name] == Int(kind.value.json.text), "\(kind.name)") }
            if expected.allSatisfy({ found[$0.name] == Int($0.value.json.text) }) { kinds += 1 }
        }
        #expect(labels.count == count)
        #expect(agreed == count)
        #expect(kinds == count)
    }

    private static func verdict(_ findings: [Finding]) -> String {
        switch findings.map(\.severity).max() ?? .info {
        case .error: "breaking"
        case .warning: "dangerous"
        case .info: "ok"
        }
    }

    private static func files(_ set: String) throws -> [String] {
        try OutsideSuites.names(in: "realworld/\(set)").filter { !$0.contains(".") }.flatMap { folder in
            try OutsideSuites.names(in: "realworld/\(set)/\(folder)").map { "realworld/\(set)/\(folder)/\($0)" }
        }
    }
}
