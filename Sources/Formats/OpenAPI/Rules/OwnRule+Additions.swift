internal import Compatibility

extension OwnRule {
    /// The ids of the rules that tell of a part which the old version does not have.
    static let additions: Set<String> = Set(
        all.filter { rule in
            let axes = RuleGrammar(rule.id).axes
            return axes.change == .added && parts.contains(axes.aspect)
        }.map(\.id)
    )

    /// What an API is made of; that one of them is deprecated, named or described otherwise adds nothing.
    private static let parts: Set<String> = [
        "operation", "webhook", "callback", "parameter", "path parameter", "body", "property", "omitted property",
        "media type", "success status", "non success status", "server path",
    ]
}
