internal import Syntax

/// Follows pointers; in an object with much in it, its keys are looked through once and not for each pointer.
final class KeyIndex {
    /// The values of an object and below from which on its keys are remembered.
    private static let much = 512

    private var objects: [Node: [String: Node]] = [:]

    /// The value that a pointer leads to, or nil if it leads nowhere.
    func value(at pointer: Pointer, in root: Node) -> Node? {
        var node = root
        for token in pointer.tokens {
            guard let next = child(token, of: node) else { return nil }
            node = next
        }
        return node
    }

    private func child(_ token: String, of node: Node) -> Node? {
        guard node.isObject else {
            return Pointer("/" + token).flatMap { $0.tokens == [token] ? node[$0] : nil }
        }
        guard node.endIndex - node.index > Self.much else { return node[token] }
        if let known = objects[node] { return known[token] }
        let members = Dictionary(node.members.map { ($0.name, $0.value) }) { first, _ in first }
        objects[node] = members
        return members[token]
    }
}
