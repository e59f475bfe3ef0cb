package import Syntax

extension Place {
    /// `{"pointer", "line", "column", "file"?}`.
    package var json: JSON {
        var members: [JSON.Member] = [
            .init("pointer", .string(pointer)),
            .init("line", .int(position.line)),
            .init("column", .int(position.column)),
        ]
        if let file { members.append(.init("file", .string(file))) }
        return .object(members)
    }

    /// Reads what ``json`` wrote; nil if it is anything else.
    package init?(_ node: Node?) {
        guard let node, let pointer = node["pointer"]?.string, let line = node["line"]?.int,
            let column = node["column"]?.int
        else { return nil }
        self.init(
            pointer: pointer,
            position: SourcePosition(line: line, column: column),
            file: node["file"]?.string
        )
    }
}

extension Finding {
    /// How many of the places that a cause reaches are shown; policies look at all.
    package static let shown = 20

    /// The finding as the API, reports and the log's bodies show it; members that have nothing to say are left out.
    package var json: JSON {
        var members: [JSON.Member] = [.init("id", .string(rule)), .init("severity", .string(severity.rawValue))]
        members.append(.init("direction", .string(direction?.rawValue ?? "none")))
        if let operation { members.append(.init("operation", .string(operation))) }
        members.append(.init("path", .string(path)))
        if let old { members.append(.init("old", old.json)) }
        if let new { members.append(.init("new", new.json)) }
        members.append(.init("message", .string(message)))
        if let remedy { members.append(.init("remedy", .string(remedy))) }
        if let witness { members.append(.init("witness", witness)) }
        if !reaches.isEmpty { members.append(.init("reaches", .array(reaches.prefix(Self.shown).map(JSON.string)))) }
        if reachesMore || reaches.count > Self.shown { members.append(.init("reachesMore", .bool(true))) }
        if let undecided { members.append(.init("undecided", .string(undecided))) }
        return .object(members)
    }

    /// Reads what ``json`` wrote; nil if it is anything else.
    package init?(_ node: Node) {
        guard let rule = node["id"]?.string, let severity = node["severity"]?.string.flatMap(Severity.init(rawValue:)),
            let path = node["path"]?.string, let message = node["message"]?.string
        else { return nil }
        self.init(
            rule,
            severity,
            direction: node["direction"]?.string.flatMap(Direction.init(rawValue:)),
            operation: node["operation"]?.string,
            path: path,
            old: Place(node["old"]),
            new: Place(node["new"]),
            message: message,
            remedy: node["remedy"]?.string,
            witness: node["witness"]?.json,
            reaches: node["reaches"]?.elements.compactMap(\.string) ?? [],
            reachesMore: node["reachesMore"]?.bool ?? false,
            undecided: node["undecided"]?.string
        )
    }
}
