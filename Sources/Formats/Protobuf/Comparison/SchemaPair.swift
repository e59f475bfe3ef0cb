/// Two schemas with what belongs together in them.
struct SchemaPair {
    let old: ProtobufSchema
    let new: ProtobufSchema
    /// The numbers that names of the old schema have in the new one; -1 for those that it has not.
    private let names: [Int]
    /// Files, messages, enums and services of the new schema by the old one's, or -1.
    private(set) var files: [Int]
    private(set) var messages: [Int]
    private(set) var enums: [Int]
    private(set) var services: [Int]

    init(_ old: ProtobufSchema, _ new: ProtobufSchema) {
        self.old = old
        self.new = new
        // Both begin with the names of what is built in, unless one brings its own descriptors.
        let isBuiltIn = old.builtIn.first == true && new.builtIn.first == true
        let shared = isBuiltIn ? WellKnownFiles.base.names.count : 0
        let names = (0..<old.names.count).map { $0 < shared ? $0 : new.names.find($0, of: old.names) ?? -1 }
        self.names = names
        func partner(_ name: Int, _ kind: Symbol.Kind) -> Int {
            let other = names[name]
            guard other >= 0, other < new.symbols.count, new.symbols[other].kind == kind else { return -1 }
            return new.builtIn[new.symbols[other].file] ? -1 : new.symbols[other].index
        }
        var byPath: [Int: Int] = [:]
        for file in new.ownFiles { byPath[new.files[file].path] = file }
        // A contract of one file is the same contract whatever the file is called.
        let (before, now) = (old.ownFiles, new.ownFiles)
        if before.count == 1, now.count == 1 { byPath = [names[old.files[before[0]].path]: now[0]] }
        files = old.files.indices.map { old.builtIn[$0] ? -1 : byPath[names[old.files[$0].path]] ?? -1 }
        messages = old.messages.map { old.builtIn[$0.file] ? -1 : partner($0.fullName, .message) }
        enums = old.enums.map { old.builtIn[$0.file] ? -1 : partner($0.fullName, .enumeration) }
        services = old.services.map { old.builtIn[$0.file] ? -1 : partner($0.fullName, .service) }
    }

    /// Whether a name of the old schema and one of the new are the same.
    func same(_ old: Int, _ new: Int) -> Bool { names[old] == new }

    /// The name in the new schema, or nil where it has none such.
    func newName(_ name: Int) -> Int? { names[name] < 0 ? nil : names[name] }

    /// The message or enum that a field is of, by name, in both schemas.
    func haveSameType(_ one: FieldElement, _ other: FieldElement) -> Bool {
        switch (one.kind, other.kind) {
        case (.enumeration, .enumeration): same(old.enums[one.type].fullName, new.enums[other.type].fullName)
        case (.enumeration, _), (_, .enumeration): false
        default: same(old.messages[one.type].fullName, new.messages[other.type].fullName)
        }
    }
}
