/// One place of a schema where a type stands: a definition, or a reference to one.
struct AvroType: Sendable {
    /// What a type is; the order of the first five is that of promotion.
    enum Kind: UInt8, Sendable {
        case int, long, float, double
        case null, boolean, bytes, string
        case array, map, union
        case fixed, enumeration, record
        /// A name that stands for a type which is defined elsewhere.
        case reference
    }

    /// What it is.
    var kind: Kind
    /// | kind | `first` | `count` |
    /// |---|---|---|
    /// | array, map | the element's type | – |
    /// | union | its first branch | branches |
    /// | enumeration | its first symbol | symbols |
    /// | record | its first field | fields |
    /// | fixed | – | bytes |
    /// | reference | the type that it stands for | – |
    var first = 0
    var count = 0
    /// The type that it is part of, or nil at the root of a text.
    let parent: TypeID?
    /// Which part: the field of a record, the branch of a union.
    let slot: Int
    /// Index of what only named types have.
    var named: Int?
    /// What values mean beyond their type, where that is known and fits.
    var logical: LogicalType?

    init(_ kind: Kind, parent: TypeID?, slot: Int) {
        self.kind = kind
        self.parent = parent
        self.slot = slot
    }

    /// The members, as indices of the schema's list of them.
    var range: Range<Int> { first..<(first + count) }
}

/// Index of a type in its schema.
struct TypeID: Hashable, Sendable {
    let index: Int

    init(_ index: Int) { self.index = index }
}

/// What records, enumerations and fixed types have beside their members.
struct NamedType: Sendable {
    /// With namespace, such as `billing.Invoice`.
    let full: NameID
    /// Without.
    let simple: NameID
    /// The namespace that names inside of it belong to; nil is the null namespace.
    let namespace: NameID?
    /// Other full names that it answers to, as indices of the schema's list.
    var aliases: Range<Int>
    /// What a reader takes for a symbol that it does not know.
    var defaultSymbol: NameID?
    /// Whether it has a text for people.
    var hasDoc = false
}

/// A field of a record.
struct AvroField: Sendable {
    /// In which order values are sorted by it.
    enum Order: UInt8, Sendable {
        case ascending, descending, ignore
    }

    let name: NameID
    let type: TypeID
    /// Other names that it answers to, as indices of the schema's list.
    var aliases: Range<Int>
    var order = Order.ascending
    var hasDefault = false
    var hasDoc = false
}
