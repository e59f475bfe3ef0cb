/// The type of a field; the raw values are those of `FieldDescriptorProto.Type`.
enum FieldKind: Int, Hashable, Sendable {
    case double = 1
    case float, int64, uint64, int32, fixed64, fixed32, bool, string, group, message, bytes, uint32, enumeration
    case sfixed32, sfixed64, sint32, sint64
    /// A name that has not been looked up.
    case named = 0

    /// The word in the text, which is nil for what has a name of its own.
    init?(word: ArraySlice<UInt8>) {
        guard word.count <= 8 else { return nil }
        let packed = Self.packed(word)
        for known in Self.words where known.packed == packed {
            self = known.kind
            return
        }
        return nil
    }

    /// At most eight letters as one number.
    private static func packed(_ word: some Collection<UInt8>) -> UInt64 {
        word.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The words of the scalar types, the most frequent ones first.
    private static let words: [(packed: UInt64, kind: FieldKind)] = {
        let kinds: [FieldKind] = [
            .string, .int32, .int64, .bool, .double, .bytes, .float, .uint32, .uint64, .fixed64, .fixed32, .sfixed32,
            .sfixed64, .sint32, .sint64,
        ]
        return kinds.map { (packed("\($0)".utf8), $0) }
    }()

    /// The word that messages to people use.
    var word: String { Self.shownWords[rawValue] }

    private static let shownWords: [String] = (0...FieldKind.sint64.rawValue).map { number in
        guard let kind = FieldKind(rawValue: number), kind != .enumeration else { return "enum" }
        return "\(kind)"
    }

    /// Whether it is a whole number.
    var isInteger: Bool {
        switch self {
        case .int64, .uint64, .int32, .fixed64, .fixed32, .uint32, .sfixed32, .sfixed64, .sint32, .sint64: true
        default: false
        }
    }

    /// Whether it is a whole number of 64 bits.
    var isWide: Bool {
        switch self {
        case .int64, .uint64, .fixed64, .sfixed64, .sint64: true
        default: false
        }
    }

    /// Whether it is a whole number without sign.
    var isUnsigned: Bool {
        switch self {
        case .uint64, .fixed64, .fixed32, .uint32: true
        default: false
        }
    }

    /// Whether many of them can be packed together.
    var isPackable: Bool {
        switch self {
        case .string, .bytes, .message, .group, .named: false
        default: true
        }
    }

    /// Whether it can be the key of a map.
    var isMapKey: Bool { isInteger || self == .bool || self == .string }

    /// Whether it stands for a message, in either encoding.
    var isMessage: Bool { self == .message || self == .group }
}
