// Constants against their types, and input objects that can have no value.
extension SchemaChecks {
    /// Whether a constant is a value of a type; custom scalars take everything.
    mutating func checkValue(_ value: Int32, _ type: TypeReference) {
        let cell = schema.values[Int(value)]
        if cell.kind == .null {
            if type.isNonNull { addValue(value, type) }
            return
        }
        let nullable = type.nullable
        guard !nullable.isList else {
            guard cell.kind == .list else { return checkValue(value, nullable.inner) }
            for part in schema.parts(of: value) { checkValue(part, nullable.inner) }
            return
        }
        guard let definition = schema.type(nullable.name) else {
            if !Self.isValue(cell.kind, of: nullable.name) { addValue(value, type) }
            return
        }
        switch definition.kind {
        case .enumeration:
            let isOne = schema.fields[definition.members.range].contains { $0.name == cell.name }
            if cell.kind != .enumeration || !isOne { addValue(value, type) }
        case .input: checkObject(value, definition, type)
        default: break
        }
    }

    private static func isValue(_ kind: ValueCell.Kind, of name: NameID) -> Bool {
        switch name.word {
        case .int: kind == .integer
        case .float: kind == .integer || kind == .float
        case .string: kind == .string
        case .boolean: kind == .boolean
        case .id: kind == .integer || kind == .string
        default: true
        }
    }

    private mutating func checkObject(_ value: Int32, _ input: TypeDefinition, _ type: TypeReference) {
        guard schema.values[Int(value)].kind == .object else { return addValue(value, type) }
        let parts = schema.parts(of: value)
        let fields = schema.fields[input.members.range]
        for part in parts {
            let cell = schema.values[Int(part)]
            guard let field = fields.first(where: { $0.name == cell.name }) else {
                add(.value, cell.text.start, "'\(spelling(input.name))' has no field '\(spelling(cell.name))'")
                continue
            }
            checkValue(part + 1, field.type)
        }
        for field in fields
        where field.isRequired && !parts.contains(where: { schema.values[Int($0)].name == field.name }) {
            let offset = schema.values[Int(value)].text.start
            add(.value, offset, "the field '\(spelling(input.name)).\(spelling(field.name))' must be there")
        }
    }

    private mutating func addValue(_ value: Int32, _ type: TypeReference) {
        let text = schema.constant(value).spelling
        let offset = schema.values[Int(value)].text.start
        add(.value, offset, "\(text.prefix(60)) is no value of \(type.spelling(schema.names))")
    }

    /// Input objects that must hold one of themselves, each named once.
    mutating func checkInputCycles() {
        var states = [UInt8](repeating: 0, count: schema.types.count)
        for (index, type) in schema.types.enumerated() where type.kind == .input && states[index] == 0 {
            walk(from: index, &states)
        }
    }

    /// Depth first without recursion: 1 is on the way, 2 is done.
    private mutating func walk(from start: Int, _ states: inout [UInt8]) {
        var path: [(type: Int, next: Int)] = [(start, 0)]
        states[start] = 1
        while let (index, next) = path.last {
            let members = schema.types[index].members.range
            guard next < members.count else {
                states[index] = 2
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let field = schema.fields[members.lowerBound + next]
            let target = Int(schema.typeIndices[Int(field.type.name.index)])
            guard field.type.isNonNull, !field.type.isList, target >= 0, schema.types[target].kind == .input else {
                continue
            }
            switch states[target] {
            case 0:
                states[target] = 1
                path.append((target, 0))
            case 1:
                let name = spelling(field.type.name)
                add(.inputCycle, field.offset, "'\(name)' must hold a '\(name)', and so has no finite value")
            default: break
            }
        }
    }
}
