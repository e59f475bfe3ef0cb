/// Where a directive may be applied.
struct Locations: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// The names by bit; the first eight are those of requests.
    static let names = [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION", "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE",
        "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    ]

    /// Locations in requests.
    static let executable = Locations(rawValue: 0xFF)

    static let schema = Locations(rawValue: 1 << 8)
    static let fieldDefinition = Locations(rawValue: 1 << 11)
    static let argumentDefinition = Locations(rawValue: 1 << 12)
    static let enumValue = Locations(rawValue: 1 << 16)
    static let inputObject = Locations(rawValue: 1 << 17)
    static let inputFieldDefinition = Locations(rawValue: 1 << 18)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The location of a name.
    init?(named bytes: ArraySlice<UInt8>) {
        guard let bit = Self.names.firstIndex(where: { $0.utf8.elementsEqual(bytes) }) else { return nil }
        self.init(rawValue: 1 << UInt32(bit))
    }

    /// The location of types of a kind.
    init(_ kind: TypeKind) {
        switch kind {
        case .scalar: self.init(rawValue: 1 << 9)
        case .object: self.init(rawValue: 1 << 10)
        case .interface: self.init(rawValue: 1 << 13)
        case .union: self.init(rawValue: 1 << 14)
        case .enumeration: self.init(rawValue: 1 << 15)
        case .input: self = .inputObject
        }
    }

    /// The names of those in the set, in the specification's order.
    var spellings: [String] {
        Self.names.indices.filter { rawValue & (1 << UInt32($0)) != 0 }.map { Self.names[$0] }
    }
}
