/// The tags of a document, and the short forms that it defines for them.
struct YAMLTags {
    static let core = "tag:yaml.org,2002:"
    /// The tags that were met, resolved.
    private(set) var names: [String] = []
    /// Whether the document has a `%YAML` directive.
    var hasVersion = false
    private var indexes: [String: Int] = [:]
    private var handles: [String: String] = [:]

    /// Forgets the directives of the document before.
    mutating func beginDocument() {
        handles.removeAll()
        hasVersion = false
    }

    /// Notes what a handle stands for; false if it is defined already.
    mutating func define(_ handle: String, _ prefix: String) -> Bool {
        handles.updateValue(prefix, forKey: handle) == nil
    }

    /// What a handle stands for, or nil if it was not defined.
    func prefix(of handle: String) -> String? {
        switch handle {
        case "!": handles[handle] ?? "!"
        case "!!": handles[handle] ?? Self.core
        default: handles[handle]
        }
    }

    /// The index of a tag in `names`.
    mutating func index(of name: String) -> Int {
        if let known = indexes[name] { return known }
        indexes[name] = names.count
        names.append(name)
        return names.count - 1
    }
}
