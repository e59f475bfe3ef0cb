internal import Compatibility
internal import Contracts
internal import Syntax

/// Reads the text of a schema into flat lists.
///
/// Names may be used before they are defined, so what depends on names is checked once everything is read.
struct SchemaReader {
    /// A reference whose definition had not been read when it was met.
    struct Pending {
        let type: TypeID
        let full: NameID
        /// The name without namespace, which counts where the full one is not defined.
        let bare: NameID
    }

    var schema = AvroSchema()
    /// By the number of the full name.
    var definitions: [TypeID?] = []
    var pending: [Pending] = []
    /// Types that have the full name of an earlier one.
    var repeats: [(first: TypeID, second: TypeID)] = []
    /// Unions, and fields with default, to be checked once names are resolved.
    var unions: [TypeID] = []
    var defaults: [(record: TypeID, field: Int)] = []
    /// By the number of a name: in which list it was seen last.
    private var stamps: [UInt32] = []
    private var stamp: UInt32 = 0
    private let limits: SchemaLimits
    var joined: [UInt8] = []

    init(limits: SchemaLimits = .contract) { self.limits = limits }

    /// Reads a text, and the registered ones that it names types of.
    ///
    /// - Throws: ``ContractFailure`` with the first place that is against the specification.
    mutating func read(
        _ document: Document,
        file: String?,
        library: ReferenceLibrary
    ) throws(ContractFailure) -> AvroSchema {
        schema.texts.append(AvroSchema.Text(document: document, name: file))
        try AvroReferences.check(in: document.root, against: library)
        reserve(for: document)
        schema.root = try read(document.root, in: nil, of: nil)
        resolve()
        if !pending.isEmpty { try read(library) }
        try finish()
        return schema
    }

    /// Makes room for what a text of this size usually has, so that lists seldom move.
    private mutating func reserve(for document: Document) {
        schema.types.reserveCapacity(document.nodeCount / 5)
        schema.nodes.reserveCapacity(document.nodeCount / 5)
        schema.fields.reserveCapacity(document.nodeCount / 8)
        schema.fieldNodes.reserveCapacity(document.nodeCount / 8)
    }

    /// Reads a type where it stands.
    ///
    /// - Parameters:
    ///   - node: The value.
    ///   - namespace: What names without dots belong to; nil is the null namespace.
    ///   - parent: The type that it is part of.
    ///   - slot: Which part.
    /// - Returns: The type.
    /// - Throws: ``ContractFailure`` with the first place that is against the specification.
    mutating func read(
        _ node: Node,
        in namespace: NameID?,
        of parent: TypeID?,
        slot: Int = 0
    ) throws(ContractFailure) -> TypeID {
        switch node.kind {
        case .string: return try readName(node, node, in: namespace, of: parent, slot)
        case .object: return try readObject(node, in: namespace, of: parent, slot)
        case .array: return try readUnion(node, in: namespace, of: parent, slot)
        default:
            throw AvroFault.notASchema.failure(at: node, "a schema is a type's name, an object, or an array of a union")
        }
    }

    /// Adds a type to the list.
    mutating func add(_ type: AvroType, at node: Node) throws(ContractFailure) -> TypeID {
        guard schema.types.count < limits.types else {
            let message = "a schema has at most \(limits.types) types (limit types); divide it"
            throw AvroFault.limit.failure(at: node, message)
        }
        schema.types.append(type)
        schema.nodes.append(node)
        return TypeID(schema.types.count - 1)
    }

    /// Begins a list in which no name may stand twice.
    mutating func beginList() { stamp += 1 }

    /// Whether a name has not been seen since the list began.
    mutating func isFirst(_ name: NameID) -> Bool {
        if stamps.count <= name.index {
            stamps.append(contentsOf: repeatElement(0, count: schema.names.count - stamps.count))
        }
        defer { stamps[name.index] = stamp }
        return stamps[name.index] != stamp
    }

    /// Notes something that readers put up with.
    mutating func remark(_ fault: AvroFault, at node: Node, _ message: String) {
        schema.remarks.append(AvroSchema.Remark(fault: fault, node: node, message: message))
    }

    private mutating func readName(
        _ name: Node,
        _ node: Node,
        in namespace: NameID?,
        of parent: TypeID?,
        _ slot: Int
    ) throws(ContractFailure) -> TypeID {
        let text = name.bytes
        if let kind = AvroType.Kind(primitive: text) {
            return try add(AvroType(kind, parent: parent, slot: slot), at: node)
        }
        let full = fullName(text, in: namespace)
        let id = try add(AvroType(.reference, parent: parent, slot: slot), at: node)
        if let known = definition(of: full) {
            schema.types[id.index].first = known.index
        } else {
            pending.append(Pending(type: id, full: full, bare: schema.names.intern(text)))
        }
        return id
    }

    private mutating func readObject(
        _ node: Node,
        in namespace: NameID?,
        of parent: TypeID?,
        _ slot: Int
    ) throws(ContractFailure) -> TypeID {
        let attributes = Attributes(of: node)
        guard let name = attributes[.type] else {
            throw AvroFault.missingAttribute.failure(at: node, "a schema's object has a 'type'")
        }
        guard name.isString else {
            let message = "'type' of a schema's object is a name; a union or an object stands in its place, not inside"
            throw AvroFault.attributeType.failure(at: name, message)
        }
        let text = name.bytes
        if let kind = AvroType.Kind(primitive: text) {
            let id = try add(AvroType(kind, parent: parent, slot: slot), at: node)
            readLogicalType(of: id, attributes)
            return id
        }
        switch AvroType.Kind(complex: text) {
        case .record: return try readRecord(node, attributes, in: namespace, of: parent, slot)
        case .enumeration: return try readEnumeration(node, attributes, in: namespace, of: parent, slot)
        case .fixed: return try readFixed(node, attributes, in: namespace, of: parent, slot)
        case .array: return try readContainer(.array, .items, node, attributes, in: namespace, of: parent, slot)
        case .map: return try readContainer(.map, .values, node, attributes, in: namespace, of: parent, slot)
        default: return try readName(name, node, in: namespace, of: parent, slot)
        }
    }

    private mutating func readContainer(
        _ kind: AvroType.Kind,
        _ key: Attributes.Name,
        _ node: Node,
        _ attributes: Attributes,
        in namespace: NameID?,
        of parent: TypeID?,
        _ slot: Int
    ) throws(ContractFailure) -> TypeID {
        guard let inner = attributes[key] else {
            throw AvroFault.missingAttribute.failure(at: node, "\(kind.word) has '\(key)', the schema of what it holds")
        }
        let id = try add(AvroType(kind, parent: parent, slot: slot), at: node)
        schema.types[id.index].first = try read(inner, in: namespace, of: id).index
        readLogicalType(of: id, attributes)
        return id
    }

    private mutating func readUnion(
        _ node: Node,
        in namespace: NameID?,
        of parent: TypeID?,
        _ slot: Int
    ) throws(ContractFailure) -> TypeID {
        let id = try add(AvroType(.union, parent: parent, slot: slot), at: node)
        var branches: [TypeID] = []
        branches.reserveCapacity(node.count)
        for element in node.elements {
            guard !element.isArray else {
                let message = "a union does not stand directly in a union; list its branches here"
                throw AvroFault.nestedUnion.failure(at: element, message)
            }
            branches.append(try read(element, in: namespace, of: id, slot: branches.count))
        }
        schema.types[id.index].first = schema.branches.count
        schema.types[id.index].count = branches.count
        schema.branches += branches
        unions.append(id)
        return id
    }
}
