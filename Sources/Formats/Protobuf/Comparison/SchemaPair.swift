/// Two schemas with what belongs together in them.
struct SchemaPair: Sendable {
    /// Two elements of one name, by their places.
    struct Match { let old, new: Int }

    let old: ProtobufSchema
    let new: ProtobufSchema
    /// Files of the new schema by the old one's, or -1.
    let files: [Int]
    /// Messages, enums and services that both have, built-in ones left out.
    let messages, enums, services: [Match]

    init(_ old: ProtobufSchema, _ new: ProtobufSchema) {
        self.old = old
        self.new = new
        let own = old.ownFiles
        var translation = NameTranslation(from: old.names, to: new.names)
        func partner(_ name: Int, _ kind: Symbol.Kind) -> Int? {
            guard let other = translation.find(name), other < new.symbols.count else { return nil }
            let symbol = new.symbols[other]
            return symbol.kind == kind && !new.builtIn[symbol.file] ? symbol.index : nil
        }
        func matches(_ spans: [Span], _ kind: Symbol.Kind, _ name: (Int) -> Int) -> [Match] {
            spans.joined().compactMap { index in partner(name(index), kind).map { Match(old: index, new: $0) } }
        }
        messages = matches(own.map { old.files[$0].messages }, .message) { old.messages[$0].fullName }
        enums = matches(own.map { old.files[$0].enums }, .enumeration) { old.enums[$0].fullName }
        services = matches(own.map { old.files[$0].services }, .service) { old.services[$0].fullName }
        files = Self.files(own, new.ownFiles, old, new)
    }

    private static func files(_ before: [Int], _ now: [Int], _ old: ProtobufSchema, _ new: ProtobufSchema) -> [Int] {
        var files = Array(repeating: -1, count: old.files.count)
        // A contract of one file is the same contract whatever the file is called.
        if before.count == 1, now.count == 1 {
            files[before[0]] = now[0]
            return files
        }
        var byPath: [Int: Int] = [:]
        for file in now { byPath[new.files[file].path] = file }
        for file in before {
            guard let path = new.names.find(old.files[file].path, of: old.names) else { continue }
            files[file] = byPath[path] ?? -1
        }
        return files
    }

    /// Whether a name of the old schema and one of the new are the same.
    func same(_ one: Int, _ other: Int) -> Bool { old.names.isSame(one, as: other, of: new.names) }

    /// The name in the new schema, or nil where it has none such.
    func newName(_ name: Int) -> Int? { new.names.find(name, of: old.names) }

    /// The message or enum that a field is of, by name, in both schemas.
    func haveSameType(_ one: FieldElement, _ other: FieldElement) -> Bool {
        switch (one.kind, other.kind) {
        case (.enumeration, .enumeration): same(old.enums[one.type].fullName, new.enums[other.type].fullName)
        case (.enumeration, _), (_, .enumeration): false
        default: same(old.messages[one.type].fullName, new.messages[other.type].fullName)
        }
    }
}
