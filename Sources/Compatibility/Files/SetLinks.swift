package import Syntax

/// The texts in a document that lead to other documents.
package enum SetLinks {
    /// Every `$ref`, and the values of every `mapping`, in the order of the text.
    ///
    /// What stands in data, such as examples, is among them: it leads somewhere only where such a file is.
    package static func texts(in root: Node) -> [Node] {
        var found: [Node] = []
        var waiting = [root]
        while let node = waiting.popLast() {
            for member in node.members {
                if member.value.isString {
                    if isReference(member.key) { found.append(member.value) }
                } else if member.value.isObject, member.key.bytes.elementsEqual("mapping".utf8) {
                    found += member.value.members.map(\.value).filter(\.isString)
                }
                waiting.append(member.value)
            }
            waiting += node.elements
        }
        return found.sorted { $0.index < $1.index }
    }

    private static func isReference(_ key: Node) -> Bool {
        let name = key.bytes
        guard name.first == UInt8(ascii: "$") else { return false }
        return name.elementsEqual("$ref".utf8) || name.elementsEqual("$dynamicRef".utf8)
    }
}
