/// An option, or a field of one, that is set.
struct OptionEntry: Sendable {
    /// Index of the field among the schema's fields.
    let field: Int
    var value: OptionValue
    /// Where it is written.
    let start: Int
}

/// What an option is set to.
indirect enum OptionValue: Sendable, Hashable {
    case bool(Bool)
    /// Signed numbers, and the values of enums.
    case signed(Int64)
    case unsigned(UInt64)
    case real(Double)
    case bytes([UInt8])
    case message([OptionEntry])
}

extension OptionEntry: Hashable {
    static func == (left: OptionEntry, right: OptionEntry) -> Bool {
        left.field == right.field && left.value == right.value
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(field)
        hasher.combine(value)
    }
}

/// An option as it is written.
struct RawOption: Sendable {
    /// A part of an option's name.
    struct Part: Sendable {
        let name: Int
        /// Whether it stands in parentheses.
        let isExtension: Bool
        let start: Int
    }

    let name: [Part]
    let value: RawValue
    let start: Int
}

/// The value of an option as it is written.
struct RawValue: Sendable {
    indirect enum Kind: Sendable {
        case identifier(Int, isNegative: Bool)
        case integer(UInt64, isNegative: Bool)
        case real(Double)
        case string([UInt8])
        case aggregate([RawField])
        case list([RawValue])
    }

    let kind: Kind
    let start: Int
}

/// A field of an aggregate.
struct RawField: Sendable {
    /// The name; for an extension, or the URL of an `Any`, what stands in the brackets.
    let name: Int
    let isExtension: Bool
    /// Whether the brackets hold a URL.
    let isURL: Bool
    /// Whether a colon stands before the value, which only messages do without.
    let hasColon: Bool
    let value: RawValue
    let start: Int
}

/// The default of a field.
typealias DefaultValue = OptionValue
