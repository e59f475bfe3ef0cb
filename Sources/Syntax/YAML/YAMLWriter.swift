/// Writes YAML in block style, two spaces a level.
///
/// Reading the text again gives the same value. Comments, anchors and styles of a text that was read do not survive.
public struct YAMLWriter: Sendable {
    /// Keys beyond this length stand behind a `?`, as other readers want it.
    private static let longestKey = 1024
    private static let step = 2

    private var bytes: [UInt8] = []

    /// The YAML text of a value that a program made; ends with a line's end.
    public static func bytes(of value: JSON) -> [UInt8] {
        var writer = YAMLWriter()
        writer.write(value, at: 0, in: .root)
        return writer.bytes
    }

    /// The YAML text of a value that was read; ends with a line's end.
    public static func bytes(of value: Node) -> [UInt8] { bytes(of: value.json) }

    /// What a value is written behind: nothing, the dash of an item, or a key and its colon.
    private enum Place { case root, item, member }

    /// Writes a value whose own lines begin in a column, up to the end of its last line.
    private mutating func write(_ value: JSON, at column: Int, in place: Place) {
        switch value {
        case .array(let elements) where !elements.isEmpty:
            for (index, element) in elements.enumerated() {
                beginEntry(isFirst: index == 0, at: column, in: place)
                bytes.append(UInt8(ascii: "-"))
                write(element, at: column + Self.step, in: .item)
            }
        case .object(let members) where !members.isEmpty:
            for (index, member) in members.enumerated() {
                beginEntry(isFirst: index == 0, at: column, in: place)
                write(key: member.key, at: column)
                write(member.value, at: column + Self.step, in: .member)
            }
        default:
            if place != .root { bytes.append(UInt8(ascii: " ")) }
            write(scalar: value, at: place == .root ? Self.step : column)
        }
    }

    /// The first entry of a collection goes on behind a dash; others begin a line.
    private mutating func beginEntry(isFirst: Bool, at column: Int, in place: Place) {
        guard isFirst, place != .root else { return isFirst ? () : indent(column) }
        guard place == .member else { return bytes.append(UInt8(ascii: " ")) }
        bytes.append(UInt8(ascii: "\n"))
        indent(column)
    }

    private mutating func indent(_ column: Int) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: column))
    }

    private mutating func write(key: String, at column: Int) {
        let text = YAMLText(key).onOneLine
        if text.count > Self.longestKey {
            bytes += "? ".utf8 + text + "\n".utf8
            indent(column)
        } else {
            bytes += text
        }
        bytes.append(UInt8(ascii: ":"))
    }

    /// Writes a scalar or an empty collection; lines of a literal begin in a column.
    private mutating func write(scalar value: JSON, at column: Int) {
        switch value {
        case .null: bytes += "null\n".utf8
        case .bool(let value): bytes += (value ? "true\n" : "false\n").utf8
        case .number(let number): bytes += (Self.text(of: number) + "\n").utf8
        case .string(let text): write(string: YAMLText(text), at: column)
        case .array: bytes += "[]\n".utf8
        case .object: bytes += "{}\n".utf8
        }
    }

    private mutating func write(string text: YAMLText, at column: Int) {
        guard text.suitsLiteral else {
            bytes += text.onOneLine + "\n".utf8
            return
        }
        bytes += ("|" + text.literalIndicators(indentation: Self.step) + "\n").utf8
        for line in text.lines {
            if !line.isEmpty { indent(column) }
            bytes += line + "\n".utf8
        }
    }

    /// A number with a point and a sign where it has an exponent: readers of YAML 1.1 take others for texts.
    private static func text(of number: ExactNumber) -> String {
        let parts = number.description.split(separator: "e")
        guard parts.count == 2 else { return number.description }
        let mantissa = parts[0].utf8.contains(UInt8(ascii: ".")) ? String(parts[0]) : parts[0] + ".0"
        return mantissa + "e" + (parts[1].utf8.first == UInt8(ascii: "-") ? "" : "+") + parts[1]
    }
}
