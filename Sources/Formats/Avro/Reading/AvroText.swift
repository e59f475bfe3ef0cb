internal import Compatibility
internal import Contracts
internal import Syntax

/// The JSON text of a schema.
///
/// Schemas in use have comments, and numbers with leading zeros, which the specification's canonical form names. They
/// are read as if blanks stood there, so that every place in the text stays where it is.
///
/// - SeeAlso: Avro 1.12 specification, "Transforming into Parsing Canonical Form".
enum AvroText {
    /// Types nest one in another where other documents' values do not.
    private static let limits = DocumentLimits(depth: 512)

    /// The tree of a text.
    ///
    /// - Throws: ``ContractFailure`` with the first place that is no JSON.
    static func document(of source: ContractSource) throws(ContractFailure) -> Document {
        do throws(SyntaxFailure) {
            return try Document.json(source.bytes, limits: limits)
        } catch {
            if let document = try? Document.json(blanked(source.bytes), limits: limits) { return document }
            throw ContractFailure(error, file: source.file)
        }
    }

    /// The trees of a set's texts, under their paths.
    ///
    /// - Throws: ``ContractFailure`` with the first place that is no JSON.
    static func documents(of set: FileSet) throws(ContractFailure) -> [Document] {
        var documents: [Document] = []
        for file in set.files where [".avsc", ".json"].contains(where: file.path.hasSuffix) {
            documents.append(try document(of: ContractSource(file.bytes, file: file.path)).named(file.path))
        }
        return documents
    }

    /// The text with blanks for comments and for zeros in front of numbers.
    static func blanked(_ source: [UInt8]) -> [UInt8] {
        var blanks = Blanks(text: source)
        blanks.run()
        return blanks.text
    }
}

/// Walks over a text and writes blanks; strings stay as they are.
private struct Blanks {
    var text: [UInt8]
    private var index = 0

    init(text: [UInt8]) { self.text = text }

    mutating func run() {
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\""): passString()
            case UInt8(ascii: "/"): blankComment()
            case UInt8(ascii: "0"): blankZero()
            default: index += 1
            }
        }
    }

    private func byte(_ offset: Int) -> UInt8? {
        let place = index + offset
        return text.indices.contains(place) ? text[place] : nil
    }

    private mutating func passString() {
        index += 1
        while let byte = byte(0), byte != UInt8(ascii: "\"") { index += byte == UInt8(ascii: "\\") ? 2 : 1 }
        index += 1
    }

    private mutating func blankComment() {
        switch byte(1) {
        case UInt8(ascii: "/"):
            while let byte = byte(0), byte != 0x0A, byte != 0x0D { blank() }
        case UInt8(ascii: "*"):
            blank()
            blank()
            while let one = byte(0), let other = byte(1), (one, other) != (UInt8(ascii: "*"), UInt8(ascii: "/")) {
                blank()
            }
            blank()
            blank()
        default: index += 1
        }
    }

    /// A line's end stays, so that lines are counted as before; so does every octet's place.
    private mutating func blank() {
        if let byte = byte(0), byte != 0x0A, byte != 0x0D { text[index] = 0x20 }
        index += 1
    }

    private mutating func blankZero() {
        let before = byte(-1) ?? 0x20
        let startsNumber = !Self.isDigit(before) && before != UInt8(ascii: ".") && !Self.isExponent(before)
        if startsNumber, before != UInt8(ascii: "-"), let next = byte(1), Self.isDigit(next) { text[index] = 0x20 }
        index += 1
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func isExponent(_ byte: UInt8) -> Bool {
        [UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+")].contains(byte)
    }
}
