internal import Contracts
import Syntax

/// The convention that a member's name means the same to both sides of an exchange.
///
/// A writer whose schema leaves members open may send any that neither side knows. Under a name that only the reader's
/// schema declares it sends nothing, since nobody agreed on that name before; so an optional member may be added. An
/// object that is closed refuses what was open all the same.
struct OpenContent {
    /// Pairs of schemas that are held side by side; what lies beyond is judged without the convention.
    private static let pairLimit = 50_000

    private let writer: SchemaDocument
    private let reader: SchemaDocument
    /// By a schema of the writer, the names that it leaves to the reader.
    private var unsent: [SchemaID: Set<PropertyName>] = [:]
    private var seen: Set<[SchemaID]> = []
    private var open: [(writer: SchemaID, reader: SchemaID)] = []

    /// The writer's schemas as the reader may take them to be; both documents are a schema as a whole.
    static func schemas(of writer: SchemaDocument, readBy reader: SchemaDocument) -> ProjectedSchemas {
        guard let sub = writer.root, let sup = reader.root else {
            return ProjectedSchemas(document: writer, entries: [:])
        }
        var content = OpenContent(writer: writer, reader: reader)
        content.walk(from: sub, sup)
        return content.projected()
    }

    private init(writer: SchemaDocument, reader: SchemaDocument) {
        self.writer = writer
        self.reader = reader
    }

    private mutating func walk(from sub: SchemaID, _ sup: SchemaID) {
        enter([sub], [sup])
        while let pair = open.popLast() {
            let parts = (Self.parts(of: pair.writer, in: writer), Self.parts(of: pair.reader, in: reader))
            let (mine, theirs) = (Inside(parts.0, writer), Inside(parts.1, reader))
            let names = Set(theirs.members.keys).subtracting(mine.members.keys)
            if mine.isOpen, !names.isEmpty { unsent[pair.writer, default: []].formUnion(names) }
            for (name, schemas) in mine.members { enter(schemas, theirs.members[name] ?? theirs.others) }
            enter(mine.others, theirs.others)
            enter(mine.elements, theirs.elements)
        }
    }

    private mutating func enter(_ writers: [SchemaID], _ readers: [SchemaID]) {
        for one in writers {
            for other in readers where seen.count < Self.pairLimit {
                if seen.insert([one, other]).inserted { open.append((one, other)) }
            }
        }
    }

    /// The schemas that apply to one place together, or one of which does.
    private static func parts(of id: SchemaID, in document: SchemaDocument) -> [SchemaID] {
        var found: [SchemaID] = []
        var seen: Set<SchemaID> = []
        var open = [id]
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            found.append(next)
            for keyword in document[next].keywords { open += keyword.inPlace }
        }
        return found
    }

    /// Each schema that leaves names to the reader is entered by way of one that sends nothing under them.
    private func projected() -> ProjectedSchemas {
        guard !unsent.isEmpty else { return ProjectedSchemas(document: writer, entries: [:]) }
        var schemas = writer.schemas
        let impossible = SchemaID(schemas.count)
        schemas.append(Schema(node: nil, keywords: [.never]))
        var entries: [SchemaID: SchemaID] = [:]
        for (id, names) in unsent.sorted(by: { $0.key < $1.key }) {
            entries[id] = SchemaID(schemas.count)
            let table = PropertyTable(names.sorted().map { ($0, impossible) })
            schemas.append(Schema(node: nil, keywords: [.reference(id), .properties(table)]))
        }
        for index in writer.schemas.indices {
            let keywords = schemas[index].keywords
            schemas[index] = schemas[index].with(keywords.map { $0.mappingNested { entries[$0] ?? $0 } })
        }
        return ProjectedSchemas(document: SchemaDocument(schemas: schemas, root: writer.root), entries: entries)
    }

    /// What the schemas of one place say of what is inside of it.
    private struct Inside {
        var members: [PropertyName: [SchemaID]] = [:]
        /// Members that are not declared by name.
        var others: [SchemaID] = []
        var elements: [SchemaID] = []
        /// Whether members that are not declared may be anything.
        var isOpen = true

        init(_ parts: [SchemaID], _ document: SchemaDocument) {
            for part in parts {
                for keyword in document[part].keywords { add(keyword, document) }
            }
        }

        private mutating func add(_ keyword: Keyword, _ document: SchemaDocument) {
            switch keyword {
            case .properties(let table):
                for entry in table.entries { members[entry.name, default: []].append(entry.schema) }
            case .additionalProperties(_, let schema), .unevaluatedProperties(let schema):
                others.append(schema)
                if !document[document.target(of: schema)].keywords.isEmpty { isOpen = false }
            case .patternProperties(let entries): others += entries.map(\.schema)
            case .prefix(let members): elements += members
            case .rest(_, let schema): elements.append(schema)
            default: break
            }
        }
    }
}
