internal import Syntax

/// Tells parts of two versions that say the same, references followed, so that they need no comparison.
///
/// "The same" is proved: equal values, and every reference in them leads to parts that are the same. "Not the same" may
/// be wrong (members in another order, for instance) and only costs time.
final class Sameness {
    private let roots: Pair<Node>
    private let isPossible: Bool
    /// The references that lead to something else than before, or to something that does.
    private let changed: Set<String>

    init(_ versions: Pair<APIDescription>) {
        roots = versions.map(\.document.root)
        isPossible = versions.old.version == versions.new.version
        changed = isPossible ? Self.changed(in: versions) : []
    }

    /// Whether two parts say the same.
    func holds(_ old: Node?, _ new: Node?) -> Bool {
        guard let old, let new else { return old == nil && new == nil }
        guard isPossible, old.document === roots.old.document, new.document === roots.new.document else { return false }
        var walk = ParallelWalk()
        return walk.isEqual(old, new) && walk.references.allSatisfy { !changed.contains($0) }
    }

    /// The same of schemas that hold together.
    func holds(_ schemas: Pair<[Node]>) -> Bool {
        guard schemas.old.count == 1, schemas.new.count == 1 else { return schemas.old.isEmpty && schemas.new.isEmpty }
        return holds(schemas.old[0], schemas.new[0])
    }

    /// Follows change backwards: what refers to a changed part is changed.
    private static func changed(in versions: Pair<APIDescription>) -> Set<String> {
        var users: [String: [String]] = [:]
        var changed: [String] = []
        for reference in references(in: versions.new.document.root) {
            guard let inner = sameTarget(of: reference, in: versions) else {
                changed.append(reference)
                continue
            }
            for other in inner { users[other, default: []].append(reference) }
        }
        var all = Set(changed)
        while let next = changed.popLast() {
            for user in users[next] ?? [] where all.insert(user).inserted { changed.append(user) }
        }
        return all
    }

    /// The references inside of what a reference leads to, or nil if that is not the same in both.
    private static func sameTarget(of reference: String, in versions: Pair<APIDescription>) -> [String]? {
        let targets = versions.map { $0.local.target(of: reference) }
        guard let old = targets.old, let new = targets.new else { return nil }
        var walk = ParallelWalk()
        return walk.isEqual(old, new) ? walk.references : nil
    }

    private static func references(in root: Node) -> Set<String> {
        var found: Set<String> = []
        var waiting = [root]
        while let node = waiting.popLast() {
            for member in node.members {
                if member.value.isString {
                    if member.key.isReferenceKey { found.insert(member.value.text) }
                } else {
                    waiting.append(member.value)
                }
            }
            waiting += node.elements
        }
        return found
    }
}

/// Compares two values member by member in the order of the text, and gathers the references in them.
private struct ParallelWalk {
    private(set) var references: [String] = []

    mutating func isEqual(_ old: Node, _ new: Node) -> Bool {
        guard old.kind == new.kind else { return false }
        switch old.kind {
        case .null, .true, .false: return true
        case .number, .string: return old.bytes == new.bytes
        case .array: return hasEqualElements(old, new)
        case .object: return hasEqualMembers(old, new)
        }
    }

    private mutating func hasEqualElements(_ old: Node, _ new: Node) -> Bool {
        guard old.count == new.count else { return false }
        var others = new.elements
        for element in old.elements {
            guard let other = others.next(), isEqual(element, other) else { return false }
        }
        return true
    }

    private mutating func hasEqualMembers(_ old: Node, _ new: Node) -> Bool {
        guard old.count == new.count else { return false }
        var others = new.members
        for member in old.members {
            guard let other = others.next(), member.key.bytes == other.key.bytes else { return false }
            guard isEqual(member.value, other.value) else { return false }
            if member.value.isString, member.key.isReferenceKey { references.append(member.value.text) }
        }
        return true
    }
}

extension Node {
    /// Whether a key is `$ref` or `$dynamicRef`; an object that is data may have it too, which costs time and nothing else.
    fileprivate var isReferenceKey: Bool {
        let name = bytes
        guard name.first == UInt8(ascii: "$") else { return false }
        return name.elementsEqual("$ref".utf8) || name.elementsEqual("$dynamicRef".utf8)
    }
}
