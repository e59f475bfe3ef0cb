internal import Syntax

/// A set of JSON types; `integer` is a part of `number`.
package struct TypeSet: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let null = TypeSet(rawValue: 1)
    package static let boolean = TypeSet(rawValue: 2)
    /// Whole numbers; `1.0` is one.
    package static let integer = TypeSet(rawValue: 4)
    /// Numbers that are not whole.
    package static let fraction = TypeSet(rawValue: 8)
    package static let string = TypeSet(rawValue: 16)
    package static let array = TypeSet(rawValue: 32)
    package static let object = TypeSet(rawValue: 64)
    package static let number: TypeSet = [.integer, .fraction]
    package static let all: TypeSet = [.null, .boolean, .number, .string, .array, .object]

    private static let names: [(name: String, types: TypeSet)] = [
        ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .number), ("string", .string),
        ("array", .array), ("object", .object),
    ]

    /// The names that a schema may use.
    static let known = names.map(\.name).joined(separator: ", ")

    private static let table = NameTable(names.map(\.name))

    /// The type that a text names, or nil if there is none.
    init?(named name: Node) {
        guard let place = name.document.withText(at: name.index, { Self.table.number(of: $0) }) else { return nil }
        self = Self.names[place].types
    }

    /// The type of a value.
    init(of value: JSON) {
        switch value {
        case .null: self = .null
        case .bool: self = .boolean
        case .number(let number): self = number.isInteger ? .integer : .fraction
        case .string: self = .string
        case .array: self = .array
        case .object: self = .object
        }
    }

    /// The names of the types in the set; `integer` only where `number` is not.
    package var names: [String] {
        Self.names.filter { entry in
            isSuperset(of: entry.types) && !(entry.types == .integer && isSuperset(of: .number))
        }.map(\.name)
    }
}
