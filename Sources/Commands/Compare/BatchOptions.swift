internal import Compatibility
internal import Contracts
internal import Syntax

/// What a line of a batch says of the rules that are asked.
enum BatchOptions {
    /// What stands before a category where it is given in place of a mode, as in `BUF_WIRE`.
    static let rulesPrefix = "BUF_"

    /// What stands in place of a mode where the rules are listed one by one.
    private static let listedRules = "BUF_RULES"

    /// Whether a line names a category or rules.
    static func namesRules(_ line: Node) -> Bool {
        let options = line["options"]
        let isMode = line["mode"]?.string?.hasPrefix(rulesPrefix) ?? false
        return isMode || options?["category"] != nil || options?["rules"] != nil
    }

    /// The options of a line: `category`, `rules`, `ignore`, `ignore_unstable_packages`, `format_assertion`.
    ///
    /// - Throws: Where a category is unknown.
    static func options(_ line: Node) throws -> ComparisonOptions {
        var result = ComparisonOptions()
        let options = line["options"]
        if let name = options?["category"]?.string { result.category = try BreakingCategory(parsing: name) }
        if let mode = line["mode"]?.string, mode.hasPrefix(rulesPrefix), mode != listedRules {
            result.category = try BreakingCategory(parsing: String(mode.dropFirst(rulesPrefix.count)))
        }
        result.rules = options?["rules"]?.elements.compactMap(\.string)
        result.ignoredPaths = options?["ignore"]?.elements.compactMap(\.string) ?? []
        result.ignoresUnstablePackages = options?["ignore_unstable_packages"]?.bool ?? false
        result.assertsFormats = options?["format_assertion"]?.bool
        return result
    }
}
