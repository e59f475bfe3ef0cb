internal import Compatibility
internal import Contracts
internal import Syntax

extension SchemaReader {
    /// Reads files that define types for one another.
    ///
    /// What they are about are the types that no other file uses: one by itself, or a union of several.
    ///
    /// - Throws: ``ContractFailure`` with the first place that is against the specification.
    mutating func read(_ files: [Document], library: ReferenceLibrary) throws(ContractFailure) -> AvroSchema {
        schema.texts = files.map { AvroSchema.Text(document: $0, name: $0.name) }
        var tops: [TypeID] = []
        for file in files {
            try AvroReferences.check(in: file.root, against: library)
            tops += try readTop(of: file)
        }
        guard let first = tops.first else {
            let start = Place(pointer: "", position: SourcePosition(line: 1, column: 1))
            let message = "no file of the set ends in .avsc or .json and defines a type"
            throw ContractFailure(AvroFault.set.rawValue, at: start, message)
        }
        resolve()
        if !pending.isEmpty { try read(library) }
        try finish()
        let used = usedElsewhere()
        let roots = tops.filter { schema[$0].kind != .reference && !used.contains($0) }
        schema.root = try root(of: roots.isEmpty ? [first] : roots)
        return schema
    }

    /// The named types that a file is about.
    private mutating func readTop(of file: Document) throws(ContractFailure) -> [TypeID] {
        let id = try read(file.root, in: nil, of: nil)
        let types = schema[id].kind == .union ? Array(schema.branches[schema[id].range]) : [id]
        for type in types where schema[type].named == nil {
            let message = "a file of a set defines a type with a name, or a union of such"
            throw AvroFault.set.failure(at: schema.nodes[type.index], message)
        }
        return types
    }

    /// The definitions that some other file uses.
    private func usedElsewhere() -> Set<TypeID> {
        var used: Set<TypeID> = []
        for (index, type) in schema.types.enumerated() where type.kind == .reference {
            let target = TypeID(type.first)
            if schema.nodes[target.index].document !== schema.nodes[index].document { used.insert(target) }
        }
        return used
    }

    private mutating func root(of types: [TypeID]) throws(ContractFailure) -> TypeID {
        guard types.count > 1 else { return types[0] }
        let union = try add(AvroType(.union, parent: nil, slot: 0), at: schema.nodes[types[0].index])
        schema.types[union.index].first = schema.branches.count
        schema.types[union.index].count = types.count
        schema.branches += types
        schema.tops = types
        return union
    }
}
