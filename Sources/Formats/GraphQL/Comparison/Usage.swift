/// What operations do with the types of a schema: send values, ask for values, or neither.
///
/// In a text that is only a part of a schema, such as one without queries or of a federated service, every type counts
/// as used both ways, since others may use it. So does a scalar or enum that nothing leads to: values go where a schema
/// does not say, such as into custom scalars and generated code. For another type, no operation can name it.
struct Usage: Sendable {
    struct Ways: OptionSet, Sendable {
        let rawValue: UInt8
        /// Values of it are sent.
        static let input = Ways(rawValue: 1)
        /// Values of it are asked for.
        static let output = Ways(rawValue: 2)
        static let both: Ways = [.input, .output]
    }

    /// Whether the text is only a part of a schema.
    let isPart: Bool
    private let schema: GraphQLSchema
    private var ways: [Ways]
    private var open: [Int] = []
    private var implementers: [[Int32]]

    init(of schema: GraphQLSchema) {
        self.schema = schema
        let federation: [Word] = [.key, .link, .shareable, .interfaceObject]
        let isFederated = schema.applied.contains { directive in federation.contains { directive.name == $0 } }
        isPart = isFederated || schema.schema.roots[0] == nil
        ways = [Ways](repeating: isPart ? .both : [], count: schema.types.count)
        implementers = []
        if !isPart { findUses() }
    }

    /// What is done with a type; built-in scalars are used both ways.
    func ways(_ name: NameID) -> Ways {
        let index = schema.typeIndices[Int(name.index)]
        return index < 0 ? .both : ways[Int(index)]
    }

    /// Whether an operation can name or meet a type.
    func isUsed(_ name: NameID) -> Bool { !ways(name).isEmpty }

    private mutating func findUses() {
        implementers = [[Int32]](repeating: [], count: schema.types.count)
        for (index, type) in schema.types.enumerated() {
            for reference in type.interfaces.range {
                let interface = schema.typeIndices[Int(schema.references[reference].name.index)]
                if interface >= 0 { implementers[Int(interface)].append(Int32(index)) }
            }
        }
        for root in schema.schema.roots.compactMap({ $0 }) { mark(root.name, .output) }
        for directive in schema.directives where !directive.locations.isDisjoint(with: .executable) {
            for index in directive.arguments.range { mark(schema.arguments[index].type.name, .input) }
        }
        while let index = open.popLast() { follow(index) }
        for (index, type) in schema.types.enumerated() where type.kind.isLeaf && ways[index].isEmpty {
            ways[index] = .both
        }
    }

    private mutating func mark(_ name: NameID, _ way: Ways) {
        let index = Int(schema.typeIndices[Int(name.index)])
        guard index >= 0, !ways[index].contains(way) else { return }
        ways[index].insert(way)
        open.append(index)
    }

    private mutating func follow(_ index: Int) {
        let type = schema.types[index]
        switch type.kind {
        case .scalar, .enumeration: break
        case .input: for field in type.members.range { mark(schema.fields[field].type.name, .input) }
        case .union: for member in type.types.range { mark(schema.references[member].name, .output) }
        case .object, .interface:
            for interface in type.interfaces.range { mark(schema.references[interface].name, .output) }
            for implementer in implementers[index] { mark(schema.types[Int(implementer)].name, .output) }
            for field in type.members.range {
                mark(schema.fields[field].type.name, .output)
                for argument in schema.fields[field].arguments.range {
                    mark(schema.arguments[argument].type.name, .input)
                }
            }
        }
    }
}
