import Compatibility
import Contracts
import GraphQL
import Syntax

/// Short ways to say what the tests are about.
enum Sketch {
    static let format = GraphQLFormat()

    /// The schema of a text.
    static func model(_ text: String) throws(ContractFailure) -> GraphQLSchema {
        try format.parse(ContractSource(Array(text.utf8)), library: ReferenceLibrary())
    }

    /// The failure that a text is refused with, such as `GRAPHQL_SYNTAX 1:5`; nil where it is not.
    static func refusal(_ text: String) -> String? {
        do throws(ContractFailure) {
            _ = try model(text)
            return nil
        } catch {
            return "\(error.code) \(error.place.position.line):\(error.place.position.column)"
        }
    }

    /// What a comparison finds, each as `severity RULE address`; what breaks the other direction only is left out.
    static func findings(_ old: String, _ new: String, _ direction: Direction = .backward) throws -> [String] {
        format.findings(
            from: try model(old),
            to: try model(new),
            breaking: direction,
            options: ComparisonOptions()
        )
        .map { "\($0.severity) \($0.rule) \($0.address)" }
    }

    /// The text in its normalised form.
    static func form(_ text: String) throws -> String {
        String(decoding: format.canonicalForm(of: try model(text)), as: UTF8.self)
    }
}
