/// A URI or relative reference in its five parts.
///
/// - SeeAlso: RFC 3986, section 5.2 (resolution) and appendix B (the parts).
package struct URIReference: Hashable {
    /// Such as `https` or `canon`.
    package private(set) var scheme: String?
    /// The host with what belongs to it.
    package private(set) var authority: String?
    /// The path; empty where there is none.
    package private(set) var path: String
    private var query: String?
    /// What stands behind `#`, escaped.
    package private(set) var fragment: String?

    /// Takes a text apart; every text has parts.
    package init(_ text: String) {
        var rest = Substring(text)
        if let hash = rest.firstIndex(of: "#") {
            fragment = String(rest[rest.index(after: hash)...])
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
            scheme = String(rest[..<colon])
            rest = rest[rest.index(after: colon)...]
        }
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: "/") ?? rest.endIndex
            authority = String(rest[..<end])
            rest = rest[end...]
        }
        path = String(rest)
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, first | 0x20 >= 97, first | 0x20 <= 122 else { return false }
        return text.utf8.allSatisfy { byte in
            (97...122).contains(byte | 0x20) || (48...57).contains(byte) || [43, 45, 46].contains(byte)
        }
    }

    /// The reference as it is meant in a document with this base.
    package func resolved(against base: URIReference) -> URIReference {
        guard scheme == nil else { return self }
        var result = self
        result.scheme = base.scheme
        guard authority == nil else { return result }
        result.authority = base.authority
        if path.isEmpty {
            result.path = base.path
            result.query = query ?? base.query
        } else {
            result.path = Self.withoutDots(path.hasPrefix("/") ? path : base.merging(path))
        }
        return result
    }

    private func merging(_ relative: String) -> String {
        if authority != nil, path.isEmpty { return "/" + relative }
        guard let slash = path.lastIndex(of: "/") else { return relative }
        return path[...slash] + relative
    }

    private static func withoutDots(_ path: String) -> String {
        let isAbsolute = path.hasPrefix("/")
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(isAbsolute ? 1 : 0)
        for (position, segment) in segments.enumerated() {
            let isLast = position == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                // What leads out of a relative path stays, so that it is not taken for something within.
                if kept.last.map({ $0 == ".." }) ?? !isAbsolute { kept.append("..") } else { _ = kept.popLast() }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return (isAbsolute ? "/" : "") + kept.joined(separator: "/")
    }

    /// The reference without its fragment, as text.
    package var absolute: String {
        let scheme = scheme.map { "\($0):" } ?? ""
        let authority = authority.map { "//\($0)" } ?? ""
        let query = query.map { "?\($0)" } ?? ""
        return scheme + authority + path + query
    }

    /// Whether it names a file by a path that leads out of where all begins.
    package var leadsOut: Bool { scheme == nil && authority == nil && path.hasPrefix("../") }

    /// Whether it names a file by its path alone.
    package var isPath: Bool { scheme == nil && authority == nil }

    /// The fragment with its percent escapes resolved; empty where there is none.
    package var plainFragment: String {
        guard let fragment, fragment.utf8.contains(UInt8(ascii: "%")) else { return fragment ?? "" }
        var bytes: [UInt8] = []
        var rest = Substring(fragment).utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
