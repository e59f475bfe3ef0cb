internal import Glibc
internal import Syntax

/// The attributes of a schema's or a field's object, found in one pass.
struct Attributes {
    /// An attribute that the specification defines.
    enum Name: Int {
        case type, name, namespace, doc, aliases, fields, symbols, items, values, size, order
        case logicalType, precision, scale
        case defaultValue

        /// How it is written.
        var word: String { self == .defaultValue ? "default" : "\(self)" }
    }

    private let document: Document
    /// By attribute the index of its value, or 0, which is the root's and so no attribute's.
    private var indices = InlineArray<15, Int32>(repeating: 0)

    /// Reads an object's members; those that the specification does not define are passed over.
    init(of object: Node) {
        document = object.document
        for member in object.members {
            guard let name = Self.name(member.key.bytes) else { continue }
            indices[name.rawValue] = Int32(truncatingIfNeeded: member.value.index)
        }
    }

    /// The value of an attribute, or nil where the object has it not.
    subscript(name: Name) -> Node? {
        let index = Int(indices[name.rawValue])
        return index > 0 ? document[index] : nil
    }

    /// Length and first letter tell the attributes apart; the rest is compared then.
    private static func name(_ key: ArraySlice<UInt8>) -> Name? {
        switch (key.count, key.first) {
        case (4, UInt8(ascii: "t")): Word.matches(key, "type") ? .type : nil
        case (4, UInt8(ascii: "n")): Word.matches(key, "name") ? .name : nil
        case (4, UInt8(ascii: "s")): Word.matches(key, "size") ? .size : nil
        case (3, UInt8(ascii: "d")): Word.matches(key, "doc") ? .doc : nil
        case (5, UInt8(ascii: "i")): Word.matches(key, "items") ? .items : nil
        case (5, UInt8(ascii: "o")): Word.matches(key, "order") ? .order : nil
        case (5, UInt8(ascii: "s")): Word.matches(key, "scale") ? .scale : nil
        case (6, UInt8(ascii: "f")): Word.matches(key, "fields") ? .fields : nil
        case (6, UInt8(ascii: "v")): Word.matches(key, "values") ? .values : nil
        case (7, UInt8(ascii: "a")): Word.matches(key, "aliases") ? .aliases : nil
        case (7, UInt8(ascii: "d")): Word.matches(key, "default") ? .defaultValue : nil
        case (7, UInt8(ascii: "s")): Word.matches(key, "symbols") ? .symbols : nil
        case (9, UInt8(ascii: "n")): Word.matches(key, "namespace") ? .namespace : nil
        case (9, UInt8(ascii: "p")): Word.matches(key, "precision") ? .precision : nil
        case (11, UInt8(ascii: "l")): Word.matches(key, "logicalType") ? .logicalType : nil
        default: nil
        }
    }
}

/// Comparison of texts with words that are known when the program is built.
enum Word {
    /// Whether a text is a word of the same length.
    static func matches(_ text: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
        guard text.count == word.utf8CodeUnitCount else { return false }
        return text.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return true }
            return memcmp(start, word.utf8Start, bytes.count) == 0
        }
    }
}
