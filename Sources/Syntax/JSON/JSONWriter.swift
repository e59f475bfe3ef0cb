/// Writes JSON text, value by value.
public struct JSONWriter: Sendable {
    /// The text so far.
    public var bytes: [UInt8] = []
    /// Spaces a level of indentation has, or nil for one line.
    private let indentation: Int?

    /// A writer with nothing written yet.
    ///
    /// - Parameter indentation: Spaces a level; nil writes everything on one line.
    public init(indentation: Int? = nil) { self.indentation = indentation }

    /// Writes a value.
    public mutating func write(_ value: JSON) { write(value, depth: 0) }

    private mutating func write(_ value: JSON, depth: Int) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .number(let value): bytes += value.description.utf8
        case .string(let value): write(string: value)
        case .array(let elements):
            list(elements, "[", "]", depth) { $0.write($1, depth: depth + 1) }
        case .object(let members):
            list(members, "{", "}", depth) { writer, member in
                writer.write(string: member.key)
                writer.bytes += (writer.indentation == nil ? ":" : ": ").utf8
                writer.write(member.value, depth: depth + 1)
            }
        }
    }

    private mutating func list<Item>(
        _ items: [Item],
        _ opening: Unicode.Scalar,
        _ closing: Unicode.Scalar,
        _ depth: Int,
        _ write: (inout JSONWriter, Item) -> Void
    ) {
        bytes.append(UInt8(ascii: opening))
        for (position, item) in items.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine(depth + 1)
            write(&self, item)
        }
        if !items.isEmpty { breakLine(depth) }
        bytes.append(UInt8(ascii: closing))
    }

    private mutating func breakLine(_ depth: Int) {
        guard let indentation else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * depth))
    }

    /// Writes an object on one line, the last value of which is there as text already.
    ///
    /// - Parameters:
    ///   - members: The members before the last.
    ///   - key: The key of the last.
    ///   - text: JSON; nothing checks it.
    public mutating func write(members: [JSON.Member], lastly key: String, json text: [UInt8]) {
        write(.object(members))
        bytes.removeLast()
        if !members.isEmpty { bytes.append(UInt8(ascii: ",")) }
        write(string: key)
        bytes.append(UInt8(ascii: ":"))
        bytes += text
        bytes.append(UInt8(ascii: "}"))
    }

    /// Writes a string with its quotes; only what must be escaped is.
    ///
    /// - SeeAlso: RFC 8785, section 3.2.2.2: the same escapes as the canonical form.
    public mutating func write(string text: String) { write(utf8: text.utf8.span) }

    /// Writes UTF-8 as a string with its quotes.
    public mutating func write(utf8 text: Span<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var written = 0
        for place in text.indices where Self.mustBeEscaped(text[place]) {
            append(text.extracting(written..<place))
            escape(text[place])
            written = place + 1
        }
        append(text.extracting(written..<text.count))
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ text: Span<UInt8>) {
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes += "\\\"".utf8
        case UInt8(ascii: "\\"): bytes += "\\\\".utf8
        case 0x08: bytes += "\\b".utf8
        case 0x09: bytes += "\\t".utf8
        case 0x0A: bytes += "\\n".utf8
        case 0x0C: bytes += "\\f".utf8
        case 0x0D: bytes += "\\r".utf8
        default:
            let digits = String(byte, radix: 16)
            bytes += ("\\u00" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8
        }
    }
}

extension JSON {
    /// The value on one line.
    public var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.write(self)
        return writer.bytes
    }

    /// The value on one line.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The value over several lines, two spaces a level.
    public var indented: String {
        var writer = JSONWriter(indentation: 2)
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
