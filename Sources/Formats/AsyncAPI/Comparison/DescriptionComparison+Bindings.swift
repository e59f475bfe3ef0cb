internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// Compares the settings of protocols at one object.
    ///
    /// - Parameters:
    ///   - bindings: The settings of both versions.
    ///   - nodes: The object in both.
    ///   - place: What people call it.
    ///   - action: Who sends what settings that are schemas describe; nil where nobody does.
    mutating func compareBindings(
        _ bindings: Pair<[Binding]>,
        within nodes: Pair<Node>,
        at place: String,
        action: Action?
    ) {
        guard !bindings.old.isEmpty || !bindings.new.isEmpty else { return }
        let matching = Matching(bindings, by: [{ $0.name }])
        let onlyOld = matching.removed.map { Pair<Binding?>($0, nil) }
        let onlyNew = matching.added.map { Pair<Binding?>(nil, $0) }
        for pair in matching.kept.map({ Pair<Binding?>($0.old, $0.new) }) + onlyOld + onlyNew {
            compareBinding(pair, nodes, at: place, action)
        }
    }

    private mutating func compareBinding(
        _ pair: Pair<Binding?>,
        _ nodes: Pair<Node>,
        at place: String,
        _ action: Action?
    ) {
        guard let name = pair.new?.name ?? pair.old?.name else { return }
        let places = Pair(pair.old?.node ?? nodes.old, pair.new?.node ?? nodes.new)
        if let action, pair.old?.content != nil || pair.new?.content != nil {
            guard let contents = described(pair.map { $0?.content }, otherwise: "true", places) else { return }
            return meetings.add(contents, newWrites: newWrites(action), nil, at: place, name)
        }
        if let old = pair.old, let new = pair.new, old.node.hasSameValue(as: new.node) { return }
        let isMeeting = pair.old != nil && pair.new != nil && BindingKinds.meetings.contains(name)
        let texts = pair.map { $0?.node.json.text ?? "not said" }
        report.changed(
            isMeeting ? .meetingBindingChanged : .bindingChanged,
            at: place,
            in: name,
            places,
            "'\(name)' was \(texts.old.prefix(80)) and is \(texts.new.prefix(80))"
        )
    }
}
