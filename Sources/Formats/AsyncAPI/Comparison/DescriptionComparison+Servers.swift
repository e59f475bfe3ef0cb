internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// Compares the servers.
    ///
    /// - Returns: Which server of the old version is which of the new.
    mutating func compareServers() -> Matching<Server> {
        let matching = Matching(
            versions.map(\.servers),
            by: [
                { "\($0.key) \($0.protocolName) \($0.address.text)" },
                { "\($0.protocolName) \(AddressTemplate($0.address.text).form)" }, { $0.key },
            ]
        )
        for server in matching.removed {
            report.gone(
                .serverRemoved,
                at: "server \(server.key)",
                Pair(server.node, part("servers").new),
                "server '\(server.key)' at \(server.address.text) was removed"
            )
        }
        for server in matching.added {
            report.came(
                .serverAdded,
                at: "server \(server.key)",
                Pair(part("servers").old, server.node),
                "server '\(server.key)' at \(server.address.text) was added; the old version is not there"
            )
        }
        for pair in matching.kept { compareServer(pair) }
        return matching
    }

    private mutating func compareServer(_ pair: Pair<Server>) {
        let (place, nodes) = ("server \(pair.new.key)", pair.map(\.node))
        let addresses = pair.map(\.address.text)
        if AddressTemplate(addresses.old).form != AddressTemplate(addresses.new).form {
            let fields = nodes.map { $0["host"] ?? $0["url"] ?? $0 }
            report.changed(
                .serverAddressChanged,
                at: place,
                fields,
                "the server moved from \(addresses.old) to \(addresses.new)"
            )
        }
        if pair.old.protocolName != pair.new.protocolName {
            report.changed(
                .serverProtocolChanged,
                at: place,
                nodes.map { $0["protocol"] ?? $0 },
                "the protocol was \(pair.old.protocolName) and is \(pair.new.protocolName)"
            )
        }
        if let old = pair.old.protocolVersion, let new = pair.new.protocolVersion, old != new {
            report.changed(
                .serverProtocolVersionChanged,
                at: place,
                nodes.map { $0["protocolVersion"] ?? $0 },
                "the protocol's version was \(old) and is \(new)"
            )
        }
        compareVariables(pair, at: place)
        compareSecurity(pair.map(\.security), at: place)
        compareBindings(pair.map(\.bindings), within: nodes, at: place, action: nil)
    }

    /// Compares the parts of an address that vary, by their place in it.
    private mutating func compareVariables(_ pair: Pair<Server>, at place: String) {
        let names = pair.map { AddressTemplate($0.address.text).names }
        for (old, new) in zip(names.old, names.new) {
            let one = pair.old.variables.first { $0.name == old }
            let other = pair.new.variables.first { $0.name == new }
            let nodes = Pair(one?.node ?? pair.old.node, other?.node ?? pair.new.node)
            let values = Pair(one?.values, other?.values)
            if Self.hasMore(values.old, than: values.new) {
                report.gone(.serverVariableNarrowed, at: place, in: new, nodes, "'\(new)' may be less than before")
            }
            if Self.hasMore(values.new, than: values.old) {
                report.came(.serverVariableWidened, at: place, in: new, nodes, "'\(new)' may be more than before")
            }
            if let before = one?.standard, let after = other?.standard, before != after {
                report.changed(
                    .serverVariableDefaultChanged,
                    at: place,
                    in: new,
                    nodes,
                    "the default of '\(new)' was \(before) and is \(after)"
                )
            }
        }
    }

    /// Whether some value is in one set only; nil is the set of all.
    private static func hasMore(_ one: Set<String>?, than other: Set<String>?) -> Bool {
        guard let other else { return false }
        return one.map { !$0.isSubset(of: other) } ?? true
    }
}
