extension Document {
    /// Reads a JSON or YAML text, whichever it is.
    ///
    /// What begins with `{`, `[` or `"` is read as JSON first, and as YAML where it is no JSON.
    ///
    /// - Parameters:
    ///   - source: UTF-8.
    ///   - fileName: Where it comes from; a name that ends in `.json` says that it is JSON and nothing else.
    ///   - limits: What is refused for its size.
    /// - Returns: The tree over `source`.
    /// - Throws: ``SyntaxFailure``: that of JSON for a `.json` file, else that of YAML.
    public static func parse(
        _ source: [UInt8],
        named fileName: String? = nil,
        limits: DocumentLimits = .contract
    ) throws(SyntaxFailure) -> Document {
        if let fileName, fileName.lowercased().hasSuffix(".json") { return try json(source, limits: limits) }
        if looksLikeJSON(source), let document = try? json(source, limits: limits) { return document }
        return try yaml(source, limits: limits)
    }

    private static func looksLikeJSON(_ source: [UInt8]) -> Bool {
        let text = source.starts(with: Encoding.byteOrderMark) ? source.dropFirst(3) : source[...]
        switch text.first(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): return true
        default: return false
        }
    }
}
