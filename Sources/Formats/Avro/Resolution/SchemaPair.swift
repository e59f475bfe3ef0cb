/// A schema that reads what another one wrote, and what of one is the same in the other.
///
/// A structure, since the schemas of a class would be copied with all their lists at each use.
struct SchemaPair: Sendable {
    let reader: AvroSchema
    let writer: AvroSchema

    /// Both as a whole.
    var root: (reader: TypeID, writer: TypeID) { (reader.root, writer.root) }

    /// What is to be read: of sets of files, each type by the one of its name.
    ///
    /// - Complexity: O(types that the sets are about).
    var roots: [(reader: TypeID, writer: TypeID)] {
        guard !reader.tops.isEmpty || !writer.tops.isEmpty else { return [root] }
        let named = reader.tops.compactMap { id in reader.named(id).map { ($0.full, id) } }
        let known = Dictionary(named) { first, _ in first }
        return (writer.tops.isEmpty ? [writer.root] : writer.tops).map { theirs in
            let name = writer.named(theirs).flatMap { reader.names.id(of: $0.full, in: writer.names) }
            return (name.flatMap { known[$0] } ?? reader.root, theirs)
        }
    }

    /// Whether a writer's named type is one that the reader's is meant for: by name without namespace, or by an alias.
    ///
    /// - SeeAlso: Avro 1.12 specification, "Schema Resolution": "Both schemas are … with the same (unqualified) name",
    ///   and "Aliases".
    func namesMatch(_ readerID: TypeID, _ writerID: TypeID) -> Bool {
        guard let mine = reader.named(readerID), let theirs = writer.named(writerID) else { return false }
        if reader.names.has(mine.simple, as: theirs.simple, of: writer.names) { return true }
        return reader.aliases[mine.aliases].contains { reader.names.has($0, as: theirs.full, of: writer.names) }
    }

    /// The writer's symbols that the reader's enumeration has not, in their order.
    func missingSymbols(_ mine: AvroType, _ theirs: AvroType) -> [NameID] {
        let (known, written) = (reader.symbols[mine.range], writer.symbols[theirs.range])
        let same = zip(known, written).prefix { reader.names.has($0, as: $1, of: writer.names) }.count
        guard same < written.count else { return [] }
        let rest = Set(known.dropFirst(same))
        let all = Set(known)
        return written.dropFirst(same).filter { symbol in
            guard let name = reader.names.id(of: symbol, in: writer.names) else { return true }
            return !rest.contains(name) && !all.contains(name)
        }
    }

    /// For each field of the reader's record the writer's field that it is read from, as its slot; nil where none is.
    ///
    /// - Complexity: O(fields of both).
    func matchedFields(_ mine: AvroType, _ theirs: AvroType) -> [Int?] {
        let written = writer.fields[theirs.range]
        var cursor = 0
        var table: [NameID: Int]?
        return reader.fields[mine.range].map { field in
            if cursor < written.count,
                reader.names.has(field.name, as: written[written.startIndex + cursor].name, of: writer.names)
            {
                cursor += 1
                return cursor - 1
            }
            let slots = table ?? Dictionary(zip(written.map(\.name), 0...)) { first, _ in first }
            table = slots
            guard let slot = slot(of: field, in: slots) else { return nil }
            cursor = slot + 1
            return slot
        }
    }

    private func slot(of field: AvroField, in slots: [NameID: Int]) -> Int? {
        for name in [field.name] + reader.aliases[field.aliases] {
            if let theirs = writer.names.id(of: name, in: reader.names), let slot = slots[theirs] { return slot }
        }
        return nil
    }

    /// Whether values of one primitive type are read as another.
    ///
    /// - SeeAlso: Avro 1.12 specification, "Schema Resolution", promotions.
    static func isPromoted(_ written: AvroType.Kind, to read: AvroType.Kind) -> Bool {
        switch (written, read) {
        case (.string, .bytes), (.bytes, .string): true
        default: read.rawValue <= AvroType.Kind.double.rawValue && written.rawValue < read.rawValue
        }
    }
}
