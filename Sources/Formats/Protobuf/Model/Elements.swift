/// Elements that lie one after the other in their array.
typealias Span = Range<Int>

/// A file of a schema.
struct FileElement: Sendable {
    /// Its path, as imports name it.
    var path = 0
    var package = 0
    var packageStart = -1
    var syntax = Syntax.proto2
    var syntaxStart = -1
    /// Whether `syntax` or `edition` is written out.
    var hasSyntax = false
    var imports: Span = 0..<0
    var messages: Span = 0..<0
    var enums: Span = 0..<0
    var services: Span = 0..<0
    var extensions: Span = 0..<0
    var options = -1
    var features = Features(.proto2)
}

/// An import of a file.
struct ImportElement: Sendable {
    enum Kind: UInt8, Sendable { case plain, isPublic, weak, option }
    let path: Int
    let kind: Kind
    let start: Int
    /// The file that is meant, once found.
    var file = -1
}

/// A message, a group or the entry of a map.
struct MessageElement: Sendable {
    var name = 0
    var fullName = 0
    /// The name without the package.
    var nestedName = 0
    var file = 0
    /// The message around it, or -1.
    var parent = -1
    var start = 0
    var nameStart = 0
    /// Past the last message inside of it.
    var last = 0
    var fields: Span = 0..<0
    var oneofs: Span = 0..<0
    var extensionRanges: Span = 0..<0
    var reservedRanges: Span = 0..<0
    var reservedNames: Span = 0..<0
    var options = -1
    var isMapEntry = false
    var isGroup = false
    /// Whether it has `message_set_wire_format`.
    var isMessageSet = false
    var features = Features(.proto2)
}

/// A field or an extension.
struct FieldElement: Sendable {
    enum Label: UInt8, Sendable { case none, optional, required, repeated }

    var name = 0
    var number = 0
    var kind = FieldKind.named
    var label = Label.none
    /// The type's name as written.
    var typeName = 0
    /// The message or enum that it is of, or -1.
    var type = -1
    /// The message that it is declared in, or -1.
    var parent = -1
    var file = 0
    /// The oneof that it is in, or -1.
    var oneof = -1
    /// What an extension extends, as written; 0 for a field.
    var extendeeName = 0
    /// The message that an extension extends, or -1.
    var extendee = -1
    var fullName = 0
    var start = 0
    var nameStart = 0
    var typeStart = 0
    var numberStart = 0
    var extendeeStart = 0
    var options = -1
    var jsonName = 0
    /// Where `json_name` is written, or -1.
    var jsonNameStart = -1
    /// Where the default is written, or -1.
    var defaultStart = -1
    /// Index among the defaults, or -1.
    var defaultValue = -1
    var isMap = false
    var features = Features(.proto2)

    var isExtension: Bool { extendeeName != 0 }
    var isRepeated: Bool { label == .repeated }
}

/// A oneof.
struct OneofElement: Sendable {
    var name = 0
    var parent = 0
    var start = 0
    var nameStart = 0
    var options = -1
    var count = 0
    var features = Features(.proto2)
}

/// An enum.
struct EnumElement: Sendable {
    var name = 0
    var fullName = 0
    var nestedName = 0
    var file = 0
    var parent = -1
    var start = 0
    var nameStart = 0
    var values: Span = 0..<0
    var reservedRanges: Span = 0..<0
    var reservedNames: Span = 0..<0
    var options = -1
    var allowsAlias = false
    var features = Features(.proto2)
}

/// A value of an enum.
struct EnumValueElement: Sendable {
    var name = 0
    var number = 0
    var parent = 0
    var start = 0
    var numberStart = 0
    var options = -1
}

/// A service.
struct ServiceElement: Sendable {
    var name = 0
    var fullName = 0
    var file = 0
    var start = 0
    var nameStart = 0
    var methods: Span = 0..<0
    var options = -1
}

/// A method of a service.
struct MethodElement: Sendable {
    var name = 0
    var parent = 0
    var start = 0
    var nameStart = 0
    var inputName = 0
    var outputName = 0
    var inputStart = 0
    var outputStart = 0
    var input = -1
    var output = -1
    var streamsInput = false
    var streamsOutput = false
    var options = -1
}

/// A range of numbers, both ends included.
struct NumberRange: Sendable {
    var first: Int
    var last: Int
    var start: Int
    var endStart: Int
    var options = -1
}

/// A reserved name.
struct ReservedName: Sendable {
    var name: Int
    var start: Int
}
