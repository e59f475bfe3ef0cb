internal import Sockets

/// Writes an access record as one line of JSON.
///
/// Every control character, quote and octet that is no ASCII is escaped, so that no request can forge a line.
enum AccessLine {
    /// Adds a line.
    ///
    /// - Parameters:
    ///   - record: What is told.
    ///   - milliseconds: The time of day, since 1 January 1970 UTC.
    ///   - output: Grows by the line.
    static func write(_ record: AccessRecord, milliseconds: Int, to output: inout [UInt8]) {
        output.append(contentsOf: "{\"time\":\"".utf8)
        writeTime(milliseconds, to: &output)
        output.append(contentsOf: "\",\"request_id\":\"".utf8)
        record.id.write(to: &output)
        output.append(contentsOf: "\",\"peer\":\"".utf8)
        output.append(contentsOf: record.peer.description.utf8)
        output.append(contentsOf: "\",\"status\":".utf8)
        output.append(contentsOf: String(record.status.code).utf8)
        output.append(contentsOf: ",\"bytes\":".utf8)
        output.append(contentsOf: String(record.contentCount).utf8)
        output.append(contentsOf: ",\"duration_us\":".utf8)
        output.append(contentsOf: String(record.duration.microseconds).utf8)
        if let method = record.method {
            output.append(contentsOf: ",\"method\":\"".utf8)
            output.append(contentsOf: method.rawValue.utf8)
            output.append(contentsOf: "\",\"path\":\"".utf8)
            writeEscaped(record.path, to: &output)
            output.append(UInt8(ascii: "\""))
        }
        if let refusal = record.refusal {
            output.append(contentsOf: ",\"refusal\":\"".utf8)
            output.append(contentsOf: refusal.rawValue.utf8)
            output.append(UInt8(ascii: "\""))
        }
        output.append(contentsOf: "}\n".utf8)
    }

    /// Such as `2026-11-24T12:08:42.123Z`.
    private static func writeTime(_ milliseconds: Int, to output: inout [UInt8]) {
        let date = CivilDate(secondsSince1970: milliseconds / 1000)
        CivilDate.write(date.year, digits: 4, to: &output)
        output.append(UInt8(ascii: "-"))
        CivilDate.write(date.month, digits: 2, to: &output)
        output.append(UInt8(ascii: "-"))
        CivilDate.write(date.day, digits: 2, to: &output)
        output.append(UInt8(ascii: "T"))
        date.writeClock(to: &output)
        output.append(UInt8(ascii: "."))
        CivilDate.write(milliseconds % 1000, digits: 3, to: &output)
        output.append(UInt8(ascii: "Z"))
    }

    /// Text inside JSON quotes, in ASCII alone.
    static func writeEscaped(_ text: String, to output: inout [UInt8]) {
        for unit in text.utf16 {
            switch unit {
            case 0x22, 0x5C: output += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: unit)]
            case 0x20..<0x7F: output.append(UInt8(truncatingIfNeeded: unit))
            default: writeUnicode(unit, to: &output)
            }
        }
    }

    private static func writeUnicode(_ unit: UInt16, to output: inout [UInt8]) {
        output.append(contentsOf: "\\u".utf8)
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift)) & 15
            output.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }
}
