internal import Syntax

/// Where the references within a document lead.
///
/// Components are found by name at once; any other pointer is followed step by step.
package struct LocalReferences: Sendable {
    private let root: Node
    private let components: [String: Node]
    private let anchors: [String: Node]

    init(of root: Node) {
        var components: [String: Node] = [:]
        for section in root["components"].map({ Array($0.members) }) ?? [] {
            let prefix = "#/components/\(section.name)/"
            for member in section.value.members where member.key.isPlainToken {
                components[prefix + member.name] = member.value
            }
        }
        for file in root[JoinedFiles.key]?.members.map({ $0 }) ?? [] {
            let prefix = JoinedFiles.reference(to: file.name)
            components[prefix] = file.value
            for member in file.value.members where member.key.isPlainToken {
                components[prefix + "/" + member.name] = member.value
            }
        }
        self.root = root
        anchors = Self.anchors(below: [root["components"]?["schemas"], root["paths"]].compactMap { $0 })
        self.components = components
    }

    /// The schemas that have a name of their own, by the reference to it.
    ///
    /// - SeeAlso: JSON Schema 2020-12, section 8.2.2.
    static func anchors(below roots: [Node]) -> [String: Node] {
        var found: [String: Node] = [:]
        var waiting = roots
        while let node = waiting.popLast() {
            for member in node.members {
                if member.value.isString {
                    if member.key.isAnchorKey { found["#" + member.value.text] = node }
                } else {
                    waiting.append(member.value)
                }
            }
            waiting += node.elements
        }
        return found
    }

    /// What a reference such as `#/components/schemas/Invoice` leads to, one step; nil if it leads nowhere or out.
    func target(of reference: String) -> Node? {
        if let known = components[reference] { return known }
        guard reference.hasPrefix("#") else { return nil }
        if let anchor = anchors[reference] { return anchor }
        return Pointer(percentDecoding: reference.dropFirst()).flatMap { root[$0] }
    }
}

extension Node {
    fileprivate var isAnchorKey: Bool {
        let name = bytes
        guard name.first == UInt8(ascii: "$") else { return false }
        return name.elementsEqual("$anchor".utf8) || name.elementsEqual("$dynamicAnchor".utf8)
    }

    /// Whether a key is written in a pointer as it is.
    fileprivate var isPlainToken: Bool {
        !bytes.contains { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") }
    }
}
