internal import Patterns

/// Pointers, UUIDs and regular expressions.
extension FormatGrammar {
    /// - SeeAlso: RFC 6901, section 3.
    static let jsonPointer = FormatGrammar(exactly: pointer)
    /// - SeeAlso: draft-bhutton-relative-json-pointer-00, section 3.
    static let relativeJSONPointer = FormatGrammar(exactly: "(?:0|[1-9][0-9]*)(?:#|\(pointer))")
    /// - SeeAlso: RFC 4122, section 3.
    static let uuid = FormatGrammar(exactly: "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", longest: 36)
    /// - SeeAlso: ECMA-262, section 22.2.1, with the flag `u`.
    static let regex = FormatGrammar(within: [anythingElseThanAGroup], around: ["[A-Za-z0-9 _-]*"]) {
        Pattern.isExpression($0)
    }

    /// A parenthesis alone is no regular expression, which shows that not every text is one.
    private static let anythingElseThanAGroup = "(?:[^(][\\s\\S]*|[\\s\\S]{2,})?"
    private static let pointer = "(?:/(?:[^~/]|~[01])*)*"
}
