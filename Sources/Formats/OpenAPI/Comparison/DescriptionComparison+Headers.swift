internal import Contracts
internal import Syntax

extension DescriptionComparison {
    mutating func compareHeaders(_ pair: Pair<Response>, at position: Position, _ address: String) {
        let matching = Matching(pair.map(\.headers)) { $0.name.lowercased() }
        for header in matching.removed {
            remove(header, pair.new, position.at(.responseHeader, "\(address) header \(header.name)"))
        }
        for header in matching.added {
            add(header, pair.old, position.at(.responseHeader, "\(address) header \(header.name)"))
        }
        for headers in matching.kept {
            compare(headers, at: position.at(.responseHeader, "\(address) header \(headers.new.name)"))
        }
    }

    private mutating func remove(_ header: Header, _ response: Response, _ position: Position) {
        let isRequired = header.value.isRequired
        let change = Change(
            rule: isRequired ? "required-response-header-removed" : "optional-response-header-removed",
            severity: isRequired ? .error : .warning,
            old: header.value.node,
            new: response.node["headers"] ?? response.node,
            about: header.name,
            message: "header '\(header.name)' is no longer sent"
        )
        if isRequired { report.widened(change, at: position) } else { report.noted(change, at: position) }
    }

    private mutating func add(_ header: Header, _ response: Response, _ position: Position) {
        let isRequired = header.value.isRequired
        let change = Change(
            rule: "response-header-added",
            severity: isRequired ? .error : .info,
            old: response.node["headers"] ?? response.node,
            new: header.value.node,
            about: header.name,
            message: isRequired
                ? "header '\(header.name)' was added; a provider of the old version does not send it"
                : "header '\(header.name)' was added"
        )
        if isRequired { report.narrowed(change, at: position) } else { report.noted(change, at: position) }
    }

    private mutating func compare(_ pair: Pair<Header>, at position: Position) {
        if pair.old.value.isRequired != pair.new.value.isRequired {
            let nodes = pair.map { $0.value.node["required"] ?? $0.value.node }
            let isRequired = pair.new.value.isRequired
            let change = Change(
                rule: isRequired ? "response-header-became-required" : "response-header-became-optional",
                old: nodes.old,
                new: nodes.new,
                message: "header '\(pair.new.name)' is \(isRequired ? "now always sent" : "no longer always sent")"
            )
            if isRequired { report.narrowed(change, at: position) } else { report.widened(change, at: position) }
        }
        let title = "header '\(pair.new.name)'"
        compareWriting(pair.map(\.value), titled: title, under: "response-header", at: position)
    }
}
