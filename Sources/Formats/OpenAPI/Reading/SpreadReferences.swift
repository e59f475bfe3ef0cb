internal import Syntax

/// Puts maps and lists where files of a set refer to them as a whole, such as `properties: {$ref: common.yml#/fields}`.
///
/// The specification has no references there, and bundlers follow them all the same.
struct SpreadReferences {
    /// What an object is: one of the specification's, or a map whose keys are names.
    private enum Role {
        case object, map
    }

    private let root: Node
    private var tree: DocumentRewriter
    /// Where such references stand, ascending.
    private var found: [Int] = []
    /// Values that were written in place of references.
    private var spread = 0

    /// Values that are written in place of references at most; what goes beyond is left, and refused where it is read.
    private static let mostSpread = 200_000
    private static let deepest = 32
    private static let maps: Set<String> = [
        "properties", "patternProperties", "headers", "responses", "content", "callbacks", "parameters", "schemas",
        "paths", "definitions", "$defs", "requestBodies", "securitySchemes",
    ]
    private static let lists: Set<String> = ["parameters", "required", "enum", "allOf", "anyOf", "oneOf", "tags"]
    private static let data: Set<String> = ["example", "examples", "default", "const", "value"]

    /// The document with all such references followed; itself where it has none.
    static func followed(in document: Document) -> Document {
        var references = SpreadReferences(document)
        references.find(in: document.root, .object)
        if let files = document.root[JoinedFiles.key] {
            for file in files.members { references.find(in: file.value, .object) }
        }
        guard !references.found.isEmpty else { return document }
        references.write(document.root, depth: 0)
        return references.tree.finished()
    }

    private init(_ document: Document) {
        root = document.root
        tree = DocumentRewriter(of: document)
    }

    private mutating func find(in node: Node, _ role: Role) {
        for element in node.elements { find(in: element, .object) }
        for member in node.members where member.value.count > 0 {
            let name = member.name
            guard role == .object else {
                find(in: member.value, .object)
                continue
            }
            if Self.data.contains(name) || name == JoinedFiles.key { continue }
            let isMap = Self.maps.contains(name)
            if isMap || Self.lists.contains(name), target(of: member.value) != nil { found.append(member.value.index) }
            find(in: member.value, isMap ? .map : .object)
        }
    }

    private func target(of node: Node) -> Node? {
        guard node.count == 1, let text = node["$ref"]?.string, text.hasPrefix("#") else { return nil }
        return Pointer(percentDecoding: text.dropFirst()).flatMap { root[$0] }
    }

    /// Writes a value; only what has such a reference in it is taken apart.
    private mutating func write(_ node: Node, depth: Int) {
        guard let next = firstFound(from: node.index), next < node.endIndex else { return tree.copy(node) }
        if next == node.index, depth < Self.deepest, spread < Self.mostSpread, let target = target(of: node) {
            spread += target.endIndex - target.index
            return write(target, depth: depth + 1)
        }
        if node.isArray {
            tree.beginArray(at: node)
            for element in node.elements { write(element, depth: depth) }
        } else {
            tree.beginObject(at: node)
            for member in node.members {
                tree.key(member.key)
                write(member.value, depth: depth)
            }
        }
        tree.end()
    }

    private func firstFound(from index: Int) -> Int? {
        var (low, high) = (0, found.count)
        while low < high {
            let middle = (low + high) / 2
            if found[middle] < index { low = middle + 1 } else { high = middle }
        }
        return low < found.count ? found[low] : nil
    }
}
