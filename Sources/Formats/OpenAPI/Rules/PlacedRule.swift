internal import Compatibility
internal import Contracts

/// A rule whose id is made of a place of a call and the change of a schema there.
struct PlacedRule {
    /// The places, as ids begin with them.
    enum Place: String, CaseIterable {
        case requestParameter = "request-parameter"
        case requestParameterProperty = "request-parameter-property"
        case requestBody = "request-body"
        case requestProperty = "request-property"
        case responseBody = "response-body"
        case responseProperty = "response-property"
        case responseHeader = "response-header"
        case responseHeaderProperty = "response-header-property"

        var isRequest: Bool { rawValue.hasPrefix("request") }
        var isNested: Bool { rawValue.hasSuffix("property") }
    }

    /// A change of a schema, with two schemas that show it.
    struct Suffix {
        let words: String
        let tendency: Tendency
        let severity: Severity
        let old: String
        let new: String

        init(_ words: String, _ tendency: Tendency, _ severity: Severity, _ old: String, _ new: String) {
            (self.words, self.tendency, self.severity, self.old, self.new) = (words, tendency, severity, old, new)
        }

        /// A change that breaks something, or is an error by itself.
        init(_ words: String, _ tendency: Tendency, _ old: String, _ new: String) {
            self.init(words, tendency, .error, old, new)
        }
    }

    let place: Place
    let suffix: Suffix

    /// Every place with every change that can be reported there.
    static let all: [PlacedRule] = Place.allCases.flatMap { place in
        Suffix.all.filter { $0.applies(at: place) }.map { PlacedRule(place: place, suffix: $0) }
    }

    var card: RuleCard {
        let grammar = RuleGrammar("\(place.rawValue)-\(suffix.words)")
        return RuleCard(
            grammar.id,
            severity,
            grammar.axes,
            summary: grammar.sentence,
            why: grammar.why(directions, severity),
            source: grammar.source,
            example: example
        )
    }

    private var severity: Severity {
        switch suffix.words {
        // A parameter that is left out means something else after its default changed, and nobody sees it coming.
        case let words where words.hasPrefix("default-value") && place == .requestParameter: .error
        // Who reads an answer seldom holds its texts against a pattern again.
        case "pattern-removed", "pattern-generalized": place.isRequest ? suffix.severity : .warning
        case "all-of-added": place.isRequest ? suffix.severity : .info
        default: suffix.severity
        }
    }

    /// A part more under `allOf` binds who sends a value; what it does to an answer is told keyword by keyword.
    private var tendency: Tendency {
        suffix.words == "all-of-added" && !place.isRequest ? .keeps : suffix.tendency
    }

    private var directions: [Direction] {
        switch tendency {
        case .keeps: []
        case .replaces: [.backward, .forward]
        case .narrows: [place.isRequest ? .backward : .forward]
        case .widens: [place.isRequest ? .forward : .backward]
        }
    }

    private var example: RuleCard.Example {
        let options = RuleGrammar(suffix.words).exampleOptions
        // Only a document that does not tell types apart has types that are written alike, and names of its own.
        let type = ["type-compatible", "xml-changed"].contains(suffix.words) ? "application/xml" : "application/json"
        let (old, new) = (place.document(suffix.old, as: type), place.document(suffix.new, as: type))
        let direction = directions.first ?? .backward
        // What a proof finds goes one way, and who reads a value is on the other side of an answer.
        let isReversed = suffix.words == "schema-changed" && !place.isRequest
        return isReversed ? .init(new, old, direction, options: options) : .init(old, new, direction, options: options)
    }
}

extension PlacedRule.Place {
    /// A description with one schema, at this place.
    func document(_ schema: String, as type: String = "application/json") -> String {
        let value = isNested ? "{type: object, properties: {a: \(schema)}}" : schema
        let content = "content: {\(type): {schema: \(value)}}"
        let operation =
            switch self {
            case .requestParameter, .requestParameterProperty:
                "parameters: [{name: p, in: query, \(content)}]\n      responses: {200: {description: found}}"
            case .requestBody, .requestProperty:
                "requestBody: {\(content)}\n      responses: {200: {description: found}}"
            case .responseBody, .responseProperty: "responses: {200: {description: found, \(content)}}"
            case .responseHeader, .responseHeaderProperty:
                "responses: {200: {description: found, headers: {H: {\(content)}}}}"
            }
        return """
            openapi: 3.1.0
            info: {title: Example, version: v1}
            paths:
              /x:
                post:
                  \(operation)

            """
    }
}
