/// An `http` or `https` URL: where a server is.
///
/// User names and passwords in URLs are refused, because URLs end up in logs and process lists.
public struct HTTPURL: Hashable, Sendable {
    /// True for `https`.
    public let isSecure: Bool
    /// A name or a literal address, without brackets, in lower case.
    public let host: String
    /// The port, by default 80 or 443.
    public let port: UInt16
    /// Path and query, at least `/`.
    public let target: String

    /// Reads a URL such as `http://127.0.0.1:8080` or `https://canon.example/registry/`.
    ///
    /// - Throws: ``HTTPURLError`` that names what is wrong.
    public init(parsing text: String) throws(HTTPURLError) {
        guard let scheme = Self.scheme(of: text) else { throw .scheme(text) }
        let rest = Array(text.utf8.dropFirst(scheme.count))[...]
        let end =
            rest.firstIndex { $0 == .slash || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.endIndex
        let authority = rest[..<end]
        guard !authority.contains(UInt8(ascii: "@")) else { throw .userInformation }
        guard !authority.isEmpty, authority.first != .colon, Authority.isValid(authority) else { throw .host(text) }
        isSecure = scheme == "https://"
        (host, port) = try Self.split(authority, defaultPort: isSecure ? 443 : 80, text)
        target = try Self.target(rest[end...], text)
    }

    private static func scheme(of text: String) -> String? {
        ["http://", "https://"].first { text.lowercased().hasPrefix($0) }
    }

    private static func split(
        _ authority: ArraySlice<UInt8>,
        defaultPort: UInt16,
        _ text: String
    ) throws(HTTPURLError) -> (String, UInt16) {
        let bracket = authority.firstIndex(of: UInt8(ascii: "]"))
        let colon = authority[(bracket ?? authority.startIndex)...].firstIndex(of: .colon)
        let name = authority[..<(colon ?? authority.endIndex)]
        let digits = colon.map { authority[($0 + 1)...] } ?? []
        let host = String(decoding: bracket == nil ? name : name.dropFirst().dropLast(), as: UTF8.self).lowercased()
        guard !digits.isEmpty else { return (host, defaultPort) }
        guard let port = UInt16(String(decoding: digits, as: UTF8.self)), port > 0 else { throw .host(text) }
        return (host, port)
    }

    private static func target(_ octets: ArraySlice<UInt8>, _ text: String) throws(HTTPURLError) -> String {
        let target = octets.first == .slash ? octets : ([.slash] + octets)[...]
        guard RequestTarget(target, method: .get) != nil else { throw .target(text) }
        return String(decoding: target, as: UTF8.self)
    }

    /// What `Host` says: with the port where it is not the scheme's own.
    public var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    /// The target of a path below this URL's own.
    ///
    /// - Parameter path: Begins with a slash; may have a query.
    /// - Returns: This URL's path without its query, and the given one behind it.
    public func target(appending path: String) -> String {
        var base = target.prefix { $0 != "?" }
        while base.hasSuffix("/") { base.removeLast() }
        return base + path
    }
}

extension HTTPURL: CustomStringConvertible {
    /// The URL in its usual form.
    public var description: String { "\(isSecure ? "https" : "http")://\(authority)\(target)" }
}

/// Why a text is no URL of a server.
public enum HTTPURLError: Error, Hashable, Sendable {
    /// Neither `http://` nor `https://`.
    case scheme(String)
    /// A user name or password stands before the host.
    case userInformation
    /// The host or the port is malformed.
    case host(String)
    /// The path or the query is malformed, or there is a fragment.
    case target(String)

    /// Stable code of every error of this type.
    public static let code = "URL"
}

extension HTTPURLError: CustomStringConvertible {
    /// Says what is wrong and what to write; never shows a password.
    public var description: String {
        switch self {
        case .scheme(let text): "'\(text)' is no server's URL; write http://HOST:PORT or https://HOST"
        case .userInformation: "the URL contains a user name or password; give a token instead"
        case .host(let text): "'\(text)' has no usable host and port; write http://HOST:PORT"
        case .target(let text): "'\(text)' has a malformed path; escape it as RFC 3986 says, without '#'"
        }
    }
}
