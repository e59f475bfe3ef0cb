internal import Contracts
internal import Syntax

extension AvroSchema {
    /// The place of a type: where it stands, or a part of that.
    ///
    /// - Parameters:
    ///   - id: The type.
    ///   - key: The attribute that is meant, such as `size`; the type itself where it has none by that name.
    /// - Returns: The pointer and position.
    func place(of id: TypeID, _ key: String? = nil) -> Place {
        let node = nodes[id.index]
        guard let key, let part = node[key] else { return place(node, pointer(to: id)) }
        return place(part, "\(pointer(to: id))/\(key)")
    }

    /// The place of a field, or of one of its attributes.
    func place(ofField slot: Int, in record: TypeID, _ key: String? = nil) -> Place {
        let node = fieldNodes[self[record].first + slot]
        let pointer = "\(pointer(to: record))/fields/\(slot)"
        guard let key, let part = node[key] else { return place(node, pointer) }
        return place(part, "\(pointer)/\(key)")
    }

    private func place(_ node: Node, _ pointer: String) -> Place {
        Place(pointer: pointer, position: node.position, file: file(of: node))
    }

    /// The file of a value, or the reference that named its text.
    func file(of node: Node) -> String? { texts.first { $0.document === node.document }?.name }

    /// The way to a type from the root of its text.
    ///
    /// - Complexity: O(depth).
    private func pointer(to id: TypeID) -> String {
        var steps: [String] = []
        var type = self[id]
        while let parent = type.parent {
            let outer = self[parent]
            switch outer.kind {
            case .record: steps.append("/fields/\(type.slot)/type")
            case .union: steps.append("/\(type.slot)")
            case .map: steps.append("/values")
            default: steps.append("/items")
            }
            type = outer
        }
        return steps.reversed().joined()
    }
}
