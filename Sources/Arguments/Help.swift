extension Command {
    /// The help text of the command.
    ///
    /// - Parameter path: The commands from the program's name to this one.
    /// - Returns: Several lines, the last of which ends.
    package func help(path: [String]) -> String {
        var text = "\(summary)\n\nUsage: \(usage(path: path))\n"
        text += Self.table("Arguments", positionals.map { ($0.name, $0.summary) })
        text += Self.table("Commands", subcommands.map { ($0.name, $0.summary) })
        text += Self.table("Options", options.map { ($0.usage, $0.explanation) } + [("-h, --help", "Show this help.")])
        if !example.isEmpty { text += "\nExample:\n\(example.split(separator: "\n").map { "  \($0)\n" }.joined())" }
        return text
    }

    private func usage(path: [String]) -> String {
        var words = path
        if !subcommands.isEmpty { words.append("COMMAND") }
        for option in options where option.isRequired { words.append(option.form) }
        if options.contains(where: { !$0.isRequired }) { words.append("[OPTIONS]") }
        return (words + positionals.map(\.usage)).joined(separator: " ")
    }

    /// Rows of two columns, the second of which begins at the same place everywhere.
    private static func table(_ title: String, _ rows: [(String, String)]) -> String {
        guard !rows.isEmpty else { return "" }
        let width = rows.map(\.0.count).max() ?? 0
        let lines = rows.map { left, right in
            "  \(left)\(String(repeating: " ", count: width - left.count))  \(right)\n"
        }
        return "\n\(title):\n" + lines.joined()
    }
}

extension Option {
    /// With what it takes, such as `--output FORMAT`.
    fileprivate var form: String {
        switch kind {
        case .flag: "--\(name)"
        case .value(let placeholder): "--\(name) \(placeholder)"
        case .choice: "--\(name) WORD"
        }
    }

    /// Indented so that long names stand below each other whether there is a letter or not.
    fileprivate var usage: String {
        letter.map { "-\($0), \(form)" } ?? "    \(form)"
    }

    fileprivate var explanation: String {
        var notes: [String] = []
        if case .choice(let words) = kind { notes.append("one of: \(words.joined(separator: ", "))") }
        if isRequired { notes.append("required") }
        if isRepeated { notes.append("may be repeated") }
        if let defaultValue { notes.append("default: \(defaultValue)") }
        return notes.isEmpty ? summary : "\(summary) (\(notes.joined(separator: "; ")))"
    }
}
