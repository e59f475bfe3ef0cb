internal import Syntax

/// Writes a document so that texts that differ in form only come out the same: members sorted, numbers in one form.
struct CanonicalForm {
    private var writer = JSONWriter()

    private init() {}

    /// The canonical text of a value.
    static func bytes(of node: Node) -> [UInt8] {
        var form = CanonicalForm()
        form.write(node)
        return form.writer.bytes
    }

    private mutating func write(_ node: Node) {
        switch node.kind {
        case .null: writer.bytes += "null".utf8
        case .true: writer.bytes += "true".utf8
        case .false: writer.bytes += "false".utf8
        case .number: writer.bytes += (node.number?.description ?? "0").utf8
        case .string: writer.write(utf8: node.bytes)
        case .array: writeElements(of: node)
        case .object: writeMembers(of: node)
        }
    }

    private mutating func writeElements(of node: Node) {
        writer.bytes.append(UInt8(ascii: "["))
        for (position, element) in node.elements.enumerated() {
            if position > 0 { writer.bytes.append(UInt8(ascii: ",")) }
            write(element)
        }
        writer.bytes.append(UInt8(ascii: "]"))
    }

    private mutating func writeMembers(of node: Node) {
        writer.bytes.append(UInt8(ascii: "{"))
        let members = node.members.sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }
        for (position, member) in members.enumerated() {
            if position > 0 { writer.bytes.append(UInt8(ascii: ",")) }
            writer.write(utf8: member.key.bytes)
            writer.bytes.append(UInt8(ascii: ":"))
            write(member.value)
        }
        writer.bytes.append(UInt8(ascii: "}"))
    }
}
