internal import Syntax

/// A cell of a constant value; the parts of lists and objects follow it.
struct ValueCell: Sendable {
    enum Kind: UInt8, Sendable {
        case null, boolean, integer, float, string, enumeration, list, object
        /// A field of an object; its value follows.
        case field
        /// A variable, which no definition may use.
        case variable
    }

    let kind: Kind
    /// The name of a field or of an enum's value.
    let name: NameID
    /// Its text.
    var text: Extent
    /// Index of the cell behind it and its parts.
    var next: Int32
}

/// A constant, compared as the value that it stands for.
indirect enum ConstantValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(ExactNumber, isInteger: Bool)
    case string(String)
    case enumeration(String)
    case list([ConstantValue])
    /// Sorted by name.
    case object([Field])

    struct Field: Hashable, Sendable {
        let name: String
        let value: ConstantValue
    }

    static func == (left: ConstantValue, right: ConstantValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.boolean(let one), .boolean(let other)): one == other
        case (.number(let one, _), .number(let other, _)): one == other
        case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
        case (.enumeration(let one), .enumeration(let other)): one == other
        case (.list(let one), .list(let other)): one == other
        case (.object(let one), .object(let other)): one == other
        default: false
        }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(spelling) }

    /// The value as SDL, the same for equal values.
    var spelling: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let number, _): JSON.number(number).text
        case .string(let text): JSON.string(text).text
        case .enumeration(let name): name
        case .list(let elements): "[\(elements.map(\.spelling).joined(separator: ","))]"
        case .object(let fields):
            "{\(fields.map { "\($0.name):\($0.value.spelling)" }.joined(separator: ","))}"
        }
    }
}

extension GraphQLSchema {
    /// The constant at a cell.
    func constant(_ index: Int32) -> ConstantValue {
        let cell = values[Int(index)]
        let bytes = source[cell.text.range]
        switch cell.kind {
        case .null, .variable: return .null
        case .boolean: return .boolean(bytes.first == UInt8(ascii: "t"))
        case .integer, .float:
            let number = ExactNumber(String(decoding: bytes, as: UTF8.self)) ?? .zero
            return .number(number, isInteger: cell.kind == .integer)
        case .string: return .string(StringToken.value(of: bytes))
        case .enumeration: return .enumeration(names.spelling(cell.name))
        case .list: return .list(parts(of: index).map(constant))
        case .object, .field:
            let fields = parts(of: index).map { part in
                ConstantValue.Field(name: names.spelling(values[Int(part)].name), value: constant(part + 1))
            }
            return .object(fields.sorted { $0.name < $1.name })
        }
    }

    /// The cells directly inside of a list or an object.
    func parts(of index: Int32) -> [Int32] {
        let end = values[Int(index)].next
        var (parts, part) = ([Int32](), index + 1)
        while part < end {
            parts.append(part)
            part = values[Int(part)].next
        }
        return parts
    }
}
