internal import Contracts
internal import Syntax

/// An Avro schema that has been read and checked, ready to be compared many times.
///
/// Types, fields and names lie in flat lists and are told by their index; references are resolved.
package struct AvroSchema: Sendable {
    /// A text that the schema was read from.
    struct Text: Sendable {
        let document: Document
        /// The file, or the reference that named the text.
        let name: String?
    }

    /// Something that the specification asks for and that readers put up with.
    struct Remark: Sendable {
        let fault: AvroFault
        let node: Node
        let message: String
    }

    var names = NameTable()
    var types: [AvroType] = []
    /// Where each type stands.
    var nodes: [Node] = []
    var named: [NamedType] = []
    var fields: [AvroField] = []
    /// The object of each field.
    var fieldNodes: [Node] = []
    var branches: [TypeID] = []
    var symbols: [NameID] = []
    var aliases: [NameID] = []
    var texts: [Text] = []
    var remarks: [Remark] = []
    /// The type that the whole text is.
    var root = TypeID(0)
    /// The types that a set of files is about, where they are several: the branches of the root.
    var tops: [TypeID] = []

    init() {}

    subscript(id: TypeID) -> AvroType { types[id.index] }

    /// The definition that a type is, or that it refers to.
    func target(of id: TypeID) -> TypeID {
        let type = types[id.index]
        return type.kind == .reference ? TypeID(type.first) : id
    }

    /// What a named type has beside its members; nil for the others.
    func named(_ id: TypeID) -> NamedType? { types[id.index].named.map { named[$0] } }

    /// The words for a type in messages: `long`, `record 'billing.Invoice'`.
    func description(of id: TypeID) -> String {
        let target = target(of: id)
        guard let named = named(target) else { return self[target].kind.word }
        return "\(self[target].kind.word) '\(names.text(named.full))'"
    }
}

extension AvroType.Kind {
    /// The specification's word for it.
    var word: String {
        switch self {
        case .int: "int"
        case .long: "long"
        case .float: "float"
        case .double: "double"
        case .null: "null"
        case .boolean: "boolean"
        case .bytes: "bytes"
        case .string: "string"
        case .array: "array"
        case .map: "map"
        case .union: "union"
        case .fixed: "fixed"
        case .enumeration: "enum"
        case .record: "record"
        case .reference: "reference"
        }
    }

    /// The primitive type of a name, or nil.
    init?(primitive name: ArraySlice<UInt8>) {
        let found: Self? =
            switch (name.count, name.first) {
            case (6, UInt8(ascii: "s")): Word.matches(name, "string") ? .string : nil
            case (3, UInt8(ascii: "i")): Word.matches(name, "int") ? .int : nil
            case (4, UInt8(ascii: "l")): Word.matches(name, "long") ? .long : nil
            case (4, UInt8(ascii: "n")): Word.matches(name, "null") ? .null : nil
            case (6, UInt8(ascii: "d")): Word.matches(name, "double") ? .double : nil
            case (7, UInt8(ascii: "b")): Word.matches(name, "boolean") ? .boolean : nil
            case (5, UInt8(ascii: "f")): Word.matches(name, "float") ? .float : nil
            case (5, UInt8(ascii: "b")): Word.matches(name, "bytes") ? .bytes : nil
            default: nil
            }
        guard let found else { return nil }
        self = found
    }

    /// The complex type of a word, or nil.
    init?(complex word: ArraySlice<UInt8>) {
        let found: Self? =
            switch (word.count, word.first) {
            case (6, UInt8(ascii: "r")): Word.matches(word, "record") ? .record : nil
            case (5, UInt8(ascii: "e")): Word.matches(word, "error") ? .record : nil
            case (4, UInt8(ascii: "e")): Word.matches(word, "enum") ? .enumeration : nil
            case (5, UInt8(ascii: "a")): Word.matches(word, "array") ? .array : nil
            case (3, UInt8(ascii: "m")): Word.matches(word, "map") ? .map : nil
            case (5, UInt8(ascii: "f")): Word.matches(word, "fixed") ? .fixed : nil
            default: nil
            }
        guard let found else { return nil }
        self = found
    }
}
