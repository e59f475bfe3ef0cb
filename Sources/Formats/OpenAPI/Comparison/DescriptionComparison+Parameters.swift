internal import Compatibility
internal import Contracts
internal import Syntax

extension DescriptionComparison {
    mutating func compareParameters(_ pair: Pair<Operation>, at position: Position) {
        let matching = Matching(pair.map(\.keyedParameters)) { $0.key }
        for removed in matching.removed { remove(removed.parameter, from: pair, position.at(removed.parameter)) }
        for added in matching.added { add(added.parameter, to: pair, position.at(added.parameter)) }
        for kept in matching.kept { compare(kept.map(\.parameter), position.at(kept.new.parameter)) }
    }

    /// A provider passes over what it no longer knows: the call is still taken, but the parameter does nothing.
    private mutating func remove(_ parameter: Parameter, from pair: Pair<Operation>, _ position: Position) {
        let lifecycle = parameter.value.lifecycle
        let isAnnounced = lifecycle.isDeprecated
        let sunset = isAnnounced ? lifecycle.sunset.flatMap { CalendarDate($0) } : nil
        let isEarly = sunset.map(SunsetRules(policy: options.lifecycle).isStillPromised) ?? false
        let suffix = isEarly ? "-before-sunset" : isAnnounced ? "-with-deprecation" : ""
        let change = Change(
            rule: "request-parameter-removed\(suffix)",
            severity: isEarly ? .error : isAnnounced ? .info : .warning,
            old: parameter.node,
            new: pair.new.node,
            message: "\(parameter.title) was removed; callers that send it are no longer heard"
        )
        report.noted(change, at: position)
        guard parameter.value.isRequired else { return }
        let missing = Change(
            rule: "request-parameter-removed",
            old: parameter.node,
            new: pair.new.node,
            message: "\(parameter.title) was removed; a provider of the old version needs it"
        )
        report.widened(missing, at: position)
    }

    private mutating func add(_ parameter: Parameter, to pair: Pair<Operation>, _ position: Position) {
        let isRequired = parameter.value.isRequired
        let rule =
            parameter.location == .path
            ? "new-request-path-parameter"
            : isRequired ? "new-required-request-parameter" : "new-optional-request-parameter"
        let change = Change(
            rule: rule,
            severity: isRequired ? .error : .info,
            old: pair.old.node,
            new: parameter.node,
            message: isRequired
                ? "\(parameter.title) was added and must be sent; callers of the old version do not"
                : "\(parameter.title) was added; callers need not send it",
            remedy: isRequired ? "make it optional, with a default that means what was meant before" : nil
        )
        if isRequired { report.narrowed(change, at: position) } else { report.noted(change, at: position) }
    }

    private mutating func compare(_ pair: Pair<Parameter>, _ position: Position) {
        compareRequired(pair, position)
        compareDeprecation(pair, position)
        compareWriting(pair.map(\.value), titled: pair.new.title, under: "request-parameter", at: position)
    }

    private mutating func compareRequired(_ pair: Pair<Parameter>, _ position: Position) {
        guard pair.old.value.isRequired != pair.new.value.isRequired else { return }
        let old = pair.old.node["required"] ?? pair.old.node
        let new = pair.new.node["required"] ?? pair.new.node
        if pair.new.value.isRequired {
            let message = "\(pair.new.title) must now be sent; callers of the old version may leave it out"
            report.narrowed(
                .init(rule: "request-parameter-became-required", old: old, new: new, message: message),
                at: position
            )
        } else {
            let message = "\(pair.new.title) may now be left out; a provider of the old version needs it"
            report.widened(
                .init(rule: "request-parameter-became-optional", old: old, new: new, message: message),
                at: position
            )
        }
    }

    private mutating func compareDeprecation(_ pair: Pair<Parameter>, _ position: Position) {
        let (old, new) = (pair.old.value.lifecycle, pair.new.value.lifecycle)
        if let fault = SunsetRules(policy: options.lifecycle).fault(Pair(old, new)) {
            return note("request-parameter-\(fault.suffix)", .error, pair, fault.message, position)
        }
        switch (old.isDeprecated, new.isDeprecated) {
        case (false, true): note("request-parameter-deprecated", .info, pair, "it is now deprecated", position)
        case (true, false): note("request-parameter-reactivated", .info, pair, "it is no longer deprecated", position)
        case (true, true), (false, false): return
        }
    }

    private mutating func note(
        _ rule: String,
        _ severity: Severity,
        _ pair: Pair<Parameter>,
        _ message: String,
        _ position: Position
    ) {
        let nodes = pair.map(\.node)
        let change = Change(rule: rule, severity: severity, old: nodes.old, new: nodes.new, message: message)
        report.noted(change, at: position)
    }
}

extension Parameter {
    /// Such as `query parameter 'limit'`.
    var title: String { "\(location.rawValue) parameter '\(name)'" }
}

extension Operation {
    /// The parameters that count, each with what tells it apart: in a path its place, since its name is the reader's
    /// own.
    fileprivate var keyedParameters: [(key: String, parameter: Parameter)] {
        let own = parameters.filter { $0.location == .path }
        let strays = own.filter { path.position(of: $0.name) == nil }.map(\.name)
        let free = path.parameters.indices.filter { place in !own.contains { $0.name == path.parameters[place] } }
        let places = Dictionary(zip(strays, free)) { first, _ in first }
        return parameters.filter { !$0.isIgnored }.map { parameter in
            let name = parameter.name
            switch parameter.location {
            case .path: return ("path \((path.position(of: name) ?? places[name]).map(String.init) ?? name)", parameter)
            case .header: return ("header \(name.lowercased())", parameter)
            case .query, .cookie: return ("\(parameter.location.rawValue) \(name)", parameter)
            }
        }
    }
}

extension Position {
    fileprivate func at(_ parameter: Parameter) -> Position {
        at(.parameter, "\(parameter.location.rawValue) parameter \(parameter.name)")
    }
}
