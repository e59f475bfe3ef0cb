internal import Sockets

/// The `HOST[:PORT]` of a Host field or an absolute target.
///
/// - SeeAlso: RFC 9110, section 7.2; RFC 3986, section 3.2.
enum Authority {
    /// True for a host name, an IPv4 address or an IPv6 address in brackets, with an optional port up to 65535.
    ///
    /// Userinfo, escapes and the sub-delimiters of `reg-name` are refused: nobody has such a host, and proxies disagree
    /// about them.
    static func isValid(_ octets: ArraySlice<UInt8>) -> Bool {
        let host: ArraySlice<UInt8>
        if octets.first == UInt8(ascii: "[") {
            guard let close = octets.firstIndex(of: UInt8(ascii: "]")) else { return false }
            host = octets[...close]
            guard isAddress(host.dropFirst().dropLast()) else { return false }
        } else {
            host = octets.prefix { $0 != .colon }
            guard isName(host) else { return false }
        }
        let rest = octets[host.endIndex...]
        return rest.isEmpty || (rest.first == .colon && isPort(rest.dropFirst()))
    }

    /// Labels of letters, digits, `-` and `_`, none of them empty; a dot at the end is allowed.
    private static func isName(_ octets: ArraySlice<UInt8>) -> Bool {
        guard octets.allSatisfy(OctetClass.host.contains), octets.first != UInt8(ascii: ".") else { return false }
        return !zip(octets, octets.dropFirst()).contains { $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".") }
    }

    private static func isAddress(_ octets: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: octets, as: UTF8.self)
        guard octets.contains(.colon) else { return false }
        return (try? SocketAddress(host: text, port: 0)) != nil
    }

    private static func isPort(_ octets: ArraySlice<UInt8>) -> Bool {
        guard octets.allSatisfy(\.isDigit), octets.count <= 5 else { return false }
        return octets.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 65535
    }
}
