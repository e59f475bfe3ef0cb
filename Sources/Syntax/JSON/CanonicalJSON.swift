/// The canonical form of JSON: no white space, members sorted, one way to write each string and number.
///
/// - SeeAlso: RFC 8785.
public enum CanonicalJSON {
    /// Reads a JSON text that is to be written canonically.
    ///
    /// - Parameters:
    ///   - source: UTF-8 without a byte order mark, which ``Document/json(_:limits:)`` would pass over.
    ///   - limits: What is refused for its size.
    /// - Returns: The tree over `source`.
    /// - Throws: ``SyntaxFailure`` with the place of the first octet that is wrong.
    public static func document(
        _ source: [UInt8],
        limits: DocumentLimits = .contract
    ) throws(SyntaxFailure) -> Document {
        guard !source.starts(with: Encoding.byteOrderMark) else {
            throw SyntaxFailure(
                .malformed,
                atByte: 0,
                of: source,
                expected: "a value",
                found: "a byte order mark"
            )
        }
        return try Document.json(source, limits: limits)
    }

    /// The canonical form of a value that was read.
    ///
    /// - Parameters:
    ///   - value: Its strings and keys are kept octet by octet; nothing is normalised.
    ///   - numbers: `.exact` never fails; `.ecmascript` is RFC 8785 to the letter.
    /// - Returns: UTF-8.
    /// - Throws: ``NumberOutOfRange`` with `.ecmascript`, where a number is too large for a double.
    public static func bytes<Numbers: CanonicalNumbers>(
        of value: Node,
        numbers: Numbers
    ) throws(Numbers.Failure) -> [UInt8] {
        var writer = CanonicalWriter<Numbers>()
        try writer.write(value)
        return writer.json.bytes
    }

    /// The canonical form of a value that a program made; as for a ``Node``.
    public static func bytes<Numbers: CanonicalNumbers>(
        of value: JSON,
        numbers: Numbers
    ) throws(Numbers.Failure) -> [UInt8] {
        var writer = CanonicalWriter<Numbers>()
        try writer.write(value)
        return writer.json.bytes
    }

    /// Whether one key stands before another: by UTF-16 code units, found from their UTF-8.
    ///
    /// - SeeAlso: RFC 8785, section 3.2.3.
    static func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        for place in 0..<min(left.count, right.count) where left[place] != right[place] {
            return rank(left[place]) < rank(right[place])
        }
        return left.count < right.count
    }

    /// In UTF-16 what is beyond U+FFFF (first octet F0…F4) stands before U+E000…U+FFFF (EE, EF).
    private static func rank(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte }
}

private struct CanonicalWriter<Numbers: CanonicalNumbers> {
    var json = JSONWriter()
    private var isFirst = true

    mutating func write(_ value: Node) throws(Numbers.Failure) {
        switch value.kind {
        case .null: json.bytes += "null".utf8
        case .false: json.bytes += "false".utf8
        case .true: json.bytes += "true".utf8
        case .number: try write(number: value.bytes)
        case .string: json.write(utf8: value.bytes.span)
        case .array:
            open("[")
            for element in value.elements {
                separate()
                try write(element)
            }
            close("]")
        case .object:
            open("{")
            for (key, value) in Self.sorted(value.members.map { ($0.key.bytes, $0.value) }) {
                write(key: key)
                try write(value)
            }
            close("}")
        }
    }

    mutating func write(_ value: JSON) throws(Numbers.Failure) {
        switch value {
        case .null: json.bytes += "null".utf8
        case .bool(let value): json.bytes += (value ? "true" : "false").utf8
        case .number(let number): json.bytes += try Numbers.text(of: number).utf8
        case .string(let text): json.write(string: text)
        case .array(let elements):
            open("[")
            for element in elements {
                separate()
                try write(element)
            }
            close("]")
        case .object(let members):
            open("{")
            for member in Self.sorted(members) {
                separate()
                json.write(string: member.key)
                json.bytes.append(UInt8(ascii: ":"))
                try write(member.value)
            }
            close("}")
        }
    }

    private static func sorted<Value>(_ members: [(ArraySlice<UInt8>, Value)]) -> [(ArraySlice<UInt8>, Value)] {
        sorted(members) { CanonicalJSON.precedes($0.0.span, $1.0.span) }
    }

    private static func sorted(_ members: [JSON.Member]) -> [JSON.Member] {
        sorted(members) { CanonicalJSON.precedes($0.key.utf8.span, $1.key.utf8.span) }
    }

    /// The members as they are where they are in order already, as most that a program makes.
    private static func sorted<Member>(_ members: [Member], by precedes: (Member, Member) -> Bool) -> [Member] {
        let isSorted = members.indices.dropFirst().allSatisfy { !precedes(members[$0], members[$0 - 1]) }
        return isSorted ? members : members.sorted(by: precedes)
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        json.bytes.append(UInt8(ascii: bracket))
        isFirst = true
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        json.bytes.append(UInt8(ascii: bracket))
        isFirst = false
    }

    /// Writes a comma, but for the first item of a list.
    private mutating func separate() {
        if !isFirst { json.bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func write(key: ArraySlice<UInt8>) {
        separate()
        json.write(utf8: key.span)
        json.bytes.append(UInt8(ascii: ":"))
    }

    /// Whole numbers of up to 15 digits are written in one way only, and fit a double.
    private mutating func write(number text: ArraySlice<UInt8>) throws(Numbers.Failure) {
        if text.count <= 15, text.allSatisfy({ (48...57).contains($0) }) {
            json.bytes += text
        } else {
            json.bytes += try Numbers.text(of: ExactNumber(json: text)).utf8
        }
    }
}
