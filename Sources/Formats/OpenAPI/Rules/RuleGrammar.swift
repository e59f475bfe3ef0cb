internal import Compatibility
internal import Contracts
internal import Syntax

/// What a rule's id says by its words.
///
/// Ids name whom the change touches, then what changed, then how: `request-property-max-length-decreased`.
struct RuleGrammar {
    let id: String
    private let words: [Substring]

    init(_ id: String) {
        self.id = id
        words = id.split(separator: "-")
    }

    /// How the versions of an example are compared: rules about what a policy asks for need one that asks.
    var exampleOptions: ComparisonOptions {
        let asks = ["sunset-missing", "too-small", "before-sunset"].contains { id.hasSuffix($0) }
        let policy = asks ? LifecyclePolicy(today: "2030-01-01", stableDays: 90) : LifecyclePolicy()
        return ComparisonOptions(lifecycle: policy)
    }

    var axes: RuleAxes { RuleAxes(side, aspect, change) }

    private var side: RuleAxes.Side {
        words.contains("request") ? .request : words.contains("response") ? .response : .both
    }

    private var change: RuleAxes.Change {
        if let found = Self.endings.first(where: { id.hasSuffix($0.words) }) { return found.change }
        if id.hasPrefix("new-") || words.contains("added") { return .added }
        if words.contains("removed") { return .removed }
        guard let limit = words.first(where: { $0 == "max" || $0 == "min" }), let last = words.last else {
            return .changed
        }
        let isRaised = last == "increased" || last == "set" && limit == "min" || last == "unset" && limit == "max"
        return isRaised == (limit == "min") ? .tightened : .loosened
    }

    /// Ends of ids that say more than that something came or went.
    private static let endings: [(words: String, change: RuleAxes.Change)] = [
        ("-changed", .changed), ("-parse", .changed), ("-invalid", .changed), ("-invalid-stability-level", .changed),
        ("-bumped", .changed), ("version-decreased", .changed),
        ("-became-required", .tightened), ("-became-required-with-default", .tightened),
        ("-became-optional", .loosened), ("-became-not-nullable", .tightened), ("-became-nullable", .loosened),
        ("-became-enum", .added), ("-deprecated", .added), ("-deprecated-with-sunset", .added),
        ("-reactivated", .removed), ("-deleted", .removed), ("-narrowed", .tightened), ("-specialized", .tightened),
        ("-widened", .loosened), ("-generalized", .loosened), ("value-forbidden", .tightened),
        ("value-allowed", .loosened), ("stability-decreased", .tightened), ("stability-increased", .loosened),
        ("-became-not-read-only", .removed), ("-became-not-write-only", .removed), ("-became-read-only", .added),
        ("-became-write-only", .added),
    ]

    /// What changed, in words that are the same for the mirrored rules.
    private var aspect: String {
        if let named = Self.aspects[id] { return named }
        let noun = Self.nouns.first { id.hasSuffix($0.words) }
        let said = RuleGrammar(String(id.dropLast(noun?.words.count ?? 0))).words
        var rest = said.filter { !Self.sides.contains($0) && !Self.changes.contains($0) }
        // A parameter of a request is to it what a header is to a response.
        rest = rest.map { $0 == "header" ? "parameter" : $0 }
        if "-body-media-type".occurs(in: id) { rest.removeAll { $0 == "body" } }
        if let noun { rest.append(noun.aspect) }
        return rest.isEmpty ? id : rest.joined(separator: " ")
    }

    /// Ends of ids whose words alone do not say what changed.
    private static let nouns: [(words: String, aspect: Substring)] = [
        ("-deprecated-with-sunset", "deprecation"), ("-deprecated", "deprecation"), ("-reactivated", "deprecation"),
        ("-became-required-with-default", "requiredness"), ("-became-required", "requiredness"),
        ("-became-optional", "requiredness"), ("-not-added", "not"), ("-not-removed", "not"),
        ("-read-only-property-added", "omitted property"), ("-read-only-property-removed", "omitted property"),
        ("-write-only-property-added", "omitted property"), ("-write-only-property-removed", "omitted property"),
    ]

    private static let sides: Set<Substring> = ["request", "response", "api", "endpoint"]
    private static let changes: Set<Substring> = [
        "new", "required", "optional", "with", "added", "removed", "changed", "deleted", "set", "unset", "increased",
        "decreased", "became", "not", "narrowed", "widened", "generalized", "specialized", "forbidden", "allowed",
        "without",
    ]

    /// Where the words would hide that two rules are about the same.
    private static let aspects: [String: String] = [
        "endpoint-added": "operation", "api-removed-without-deprecation": "operation",
        "api-removed-with-deprecation": "operation", "api-path-removed-without-deprecation": "operation",
        "api-path-removed-with-deprecation": "operation", "api-removed-before-sunset": "operation",
        "api-path-removed-before-sunset": "operation", "request-parameter-removed-before-sunset": "parameter",
        "request-parameter-removed-with-deprecation": "parameter",
        "new-required-request-property-with-default": "property",
    ]

    /// The id as a sentence.
    var sentence: String {
        if let said = Self.sentences[id] { return said }
        if let ending = Self.clauses.first(where: { id.hasSuffix($0.words) }) {
            let things = id.dropLast(ending.words.count).split(separator: "-").filter { $0 != "api" }
            return "The \(things.isEmpty ? "operation" : things.joined(separator: " ")) \(ending.clause)."
        }
        if id.hasPrefix("new-") { return "There is a \(words.joined(separator: " "))." }
        var text = words.map(String.init)
        if text.first == "api" { text.removeFirst() }
        if let verb = text.lastIndex(where: { Self.participles.contains($0) }), !text.contains("became") {
            text.insert("was", at: verb)
        }
        return "The \(text.joined(separator: " "))."
    }

    private static let sentences = [
        "required-name-empty": "An empty name, which is no member, is listed as required or no longer is.",
        "specification-violated": "The new version breaks the specification where the old one did not.",
        "sunset-deleted": "The operation lost the date until which it stays.",
    ]

    /// What ends of ids say that make no sentence.
    private static let clauses: [(words: String, clause: String)] = [
        ("-deprecated-sunset-missing", "was deprecated without a date until which it stays"),
        ("-deprecated-sunset-parse", "stays until something that is no date"),
        ("-deprecated-sunset-invalid", "stays until something that is no date"),
        ("-sunset-parse", "stays until something that is no date"),
        ("-sunset-date-too-small", "was deprecated and goes too soon"),
        ("-sunset-date-changed-too-small", "goes earlier than was said, and too soon"),
        ("-sunset-deleted", "lost the date until which it stays"),
        ("-removed-before-sunset", "was removed before the day until which it was to stay"),
        ("-type-compatible", "has another type that is written alike"),
        ("-all-of-added-annotation-only", "has one more part under 'allOf', which binds no value"),
        ("-all-of-removed-annotation-only", "has one part less under 'allOf', which bound no value"),
    ]

    private static let participles: Set<String> = [
        "added", "removed", "changed", "deleted", "set", "unset", "increased", "decreased", "narrowed", "widened",
        "generalized", "specialized", "forbidden", "allowed", "deprecated", "reactivated", "bumped",
    ]

    /// Why a change matters that breaks a direction; nil where it breaks none, both where it may break either.
    func why(_ directions: [Direction], _ severity: Severity) -> String {
        guard let direction = directions.first else {
            return severity == .info
                ? "It breaks no call; whoever uses the contract should know."
                : "No call shows it at once, and callers are misled all the same."
        }
        guard directions.count == 1 else { return "Who was built against one version cannot count on the other." }
        let (caller, provider) = direction == .backward ? ("old", "new") : ("new", "old")
        return side == .response
            ? "Callers built against the \(caller) version are not given what they know by a provider of the \(provider) one."
            : "Callers built against the \(caller) version are not understood by a provider of the \(provider) one."
    }

    /// The section of the specification.
    var source: String {
        let section =
            switch true {
            case id == "specification-violated": "4.8, Schema"
            case "security".occurs(in: id): "4.8.30, Security Requirement Object"
            case "server".occurs(in: id): "4.8.5, Server Object"
            case "callback".occurs(in: id): "4.8.18, Callback Object"
            case "discriminator".occurs(in: id): "4.8.25, Discriminator Object"
            case id.hasSuffix("-xml-changed"): "4.8.26, XML Object"
            case "encoding-".occurs(in: id): "4.8.15, Encoding Object"
            case "media-type".occurs(in: id): "4.8.14, Media Type Object"
            case "status".occurs(in: id): "4.8.16, Responses Object"
            case id.hasPrefix("request-parameter-"), id.hasSuffix("-parameter"): "4.8.12, Parameter Object"
            case "response-header".occurs(in: id): "4.8.21, Header Object"
            case "property".occurs(in: id), id.hasPrefix("required-name"): "4.8.24, Schema Object"
            case id.hasPrefix("request-body"): "4.8.13, Request Body Object"
            case id.hasPrefix("response-"): "4.8.17, Response Object"
            case id.hasPrefix("webhook"): "4.8.1, OpenAPI Object"
            case "version".occurs(in: id): "4.8.2, Info Object"
            case id.hasPrefix("api-schema"): "4.8.7, Components Object"
            default: "4.8.10, Operation Object"
            }
        return "OpenAPI 3.1.1, section \(section)"
    }
}
