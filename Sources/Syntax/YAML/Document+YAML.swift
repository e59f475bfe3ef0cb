extension Document {
    /// Reads a YAML text that holds one document.
    ///
    /// The core schema decides what plain scalars are: `NO`, `yes` and dates are strings, `012` is the number 12.
    /// Anchors are expanded, keys that are numbers, truth values or null become their text, tags outside the core
    /// schema are passed over, and `<<` is a key like any other. Comments are not kept.
    ///
    /// - Parameters:
    ///   - source: UTF-8.
    ///   - limits: What is refused for its size.
    /// - Returns: The tree over `source`; null if the text has no document.
    /// - Throws: ``SyntaxFailure`` with the place of what is wrong.
    /// - SeeAlso: YAML 1.2.2, section 10.3 (core schema).
    public static func yaml(_ source: [UInt8], limits: DocumentLimits = .contract) throws(SyntaxFailure) -> Document {
        var composer = try YAMLComposer(checking: source, limits: limits)
        guard let document = try composer.nextDocument() else {
            return Document(source: source, cells: [Cell(.null, position: 0, length: 0)])
        }
        if let second = try composer.nextDocument() {
            throw SyntaxFailure(
                .malformed,
                at: second.root.position,
                expected: "one document",
                found: "a second one"
            )
        }
        return document
    }

    /// Reads all documents of a YAML text; as ``yaml(_:limits:)`` otherwise.
    ///
    /// - Parameters:
    ///   - source: UTF-8.
    ///   - limits: What is refused for its size; `nodes` counts for each document.
    /// - Returns: A tree for each document, over the whole of `source`.
    /// - Throws: ``SyntaxFailure`` with the place of what is wrong.
    public static func yamlStream(
        _ source: [UInt8],
        limits: DocumentLimits = .contract
    ) throws(SyntaxFailure) -> [Document] {
        var composer = try YAMLComposer(checking: source, limits: limits)
        var documents: [Document] = []
        while let document = try composer.nextDocument() { documents.append(document) }
        return documents
    }
}

extension YAMLComposer {
    /// A composer of a text whose octets are looked at first.
    fileprivate init(checking source: [UInt8], limits: DocumentLimits) throws(SyntaxFailure) {
        try Encoding.check(source, limits: limits)
        if let offset = Encoding.firstControl(of: source) {
            throw SyntaxFailure(
                .malformed,
                atByte: offset,
                of: source,
                expected: "no control character (in double quotes it can be escaped)",
                found: Encoding.shown(offset, in: source)
            )
        }
        self.init(source: source, limits: limits)
    }
}
