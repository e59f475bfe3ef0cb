internal import Crypto
import Syntax

/// Writes down what schemas ask of a value itself, so that two versions of a field can be told apart.
///
/// What is written depends on what is asked only: not on order, references, or how it is spread over `allOf`.
struct SchemaTerms {
    /// Schemas within schemas beyond which conditions and alternatives are not told apart.
    private static let depth = 6
    /// Keywords that refuse nothing by themselves and still say what a value is.
    private static let annotations = [
        "format", "default", "contentEncoding", "contentMediaType", "readOnly", "writeOnly",
    ]

    private let document: SchemaDocument
    private var known: [Question: String] = [:]

    private struct Question: Hashable {
        let schema: SchemaID
        let depth: Int
    }

    init(_ document: SchemaDocument) { self.document = document }

    /// What is asked of a value, without what is asked of its members and elements each by itself.
    mutating func terms(of view: SchemaView) -> [String] {
        var terms = Set(annotations(of: view))
        for entry in view.entries where !entry.keyword.isAboutParts {
            terms.insert(text(of: entry.keyword, depth: Self.depth))
        }
        return terms.sorted()
    }

    /// All that a schema asks, in a text of a fixed length.
    mutating func text(of schema: SchemaID) -> String { text(of: schema, depth: Self.depth) }

    private mutating func text(of schema: SchemaID, depth: Int) -> String {
        guard depth > 0 else { return "" }
        let question = Question(schema: schema, depth: depth)
        if let answer = known[question] { return answer }
        let view = SchemaView(document, schema)
        var texts = Set(annotations(of: view))
        for entry in view.entries { texts.insert(text(of: entry.keyword, depth: depth - 1)) }
        let answer = "\(Digest(of: texts.sorted().joined(separator: "\n")))"
        known[question] = answer
        return answer
    }

    private mutating func text(of keyword: Keyword, depth: Int) -> String {
        let signature = KeywordSignature(keyword)
        guard !signature.children.isEmpty else { return signature.text }
        let children = signature.children.map { text(of: $0, depth: depth) }
        return "\(signature.text) \((keyword.isAlternatives ? children.sorted() : children).joined(separator: " "))"
    }

    private func annotations(of view: SchemaView) -> [String] {
        view.schemas.compactMap { document[$0].node }.flatMap { node in
            Self.annotations.compactMap { name in node[name].map { "\(name) \(Self.text(of: $0))" } }
        }
    }

    private static func text(of value: Node) -> String {
        String(decoding: CanonicalJSON.bytes(of: value.json, numbers: .exact), as: UTF8.self)
    }
}

extension Keyword {
    /// Whether it lists alternatives, whose order does not count.
    fileprivate var isAlternatives: Bool {
        switch self {
        case .anyOf, .oneOf: true
        default: false
        }
    }

    /// Whether it only says what single members or elements are, or which must be there.
    fileprivate var isAboutParts: Bool {
        switch self {
        case .properties, .patternProperties, .additionalProperties, .unevaluatedProperties, .required, .prefix, .rest,
            .unevaluatedItems, .dependentSchemas:
            true
        default: false
        }
    }
}
