internal import Compatibility
internal import Contracts
internal import Syntax

/// A rule's card for people and for programs.
struct RuleReport {
    let entry: RuleList.Entry

    private var card: RuleCard { entry.card }

    /// The rule in a list.
    var line: String {
        "  \(FindingReport.padded(card.severity.rawValue, 8)) \(FindingReport.padded(card.id, 34)) \(card.summary)"
    }

    /// The whole card, and what a comparison of its example says.
    var lines: [String] {
        get throws {
            var lines = [
                "\(card.id)  (\(entry.formatName), \(card.severity.rawValue))", "  \(card.summary)", "",
                "  why      \(card.why)", "  about    \(about)", "  source   \(card.source)",
            ]
            guard let example = card.example, let format = entry.format else { return lines }
            lines += ["", "  example, \(example.direction.rawValue)\(conditions(of: example))"]
            lines += block("before", example.old) + block("after", example.new)
            let found = try format.findings(showing: example).filter { $0.rule == card.id }
            return lines + ["", "  what 'canon compare' says"] + found.flatMap(FindingReport.lines).map { "  \($0)" }
        }
    }

    private var about: String {
        let axes = card.axes
        let side = axes.side == .both ? "both sides" : axes.side.rawValue
        return "\(axes.aspect), \(axes.change.rawValue), \(side)"
    }

    private func conditions(of example: RuleCard.Example) -> String {
        let usual = ComparisonOptions()
        var words = ""
        if example.options.policy != usual.policy { words += ", under the policy \(example.options.policy.rawValue)" }
        if example.options.category != usual.category {
            words += ", under the category \(example.options.category.rawValue)"
        }
        if let today = example.options.lifecycle.today {
            words += ", on \(today) where what is deprecated stays \(example.options.lifecycle.stableDays) days"
        }
        return words
    }

    private func block(_ title: String, _ text: String) -> [String] {
        ["    \(title)"] + text.split(separator: "\n").map { "      \($0)" }
    }

    /// The card as JSON.
    var json: JSON {
        let axes = card.axes
        return .object([
            .init("id", .string(card.id)), .init("format", entry.format == nil ? .null : .string(entry.formatName)),
            .init("severity", .string(card.severity.rawValue)),
            .init(
                "axes",
                [
                    "side": .string(axes.side.rawValue), "aspect": .string(axes.aspect),
                    "change": .string(axes.change.rawValue),
                ]
            ), .init("summary", .string(card.summary)), .init("why", .string(card.why)),
            .init("source", .string(card.source)), .init("example", card.example.map(Self.json) ?? .null),
        ])
    }

    private static func json(_ example: RuleCard.Example) -> JSON {
        [
            "old": .string(example.old), "new": .string(example.new),
            "direction": .string(example.direction.rawValue), "policy": .string(example.options.policy.rawValue),
            "category": .string(example.options.category.rawValue),
            "today": example.options.lifecycle.today.map { .string($0) } ?? .null,
            "min_sunset_stable_days": .int(example.options.lifecycle.stableDays),
        ]
    }
}
