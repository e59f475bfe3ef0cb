import CLinux
import Glibc

/// An IPv4 or IPv6 address with a port.
///
/// Addresses are literal: names are never resolved, so that the program also works linked statically.
public struct SocketAddress: Hashable, Sendable {
    /// The octets of the address: 4 or 16.
    public let octets: [UInt8]
    /// The port in host order; 0 asks the system for a free one.
    public let port: UInt16

    private init(octets: [UInt8], port: UInt16) {
        self.octets = octets
        self.port = port
    }

    /// The address of this machine, which other machines cannot reach.
    public static func loopback(port: UInt16) -> SocketAddress {
        SocketAddress(octets: [127, 0, 0, 1], port: port)
    }

    /// An address from its literal host and port.
    ///
    /// - Parameters:
    ///   - host: Such as `127.0.0.1` or `::1`; `localhost` stands for `127.0.0.1`.
    ///   - port: The port in host order.
    /// - Throws: ``SocketAddressError/notLiteral(_:)`` for a name.
    public init(host: String, port: UInt16) throws(SocketAddressError) {
        let literal = host == "localhost" ? "127.0.0.1" : host
        var octets = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, literal, &octets) == 1 {
            self.init(octets: Array(octets.prefix(4)), port: port)
        } else if inet_pton(AF_INET6, literal, &octets) == 1 {
            self.init(octets: octets, port: port)
        } else {
            throw .notLiteral(host)
        }
    }

    /// An address from text such as `127.0.0.1:8080`, `[::1]:8080` or `localhost:0`.
    ///
    /// - Throws: ``SocketAddressError`` where the host is no literal address or the port no number up to 65535.
    public init(parsing text: String) throws(SocketAddressError) {
        guard let colon = text.lastIndex(of: ":") else { throw .malformed(text) }
        var host = text[..<colon]
        if host.hasPrefix("[") && host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            throw .malformed(text)
        }
        guard let port = Self.port(text[text.index(after: colon)...]) else { throw .malformed(text) }
        try self.init(host: String(host), port: port)
    }

    /// One to five digits up to 65535: `UInt16("+5")` would be 5.
    private static func port(_ text: Substring) -> UInt16? {
        guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return UInt16(text)
    }

    /// The address without the port, such as `127.0.0.1` or `::1`.
    public var host: String {
        var text = [CChar](repeating: 0, count: 46)
        let family = octets.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, octets, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// True for an address that only this machine can reach.
    public var isLoopback: Bool {
        if octets.count == 4 { return octets[0] == 127 }
        let mapped = octets.starts(with: Self.mappedPrefix) && octets[12] == 127
        return mapped || (octets.dropLast().allSatisfy { $0 == 0 } && octets[15] == 1)
    }

    /// Of an IPv4 address written as IPv6, RFC 4291 section 2.5.5.2.
    private static let mappedPrefix: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
}

extension SocketAddress: CustomStringConvertible {
    /// Such as `127.0.0.1:8080` or `[::1]:8080`; ``init(parsing:)`` reads it again.
    public var description: String { octets.count == 4 ? "\(host):\(port)" : "[\(host)]:\(port)" }
}

extension SocketAddress {
    var family: CInt { octets.count == 4 ? AF_INET : AF_INET6 }

    /// Calls a function with the address in the system's form.
    func withSystemAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        var storage = sockaddr_storage()
        let length = withUnsafeMutableBytes(of: &storage) { bytes in
            octets.count == 4 ? fill(asIPv4: bytes) : fill(asIPv6: bytes)
        }
        return withUnsafePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(length)) }
        }
    }

    private func fill(asIPv4 bytes: UnsafeMutableRawBufferPointer) -> Int {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        withUnsafeMutableBytes(of: &address.sin_addr) { $0.copyBytes(from: octets) }
        bytes.storeBytes(of: address, as: sockaddr_in.self)
        return MemoryLayout<sockaddr_in>.size
    }

    private func fill(asIPv6 bytes: UnsafeMutableRawBufferPointer) -> Int {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        withUnsafeMutableBytes(of: &address.sin6_addr) { $0.copyBytes(from: octets) }
        bytes.storeBytes(of: address, as: sockaddr_in6.self)
        return MemoryLayout<sockaddr_in6>.size
    }

    /// The address in a structure that a call such as `accept4` or `getsockname` filled; nil for another family.
    init?(_ storage: sockaddr_storage) {
        let family = CInt(storage.ss_family)
        let bytes = withUnsafeBytes(of: storage) { Array($0) }
        guard family == AF_INET || family == AF_INET6 else { return nil }
        // Both layouts: family in octets 0 and 1, port in 2 and 3; the address at 4 (IPv4) or 8 (IPv6).
        let address = family == AF_INET ? bytes[4..<8] : bytes[8..<24]
        self.init(octets: Array(address), port: UInt16(bytes[2]) << 8 | UInt16(bytes[3]))
    }

    /// Calls a function that fills in an address, and reads what it filled in.
    static func filled(
        by call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> CInt
    ) -> (result: CInt, address: SocketAddress?) {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &length) }
        }
        return (result, result < 0 ? nil : SocketAddress(storage))
    }
}

/// Why a text names no address.
public enum SocketAddressError: Error, Hashable, Sendable {
    /// Neither `HOST:PORT` nor `[HOST]:PORT`, or the port is no number from 0 to 65535.
    case malformed(String)
    /// The host is a name, not an address.
    case notLiteral(String)

    /// Stable code.
    public var code: String {
        switch self {
        case .malformed: "ADDRESS_MALFORMED"
        case .notLiteral: "ADDRESS_NOT_LITERAL"
        }
    }
}

extension SocketAddressError: CustomStringConvertible {
    /// Says what was given and what to write instead.
    public var description: String {
        switch self {
        case .malformed(let text): "'\(text)' is no address; write HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080"
        case .notLiteral(let host): "'\(host)' is a name; write an address, such as 127.0.0.1 or ::1"
        }
    }
}
