/// The escapes of URLs.
///
/// - SeeAlso: RFC 3986, section 2.1.
public enum PercentEncoding {
    /// Text as one path segment or query value: everything but letters, digits, `-`, `.`, `_` and `~` is escaped.
    public static func encode(_ text: String) -> String {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.utf8.count)
        for octet in text.utf8 {
            if OctetClass.unreserved.contains(octet) {
                octets.append(octet)
            } else {
                octets += [.percent, digit(octet >> 4), digit(octet & 15)]
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

    /// Text with its escapes resolved once.
    ///
    /// - Parameters:
    ///   - octets: The encoded text.
    ///   - plusIsSpace: True for query parameters as forms write them.
    /// - Returns: Nil where an escape is broken or the result is no UTF-8.
    static func decode(_ octets: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> String? {
        guard octets.contains(.percent) || (plusIsSpace && octets.contains(UInt8(ascii: "+"))) else {
            return String(decoding: octets, as: UTF8.self)
        }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(octets.count)
        var index = octets.startIndex
        while index < octets.endIndex {
            let octet = octets[index]
            if octet == .percent {
                guard index + 2 < octets.endIndex, let high = octets[index + 1].hexadecimalValue,
                    let low = octets[index + 2].hexadecimalValue
                else { return nil }
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(plusIsSpace && octet == UInt8(ascii: "+") ? .space : octet)
                index += 1
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }
}
