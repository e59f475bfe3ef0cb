internal import Syntax

/// Writes a schema in one of two forms, without white space, each named type where it is first used.
///
/// What is to be written waits in a stack, since chains of names may be longer than calls can nest.
struct SchemaWriter {
    /// What is written.
    enum Form {
        /// What readers of data need, and nothing else.
        ///
        /// - SeeAlso: Avro 1.12 specification, "Transforming into Parsing Canonical Form".
        case parsing
        /// Everything that the author said, whatever the order and the way of writing.
        case normal
    }

    private enum Work {
        case type(TypeID)
        case field(slot: Int, of: TypeID)
        case text(StaticString)
        /// What follows the parsing form of a type or field in the normal form.
        case rest(of: Node, Owner)
    }

    /// Whose further attributes are written.
    private enum Owner {
        case type(TypeID)
        case field(Int)
    }

    private let schema: AvroSchema
    private let form: Form
    private var json = JSONWriter()
    private var work: [Work]
    /// By index of the named type: whether its definition has been written.
    private var isWritten: [Bool]

    private init(_ schema: AvroSchema, _ form: Form, from root: TypeID) {
        self.schema = schema
        self.form = form
        work = [.type(root)]
        isWritten = [Bool](repeating: false, count: schema.named.count)
    }

    /// The text of a type and all that it uses.
    static func text(of id: TypeID, in schema: AvroSchema, _ form: Form) -> [UInt8] {
        var writer = SchemaWriter(schema, form, from: id)
        writer.run()
        return writer.json.bytes
    }

    private mutating func run() {
        while let next = work.popLast() {
            switch next {
            case .type(let id): write(id)
            case .field(let slot, let record): writeField(slot, of: record)
            case .text(let text): text.withUTF8Buffer { json.bytes += $0 }
            case .rest(let node, let owner): writeRest(of: node, owner)
            }
        }
    }

    private mutating func write(_ id: TypeID) {
        let target = schema.target(of: id)
        let type = schema[target]
        guard type.named == nil else { return writeNamed(target, type) }
        switch type.kind {
        case .union:
            json.bytes.append(UInt8(ascii: "["))
            work.append(.text("]"))
            pushList(schema.branches[type.range].map { .type($0) })
        case .array: push(#"{"type":"array","items":"#, TypeID(type.first), target)
        case .map: push(#"{"type":"map","values":"#, TypeID(type.first), target)
        default: writePrimitive(target, type)
        }
    }

    private mutating func push(_ start: StaticString, _ inner: TypeID, _ owner: TypeID) {
        work.append(.text("}"))
        pushRest(of: owner)
        work.append(.type(inner))
        work.append(.text(start))
    }

    private mutating func pushRest(of id: TypeID) {
        guard form == .normal else { return }
        work.append(.rest(of: schema.nodes[id.index], .type(id)))
    }

    private mutating func pushList(_ items: [Work]) {
        for (index, item) in items.enumerated().reversed() {
            work.append(item)
            if index > 0 { work.append(.text(",")) }
        }
    }

    /// The simple form, unless the object of the type says more.
    private mutating func writePrimitive(_ id: TypeID, _ type: AvroType) {
        let node = schema.nodes[id.index]
        guard form == .normal, node.isObject, node.count > 1 else { return json.write(string: type.kind.word) }
        json.bytes += #"{"type":"#.utf8
        json.write(string: type.kind.word)
        writeRest(of: node, .type(id))
        json.bytes.append(UInt8(ascii: "}"))
    }

    private mutating func writeNamed(_ id: TypeID, _ type: AvroType) {
        guard let index = type.named else { return }
        let name = schema.names.utf8(schema.named[index].full)
        guard !isWritten[index] else { return json.write(utf8: name.span) }
        isWritten[index] = true
        json.bytes += #"{"name":"#.utf8
        json.write(utf8: name.span)
        work.append(.text("}"))
        pushRest(of: id)
        switch type.kind {
        case .record: pushFields(of: id, type)
        case .enumeration: writeSymbols(of: type)
        default: json.bytes += #","type":"fixed","size":\#(type.count)"#.utf8
        }
    }

    private mutating func pushFields(of id: TypeID, _ type: AvroType) {
        let isError = form == .normal && schema.nodes[id.index]["type"]?.text == "error"
        json.bytes += isError ? #","type":"error","fields":["#.utf8 : #","type":"record","fields":["#.utf8
        work.append(.text("]"))
        pushList((0..<type.count).map { .field(slot: $0, of: id) })
    }

    private mutating func writeSymbols(of type: AvroType) {
        json.bytes += #","type":"enum","symbols":["#.utf8
        for (index, symbol) in schema.symbols[type.range].enumerated() {
            if index > 0 { json.bytes.append(UInt8(ascii: ",")) }
            json.write(utf8: schema.names.utf8(symbol).span)
        }
        json.bytes.append(UInt8(ascii: "]"))
    }

    private mutating func writeField(_ slot: Int, of record: TypeID) {
        let index = schema[record].first + slot
        json.bytes += #"{"name":"#.utf8
        json.write(utf8: schema.names.utf8(schema.fields[index].name).span)
        json.bytes += #","type":"#.utf8
        work.append(.text("}"))
        if form == .normal { work.append(.rest(of: schema.fieldNodes[index], .field(index))) }
        work.append(.type(schema.fields[index].type))
    }
}

extension SchemaWriter {
    /// Attributes that the parsing form has, or that names have been resolved with.
    private static let written: Set<String> = [
        "name", "namespace", "type", "fields", "symbols", "items", "values", "size", "aliases",
    ]

    private mutating func writeRest(of node: Node, _ owner: Owner) {
        writeAliases(of: owner)
        let rest = node.members.filter { isContent($0, owner) }
        for member in rest.sorted(by: { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }) {
            json.bytes.append(UInt8(ascii: ","))
            json.write(utf8: member.key.bytes.span)
            json.bytes.append(UInt8(ascii: ":"))
            json.bytes += CanonicalJSON.bytes(of: member.value, numbers: .exact)
        }
    }

    private func isContent(_ member: Node.Member, _ owner: Owner) -> Bool {
        if case .field(let index) = owner, member.name == "order" { return schema.fields[index].order != .ascending }
        if case .field = owner { return !["name", "type", "aliases"].contains(member.name) }
        return !Self.written.contains(member.name)
    }

    /// The aliases sorted, with their namespaces.
    private mutating func writeAliases(of owner: Owner) {
        let aliases: Range<Int> =
            switch owner {
            case .type(let id): schema.named(id)?.aliases ?? 0..<0
            case .field(let index): schema.fields[index].aliases
            }
        guard !aliases.isEmpty else { return }
        let texts = Set(schema.aliases[aliases].map { schema.names.text($0) }).sorted()
        json.bytes += #","aliases":["#.utf8
        for (index, text) in texts.enumerated() {
            if index > 0 { json.bytes.append(UInt8(ascii: ",")) }
            json.write(string: text)
        }
        json.bytes.append(UInt8(ascii: "]"))
    }
}
