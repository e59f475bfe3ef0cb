internal import Syntax

/// Whether a JSON value is one of a type, as the default of a field.
///
/// - SeeAlso: Avro 1.12 specification, "Complex Types", "field default values": the default of a union is a value of any
///   of its branches.
struct DefaultCheck {
    let schema: AvroSchema
    /// What is known of records, by value and type: a union of records that hold it again is asked often.
    private var known: [UInt64: Bool] = [:]

    init(schema: AvroSchema) { self.schema = schema }

    /// Whether readers take the value.
    mutating func accepts(_ value: Node, _ id: TypeID) -> Bool {
        let target = schema.target(of: id)
        let type = schema[target]
        switch type.kind {
        case .null: return value.isNull
        case .boolean: return value.bool != nil
        case .int: return WholeNumber.value(of: value).flatMap(Int32.init(exactly:)) != nil
        case .long: return WholeNumber.value(of: value) != nil
        case .float, .double: return value.isNumber || value.string.map(Self.isNumberText) ?? false
        case .bytes, .string, .enumeration, .fixed: return value.isString
        case .array: return value.isArray && accept(value.elements, type)
        case .map: return value.isObject && accept(value.members.lazy.map(\.value), type)
        case .union:
            for branch in schema.branches[type.range] where accepts(value, branch) { return true }
            return false
        case .record:
            let key = UInt64(value.index) << 32 | UInt64(target.index)
            if let answer = known[key] { return answer }
            let answer = accepts(value, fieldsOf: type)
            known[key] = answer
            return answer
        case .reference: return false
        }
    }

    private mutating func accept(_ values: some Sequence<Node>, _ container: AvroType) -> Bool {
        for value in values where !accepts(value, TypeID(container.first)) { return false }
        return true
    }

    /// A field that the value leaves out has its own default, which is checked where it stands.
    private mutating func accepts(_ value: Node, fieldsOf record: AvroType) -> Bool {
        guard value.isObject else { return false }
        for field in schema.fields[record.range] {
            if let member = value[schema.names.text(field.name)] {
                guard accepts(member, field.type) else { return false }
            } else if !field.hasDefault {
                return false
            }
        }
        return true
    }

    /// Texts that stand for numbers which JSON has not, and numbers in quotes.
    private static func isNumberText(_ text: String) -> Bool {
        ["NaN", "Infinity", "-Infinity"].contains(text) || Double(text) != nil
    }

    /// What readers put up with in a value that they take: nil where there is nothing.
    func doubt(_ value: Node, _ id: TypeID) -> String? {
        let target = schema.target(of: id)
        let type = schema[target]
        switch type.kind {
        case .enumeration where value.isString:
            let isSymbol = schema.symbols[type.range].contains { value.bytes.elementsEqual(schema.names.utf8($0)) }
            return isSymbol ? nil : "the default is none of the enum's symbols; readers fail when they need it"
        case .fixed where value.isString:
            let count = value.text.unicodeScalars.count
            return count == type.count ? nil : "the default has \(count) bytes, the fixed type \(type.count)"
        case .bytes where value.isString:
            let isLatin = value.text.unicodeScalars.allSatisfy { $0.value < 256 }
            return isLatin ? nil : "the default of bytes has characters beyond U+00FF, which stand for no byte"
        case .float, .double:
            return value.isString ? "the default is a text; write the number without quotes" : nil
        default: return nil
        }
    }
}
