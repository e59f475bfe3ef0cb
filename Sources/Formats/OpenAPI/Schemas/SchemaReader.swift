internal import Compatibility
internal import Contracts
internal import Syntax

/// Reads the schemas of one document as facts, each once, references followed.
final class SchemaReader {
    /// Index of facts; equal for equal sets of schema objects.
    typealias ID = Int

    let version: OpenAPIVersion
    private let references: References
    private var ids: [SchemaParts: ID] = [:]
    private var parts: [SchemaParts] = []
    private var compiled: [SchemaFacts?] = []
    private var expanded: [Node: SchemaParts] = [:]
    /// The ids of schemas that hold alone.
    private var single: [Node: ID] = [:]

    init(of description: APIDescription) {
        version = description.version
        references = References(of: description)
    }

    /// The schema that holds where several do at once.
    func id(of nodes: [Node]) -> ID {
        guard nodes.count == 1 else { return joined(nodes) }
        if let known = single[nodes[0]] { return known }
        let id = joined(nodes)
        single[nodes[0]] = id
        return id
    }

    private func joined(_ nodes: [Node]) -> ID {
        var all = SchemaParts()
        for node in nodes { all.add(expansion(of: node)) }
        if let known = ids[all] { return known }
        let id = parts.count
        ids[all] = id
        parts.append(all)
        compiled.append(nil)
        return id
    }

    /// What a schema says.
    func facts(_ id: ID) -> SchemaFacts {
        if let known = compiled[id] { return known }
        let facts = SchemaFacts(parts[id], version)
        compiled[id] = facts
        return facts
    }

    /// The schema object that a node stands for: itself, or what its reference leads to.
    func target(of node: Node) -> Node { (try? references.target(of: node)) ?? node }

    /// The schema that a value of a discriminator's mapping stands for: a reference, or the name of a component.
    func mapped(_ text: String) -> Node? {
        references.local.target(of: text) ?? references.local.target(of: "#/components/schemas/" + text)
    }

    private func expansion(of node: Node) -> SchemaParts {
        if let known = expanded[node] { return known }
        var all = SchemaParts()
        var seen: Set<Node> = []
        expand(node, into: &all, seen: &seen)
        if all.nodes.isEmpty { all.nodes = [node] }
        expanded[node] = all
        return all
    }

    private func expand(_ node: Node, into all: inout SchemaParts, seen: inout Set<Node>) {
        guard seen.insert(node).inserted else { return }
        if let target = try? references.step(from: node) {
            expand(target, into: &all, seen: &seen)
            // In 3.0 what stands beside a reference is passed over.
            guard version != .v30 else { return }
        }
        for branch in node["allOf"].map({ Array($0.elements) }) ?? [] { expand(branch, into: &all, seen: &seen) }
        for keyword in ["anyOf", "oneOf"] {
            guard let choice = node.soleChoice(keyword) else { continue }
            all.allowsNull = true
            expand(choice, into: &all, seen: &seen)
        }
        if node.saysSomething { all.add(node) }
    }
}

/// The schema objects that hold together at a place: the object itself, what it refers to, and its `allOf`.
///
/// An object that only refers or combines says nothing itself and is left out.
struct SchemaParts: Hashable {
    /// The objects, outermost last.
    var nodes: [Node] = []
    /// Whether null is valid beside what the objects say.
    var allowsNull = false

    mutating func add(_ node: Node) {
        if !nodes.contains(node) { nodes.append(node) }
    }

    mutating func add(_ other: SchemaParts) {
        for node in other.nodes { add(node) }
        allowsNull = allowsNull || other.allowsNull
    }
}

extension Node {
    /// The one alternative that a keyword leaves beside null, or nil if there are none or more.
    func soleChoice(_ keyword: String) -> Node? {
        guard let list = self[keyword], list.isArray, list.count == 2 else { return nil }
        let branches = list.elements.filter { !$0.isNullType }
        return branches.count == 1 ? branches[0] : nil
    }

    private var isNullType: Bool { self["type"]?.string == "null" }

    /// Whether a schema object has a keyword that decides, beside those that are followed.
    fileprivate var saysSomething: Bool {
        guard isObject else { return true }
        return members.contains { member in
            switch member.name {
            case "anyOf", "oneOf": soleChoice(member.name) == nil
            case let name: !Self.silent.contains(name)
            }
        }
    }

    private static let silent: Set<String> = [
        "$ref", "$dynamicRef", "allOf", "description", "title", "example", "examples", "externalDocs", "$comment",
        "summary",
    ]
}
