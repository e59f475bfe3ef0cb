internal import Compatibility
internal import Contracts
internal import Governance

/// Rules with the formats that they belong to.
struct RuleList {
    /// One rule; its format is nil where it is of every format.
    struct Entry {
        let format: (any ContractFormat)?
        let card: RuleCard

        var formatName: String { format.map { type(of: $0).id.name } ?? "every format" }
    }

    private(set) var entries: [Entry]

    /// The rules of one format, or of all.
    ///
    /// - Throws: Where there is no such format.
    init(of name: String?) throws {
        let formats = try name.map { [try BuiltIns.formats.named(FormatID(parsing: $0))] } ?? BuiltIns.formats.all
        let own = formats.sorted { type(of: $0).id.name < type(of: $1).id.name }.flatMap { format in
            type(of: format).rules.map { Entry(format: format, card: $0) }
        }
        entries = own + RuleCard.common.map { Entry(format: nil, card: $0) }
    }

    /// The rules of one id: several where formats have the same name for something.
    ///
    /// - Throws: ``Failure`` with the nearest known ids where there is none.
    func named(_ id: String) throws(Failure) -> RuleList {
        var found = self
        found.entries = entries.filter { $0.card.id == id }
        guard found.entries.isEmpty else { return found }
        let near = NameLikeness.nearest(to: id, among: Set(entries.map(\.card.id)).sorted(), atMost: 3)
        let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
        throw Failure("RULE_UNKNOWN", "there is no rule '\(id)'\(hint); 'canon rules' lists all", .usage)
    }

    /// A line for each rule, under the name of its format.
    var lines: [String] {
        var lines: [String] = []
        var format: String?
        for entry in entries {
            if entry.formatName != format {
                format = entry.formatName
                let count = entries.count { $0.formatName == format }
                lines +=
                    (lines.isEmpty ? [] : [""]) + ["\(entry.formatName) (\(count) \(count == 1 ? "rule" : "rules"))"]
            }
            lines.append(RuleReport(entry: entry).line)
        }
        return lines
    }

    /// Each rule in full.
    var explanation: [String] {
        get throws {
            try entries.enumerated().flatMap { index, entry in
                try (index == 0 ? [] : [""]) + RuleReport(entry: entry).lines
            }
        }
    }
}
