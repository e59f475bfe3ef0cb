internal import Contracts
internal import JSONSchema
internal import Syntax

extension DescriptionComparison {
    /// Compares two versions of a channel but for what goes through it.
    mutating func compareChannel(_ indices: Pair<Int>, _ servers: Matching<Server>) {
        let pair = Pair(versions.old.channels[indices.old], versions.new.channels[indices.new])
        let place = "channel \(pair.new.name)"
        if pair.old.form != pair.new.form {
            report.changed(
                .channelAddressChanged,
                at: place,
                pair.map { $0.node["address"] ?? $0.node },
                "the address was \(Self.quoted(pair.old.address)) and is \(Self.quoted(pair.new.address))"
            )
        } else {
            compareParameters(pair, at: place)
        }
        compareServers(of: pair, servers, at: place)
        compareBindings(pair.map(\.bindings), within: pair.map(\.node), at: place, action: .receive)
    }

    private static func quoted(_ address: String?) -> String { address.map { "'\($0)'" } ?? "known at run time only" }

    private mutating func compareParameters(_ pair: Pair<Channel>, at place: String) {
        for (old, new) in zip(pair.old.parameters, pair.new.parameters) {
            guard case .json(let before) = old.values.schema, case .json(let after) = new.values.schema,
                let roots = before.root.flatMap({ one in after.root.map { Pair(one, $0) } })
            else { continue }
            let schemas = SchemaVersions(old: before, new: after, budget: ContainmentBudget(totalSteps: 20_000))
            let answer = schemas.containment(roots.old, roots.new, direction)
            guard !answer.isContained else { continue }
            let nodes = Pair(old.node, new.node)
            let rule: AsyncAPIRule = direction == .backward ? .parameterNarrowed : .parameterWidened
            let less = direction == .backward ? "less" : "more"
            if let obstacle = answer.obstacle {
                addUndecided(at: place, new.name, nodes, "the values of '\(new.name)' changed", "\(obstacle)")
            } else {
                let example = answer.witness.map { ", such as \($0.text)" } ?? ""
                report.changed(
                    rule,
                    at: place,
                    in: new.name,
                    nodes,
                    "'\(new.name)' may be \(less) than before\(example)"
                )
            }
        }
    }

    private mutating func compareServers(of pair: Pair<Channel>, _ servers: Matching<Server>, at place: String) {
        for server in servers.kept {
            let isOn = Pair(
                pair.old.servers?.contains(server.old.key) ?? true,
                pair.new.servers?.contains(server.new.key) ?? true
            )
            let nodes = pair.map { $0.node["servers"] ?? $0.node }
            if isOn.old, !isOn.new {
                let what = "the channel is no longer on server '\(server.old.key)'"
                report.gone(.channelServerRemoved, at: place, in: server.new.key, nodes, what)
            }
            if isOn.new, !isOn.old {
                let what = "the channel is now on server '\(server.new.key)', where the old version is not"
                report.came(.channelServerAdded, at: place, in: server.new.key, nodes, what)
            }
        }
    }

    /// A change of which nothing is proved.
    mutating func addUndecided(at place: String, _ path: String, _ nodes: Pair<Node>, _ what: String, _ why: String) {
        report.add(
            Finding(
                Finding.undecided,
                .error,
                direction: direction,
                operation: place,
                path: path,
                old: versions.old.place(of: nodes.old),
                new: versions.new.place(of: nodes.new),
                message: what,
                undecided: why
            )
        )
    }
}
