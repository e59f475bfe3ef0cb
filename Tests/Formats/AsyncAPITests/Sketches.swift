import AsyncAPI
import Compatibility
import Contracts
import Syntax
import Testing

/// Documents for tests, written in YAML; what a test is not about is left to the frame.
enum Sketch {
    static let format = AsyncAPIFormat()

    /// A 3.0 document.
    static func v3(_ body: String) -> String { "asyncapi: 3.0.0\ninfo: {title: T, version: v1}\n\(body)\n" }

    /// A 2.6 document.
    static func v2(_ body: String) -> String { "asyncapi: 2.6.0\ninfo: {title: T, version: v1}\n\(body)\n" }

    /// A 3.0 application that sends or receives one message on channel `invoice.paid`.
    ///
    /// - Parameters:
    ///   - action: `send` or `receive`.
    ///   - message: The fields of the message as YAML in one line, without braces.
    ///   - more: Further parts of the document.
    /// - Returns: The document.
    static func message(_ action: String, _ message: String, more: String = "") -> String {
        v3(
            """
            channels:
              paid: {address: invoice.paid, messages: {m: {\(message)}}}
            operations:
              o: {action: \(action), channel: {$ref: '#/channels/paid'}}
            \(more)
            """
        )
    }

    /// The same in 2.6: what the application sends is subscribed to.
    static func message2(_ action: String, _ message: String, more: String = "") -> String {
        let word = action == "send" ? "subscribe" : "publish"
        return v2("channels: {invoice.paid: {\(word): {message: {\(message)}}}}\n\(more)")
    }

    static func model(_ text: String, library: ReferenceLibrary = ReferenceLibrary()) throws -> EventDescription {
        try format.parse(ContractSource(Array(text.utf8)), library: library)
    }

    /// The code of the failure with which a text is refused, and its place; nil where it is taken.
    static func refusal(_ text: String) -> String? {
        do throws(ContractFailure) {
            _ = try format.parse(ContractSource(Array(text.utf8)), library: ReferenceLibrary())
            return nil
        } catch {
            return "\(error.code) \(error.place.pointer) \(error.place.position.line):\(error.place.position.column)"
        }
    }

    static func findings(
        _ old: String,
        _ new: String,
        _ direction: Direction = .backward,
        _ policy: CompatibilityPolicy = .lenient
    ) throws -> [Finding] {
        let options = ComparisonOptions(policy: policy)
        return format.findings(from: try model(old), to: try model(new), breaking: direction, options: options)
    }
}

/// What a change breaks or shows, a line each: `backward rule address`, or `noted rule …` for what has no direction;
/// sorted.
func changes(from old: String, to new: String, _ policy: CompatibilityPolicy = .lenient) throws -> [String] {
    let findings = try Direction.allCases.flatMap { try Sketch.findings(old, new, $0, policy) }
    return findings.map { "\($0.direction?.rawValue ?? "noted") \($0.rule) \($0.address)" }.sorted()
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
