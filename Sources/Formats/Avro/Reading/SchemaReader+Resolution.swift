internal import Compatibility
internal import Contracts
internal import Syntax

extension SchemaReader {
    /// Resolves the references whose definitions have been read since.
    mutating func resolve() {
        var open: [Pending] = []
        for reference in pending {
            if let target = definition(of: reference.full) ?? definition(of: reference.bare) {
                schema.types[reference.type.index].first = target.index
            } else {
                open.append(reference)
            }
        }
        pending = open
    }

    /// Reads the registered texts, since a name is not defined in the schema's own.
    mutating func read(_ library: ReferenceLibrary) throws(ContractFailure) {
        for (name, document) in library.documents.sorted(by: { $0.key < $1.key }) {
            schema.texts.append(AvroSchema.Text(document: document, name: name))
            do throws(ContractFailure) {
                _ = try read(document.root, in: nil, of: nil)
            } catch { throw error.inFile(name) }
        }
        resolve()
    }

    /// Checks what depends on names.
    mutating func finish() throws(ContractFailure) {
        if let reference = pending.first {
            let node = schema.nodes[reference.type.index]
            let name = schema.names.text(reference.full)
            let message = "nothing defines the type '\(name)'; define it here, or name its contract in 'references'"
            throw AvroFault.unknownType.failure(at: node, message).inFile(schema.file(of: node))
        }
        for (first, second) in repeats { try checkRepeat(first, second) }
        for union in unions { try checkBranches(of: union) }
        var check = DefaultCheck(schema: schema)
        for (record, field) in defaults { try checkDefault(of: field, in: record, &check) }
    }

    /// A definition that says once more what an earlier one says is a reference to it.
    private mutating func checkRepeat(_ first: TypeID, _ second: TypeID) throws(ContractFailure) {
        let texts = [first, second].map { SchemaWriter.text(of: $0, in: schema, .normal) }
        guard texts[0] != texts[1] else {
            schema.types[second.index].kind = .reference
            schema.types[second.index].first = first.index
            schema.types[second.index].named = nil
            return
        }
        let node = schema.nodes[second.index]
        let name = schema.named(second).map { schema.names.text($0.full) } ?? ""
        let other = schema.nodes[first.index]
        let file = other.document === node.document ? nil : schema.file(of: other)
        let place = (file.map { "\($0), " } ?? "") + "\(other.position)"
        let message = "'\(name)' is defined otherwise at \(place); give one of the two another name"
        throw AvroFault.redefinition.failure(at: node, message).inFile(schema.file(of: node))
    }

    /// Branches are told apart by their type, or by their full name where they have one.
    private mutating func checkBranches(of union: TypeID) throws(ContractFailure) {
        var seen: UInt32 = 0
        beginList()
        for branch in schema.branches[schema[union].range] {
            let target = schema.target(of: branch)
            let isNew: Bool
            if let named = schema.named(target) {
                isNew = isFirst(named.full)
            } else {
                let bit = UInt32(1) << UInt32(schema[target].kind.rawValue)
                isNew = seen & bit == 0
                seen |= bit
            }
            guard !isNew else { continue }
            let node = schema.nodes[branch.index]
            let message = "the union has \(schema.description(of: branch)) already; values could not be told apart"
            throw AvroFault.duplicateBranch.failure(at: node, message).inFile(schema.file(of: node))
        }
    }

    private mutating func checkDefault(
        of slot: Int,
        in record: TypeID,
        _ check: inout DefaultCheck
    ) throws(ContractFailure) {
        let index = schema[record].first + slot
        guard let value = schema.fieldNodes[index]["default"] else { return }
        let type = schema.fields[index].type
        guard check.accepts(value, type) else {
            let message = "the default is no value of the field's type, \(schema.description(of: type))"
            throw AvroFault.defaultValue.failure(at: value, message).inFile(schema.file(of: value))
        }
        if let doubt = check.doubt(value, type) { remark(.defaultValue, at: value, doubt) }
    }
}
