/// How values are written in the language.
enum ProtoText {
    /// Bytes with everything that is no plain letter or sign escaped.
    static func escaped(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        for byte in bytes {
            let isPlain = byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
            if isPlain, byte != UInt8(ascii: "'") {
                text.append(byte)
            } else {
                let digits = [byte >> 6, byte >> 3 & 7, byte & 7].map { $0 + UInt8(ascii: "0") }
                text += [UInt8(ascii: "\\")] + digits
            }
        }
        return text
    }

    /// Bytes as a string of the language.
    static func quoted(_ bytes: some Sequence<UInt8>) -> String {
        "\"" + String(decoding: escaped(bytes), as: UTF8.self) + "\""
    }

    /// A number as the language writes it.
    static func number(_ number: Double) -> String {
        if number.isNaN { return "nan" }
        if number.isInfinite { return number < 0 ? "-inf" : "inf" }
        return "\(number)"
    }
}
