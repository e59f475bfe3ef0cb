import Compatibility
import Contracts
import OpenAPI
import Testing

/// Documents for tests, written in YAML; what a test is not about is left to the frame.
enum Sketch {
    /// A document with these paths.
    static func api(_ paths: String, more: String = "", version: String = "3.1.0") -> String {
        "openapi: \(version)\ninfo: {title: T, version: v1}\n\(more)\npaths:\n\(indented(paths, by: 2))\n"
    }

    /// `POST /x` with a request body of this schema.
    static func request(_ schema: String, more: String = "", version: String = "3.1.0") -> String {
        api(
            """
            /x:
              post:
                requestBody:
                  content:
                    application/json: {schema: \(schema)}
                responses: {204: {description: done}}
            """,
            more: more,
            version: version
        )
    }

    /// `GET /x` with an answer of this schema.
    static func response(_ schema: String, more: String = "", version: String = "3.1.0") -> String {
        api(
            """
            /x:
              get:
                responses:
                  200:
                    description: found
                    content:
                      application/json: {schema: \(schema)}
            """,
            more: more,
            version: version
        )
    }

    /// `GET /x` with this parameter.
    static func parameter(_ parameter: String) -> String {
        api(
            """
            /x:
              get:
                parameters: [\(parameter)]
                responses: {200: {description: found}}
            """
        )
    }

    private static func indented(_ text: String, by spaces: Int) -> String {
        let margin = String(repeating: " ", count: spaces)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { margin + $0 }
            .joined(separator: "\n")
    }
}

/// Reads a document.
func read(_ text: String, library: ReferenceLibrary = ReferenceLibrary()) throws -> APIDescription {
    try OpenAPIFormat().parse(ContractSource(Array(text.utf8)), library: library)
}

/// What a change breaks or shows, a line each: `backward rule operation address`, or `noted rule …` for what is of no
/// direction; sorted.
func changes(from old: String, to new: String) throws -> [String] {
    let (old, new) = (try read(old), try read(new))
    let format = OpenAPIFormat()
    let findings = Direction.allCases.flatMap { direction in
        format.findings(from: old, to: new, breaking: direction, options: ComparisonOptions())
    }
    return findings.map { finding in
        let kind = finding.direction?.rawValue ?? "noted"
        return "\(kind) \(finding.rule) \(finding.address)"
    }.sorted()
}

/// One row of a table of changes.
struct ChangeCase: Sendable, CustomTestStringConvertible {
    let why: String
    let old: String
    let new: String
    let shows: [String]

    init(_ why: String, _ old: String, _ new: String, _ shows: [String] = []) {
        self.why = why
        self.old = old
        self.new = new
        self.shows = shows
    }

    var testDescription: String { why }
}
