/// The path of a request, split at its slashes and decoded once.
///
/// No segment is `.` or `..`, and none contains a slash, a backslash or NUL: such a request is refused before any
/// handler sees it. Segments are data; no part of them ever reaches the file system.
public struct Path: Sendable {
    /// The decoded text between the slashes.
    ///
    /// None for `/`; a slash at the end leaves an empty one.
    public let segments: [String]
    /// The names that the route's template gives to segments, by position.
    private var names: [String?] = []

    /// A path of decoded segments.
    public init(segments: [String]) {
        self.segments = segments
    }

    /// The segment that stands where the route's template has a name in braces.
    ///
    /// - Parameter name: Such as `subject` for `/subjects/{subject}`.
    /// - Returns: Nil where the template has no such name.
    public subscript(name: String) -> String? {
        guard let index = names.firstIndex(of: name) else { return nil }
        return segments[index]
    }

    /// The path with the names of a template that it matches.
    func named(_ names: [String?]) -> Path {
        var path = self
        path.names = names
        return path
    }

    /// Reads the path of a request target, without its query.
    ///
    /// - Returns: Nil where it must be refused.
    init?(_ octets: ArraySlice<UInt8>) {
        guard octets.first == .slash else { return nil }
        var segments: [String] = []
        var start = octets.startIndex + 1
        if start < octets.endIndex { segments.reserveCapacity(8) }
        while start <= octets.endIndex && octets.count > 1 {
            let end = octets[start...].firstIndex(of: .slash) ?? octets.endIndex
            guard let segment = Self.segment(octets[start..<end]) else { return nil }
            segments.append(segment)
            start = end + 1
        }
        self.init(segments: segments)
    }

    private static func segment(_ octets: ArraySlice<UInt8>) -> String? {
        guard octets.allSatisfy(OctetClass.path.contains), let text = PercentEncoding.decode(octets) else { return nil }
        guard text != "." && text != ".." else { return nil }
        guard octets.contains(.percent) else { return text }
        return text.utf8.contains { $0 == .slash || $0 == UInt8(ascii: "\\") || $0 == 0 } ? nil : text
    }
}
