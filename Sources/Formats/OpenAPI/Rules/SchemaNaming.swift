internal import Contracts

/// What a schema's change is called at a place of an API: by the field's own names, made of the place and the change.
enum SchemaNaming {
    /// The rule's id.
    ///
    /// - Parameters:
    ///   - rule: The change's own name.
    ///   - part: The part of a call that the place is in.
    ///   - isNested: Whether the place is a member or element within the value.
    /// - Returns: Such as `request-property-became-required`.
    static func name(of rule: SchemaRule, in part: Position.Part, isNested: Bool) -> String {
        switch rule {
        case .at(let suffix): "\(place(part, isNested))-\(suffix)"
        case .atMember(let suffix): "\(place(part, true))-\(suffix)"
        case .either(let request, let response): "\(place(part, isNested))-\(part.isRequest ? request : response)"
        case .whole(let request, let response): part.isRequest ? request : response
        }
    }

    private static func place(_ part: Position.Part, _ isNested: Bool) -> String {
        switch part {
        case .parameter: isNested ? "request-parameter-property" : "request-parameter"
        case .requestBody, .operation: isNested ? "request-property" : "request-body"
        case .response, .responseBody: isNested ? "response-property" : "response-body"
        case .responseHeader: isNested ? "response-header-property" : "response-header"
        }
    }

    /// How much a change weighs at a place, where that differs from the rule's own weight.
    static func severity(of change: SchemaChange, in part: Position.Part, isNested: Bool) -> Severity {
        guard case .at(let suffix) = change.name else { return change.severity }
        switch suffix {
        // A parameter that is left out now means something else; nobody sees it coming.
        case _ where suffix.hasPrefix("default-value") && part == .parameter && !isNested: return .error
        // Who reads an answer seldom holds its texts against a pattern again.
        case "pattern-removed", "pattern-generalized": return part.isRequest ? change.severity : .warning
        default: return change.severity
        }
    }
}

extension Position.Part {
    /// Whether the part is one of a request.
    var isRequest: Bool {
        switch self {
        case .parameter, .requestBody, .operation: true
        case .response, .responseBody, .responseHeader: false
        }
    }
}
