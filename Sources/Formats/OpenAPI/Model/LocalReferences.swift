internal import Syntax

/// Where the references within a document lead.
///
/// Components are found by name at once; any other pointer is followed step by step.
package struct LocalReferences: Sendable {
    private let root: Node
    private let components: [String: Node]

    init(of root: Node) {
        var components: [String: Node] = [:]
        for section in root["components"].map({ Array($0.members) }) ?? [] {
            let prefix = "#/components/\(section.name)/"
            for member in section.value.members where member.key.isPlainToken {
                components[prefix + member.name] = member.value
            }
        }
        self.root = root
        self.components = components
    }

    /// What a reference such as `#/components/schemas/Invoice` leads to, one step; nil if it leads nowhere or out.
    func target(of reference: String) -> Node? {
        if let known = components[reference] { return known }
        guard reference.hasPrefix("#") else { return nil }
        return Pointer(percentDecoding: reference.dropFirst()).flatMap { root[$0] }
    }
}

extension Node {
    /// Whether a key is written in a pointer as it is.
    fileprivate var isPlainToken: Bool {
        !bytes.contains { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") }
    }
}
