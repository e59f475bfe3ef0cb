internal import Compatibility
internal import Contracts
internal import Syntax

/// The schemas of two versions side by side: the one of each, or of sets those that are files of the same path.
struct MatchedFiles {
    /// Two schemas of which one is the other's successor.
    struct Pair {
        /// The path, where there are several.
        let path: String?
        let old: SchemaID
        let new: SchemaID
    }

    private(set) var pairs: [Pair] = []
    private var removed: [Place] = []
    private var added: [Place] = []

    init(_ old: SchemaDocument, _ new: SchemaDocument) {
        let (before, after) = (Self.roots(of: old), Self.roots(of: new))
        guard before.count != 1 || after.count != 1 else {
            pairs = [Pair(path: nil, old: before[0].schema, new: after[0].schema)]
            return
        }
        let known = Self.schemas(of: old)
        let next = Self.schemas(of: new)
        for path in Set(before.map(\.path) + after.map(\.path)).sorted() {
            switch (known[path], next[path]) {
            case (let one?, let other?): pairs.append(Pair(path: path, old: one, new: other))
            case (let one?, nil): if let node = old[one].node { removed.append(Place(node)) }
            case (nil, let other?): if let node = new[other].node { added.append(Place(node)) }
            case (nil, nil): break
            }
        }
    }

    /// What the version is about; a document that stands alone is a file without a path.
    private static func roots(of schemas: SchemaDocument) -> [SchemaFile] {
        guard schemas.files.isEmpty else { return schemas.files.filter(\.isRoot) }
        return schemas.root.map { [SchemaFile(path: "", schema: $0, isRoot: true)] } ?? []
    }

    private static func schemas(of schemas: SchemaDocument) -> [String: SchemaID] {
        let all = schemas.files + roots(of: schemas)
        return Dictionary(all.map { ($0.path, $0.schema) }) { first, _ in first }
    }

    /// What only one version has: who follows the other knows nothing of it.
    func findings(breaking direction: Direction) -> [Finding] {
        let isBackward = direction == .backward
        let card = isBackward ? Self.removal : Self.addition
        return (isBackward ? removed : added).map { place in
            Finding(
                card.id,
                card.severity,
                direction: direction,
                operation: place.file,
                path: "",
                old: isBackward ? place : nil,
                new: isBackward ? nil : place,
                message: "the schema '\(place.file ?? "")' is \(isBackward ? "gone" : "new")"
            )
        }
    }
}

extension MatchedFiles {
    /// The rules of files that come and go.
    static let cards = [removal, addition]

    private static let removal = RuleCard(
        "SCHEMA_FILE_REMOVED",
        .error,
        RuleAxes(.both, "schema file", .removed),
        summary: "A schema that was one of several is gone.",
        why: "Values of the old schema have none any more that they can be held against.",
        source: "Canon, sets of files",
        example: .init(set("a", "b"), set("a"))
    )

    private static let addition = RuleCard(
        "SCHEMA_FILE_ADDED",
        .error,
        RuleAxes(.both, "schema file", .added),
        summary: "A schema was added beside others.",
        why: "Who follows the old version has no schema to hold values of the new one against.",
        source: "Canon, sets of files",
        example: .init(set("a"), set("a", "b"), .forward)
    )

    /// Files that are schemas by themselves.
    private static func set(_ names: String...) -> String {
        let files = (names + ["c"]).map { "\"\($0).json\": \"{\\\"type\\\": \\\"string\\\"}\"" }
        return "{\"files\": {\(files.joined(separator: ", "))}}"
    }
}
