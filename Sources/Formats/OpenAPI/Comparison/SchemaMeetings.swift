internal import Syntax

/// The pairs of schemas that meet in an API, each with the places at which it does.
struct SchemaMeetings {
    /// One pair in one part of calls.
    struct Meeting {
        let root: Int
        /// The schemas.
        let schemas: Pair<Node>
        /// How the values are carried.
        let medium: Medium
        /// The first place.
        let position: Position
        /// The operations of all places.
        var operations: OperationSet
    }

    private(set) var all: [Meeting] = []
    private let names: OperationNames
    private var indices: [Key: Int] = [:]

    private struct Key: Hashable {
        let root: Int
        let part: Position.Part
    }

    init(naming names: OperationNames) { self.names = names }

    mutating func add(_ root: Int, _ schemas: Pair<Node>, in medium: Medium, at position: Position) {
        let key = Key(root: root, part: position.part)
        if let known = indices[key] {
            names.insert(position.operation, into: &all[known].operations)
        } else {
            indices[key] = all.count
            all.append(
                Meeting(
                    root: root,
                    schemas: schemas,
                    medium: medium,
                    position: position,
                    operations: names.set(of: [position.operation])
                )
            )
        }
    }
}
