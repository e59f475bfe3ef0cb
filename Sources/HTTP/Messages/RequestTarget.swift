/// What a request line asks for.
///
/// - SeeAlso: RFC 9112, section 3.2.
struct RequestTarget {
    let path: Path
    let query: Query
    /// True for the asterisk of `OPTIONS *`.
    let concernsServer: Bool

    /// `/` without parameters.
    static var root: RequestTarget { RequestTarget(path: Path(segments: []), query: Query(), concernsServer: false) }

    private init(path: Path, query: Query, concernsServer: Bool) {
        self.path = path
        self.query = query
        self.concernsServer = concernsServer
    }

    /// Reads a target in origin-form, absolute-form or asterisk-form.
    ///
    /// - Returns: Nil where it must be refused.
    init?(_ octets: ArraySlice<UInt8>, method: Method) {
        if octets.first == .slash {
            self.init(pathAndQuery: octets)
        } else if octets.elementsEqual([UInt8(ascii: "*")]) {
            guard method == .options else { return nil }
            self.init(path: Path(segments: []), query: Query(), concernsServer: true)
        } else {
            self.init(absolute: octets)
        }
    }

    private init?(pathAndQuery octets: ArraySlice<UInt8>) {
        let mark = octets.firstIndex(of: UInt8(ascii: "?")) ?? octets.endIndex
        guard let path = Path(octets[..<mark]), let query = Query(octets[mark...].dropFirst()) else { return nil }
        self.init(path: path, query: query, concernsServer: false)
    }

    /// `http://HOST/path`: the host is checked and otherwise ignored, since this server is the only one here.
    private init?(absolute octets: ArraySlice<UInt8>) {
        let scheme = octets.prefix(7)
        guard scheme.lazy.map(\.lowercased).elementsEqual("http://".utf8) else { return nil }
        let rest = octets.dropFirst(7)
        let end = rest.firstIndex { $0 == .slash || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        let authority = rest[..<end]
        guard !authority.isEmpty, Authority.isValid(authority) else { return nil }
        let remainder = rest[end...]
        self.init(pathAndQuery: remainder.first == .slash ? remainder : ([.slash] + remainder)[...])
    }
}
