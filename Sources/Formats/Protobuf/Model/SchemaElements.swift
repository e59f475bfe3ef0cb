internal import Contracts

/// What is asked of a schema while it is put together, and after.
protocol SchemaElements: Sendable {
    var names: NameTable { get }
    var texts: Layered<SourceText> { get }
    var files: Layered<FileElement> { get }
    var messages: Layered<MessageElement> { get }
}

extension SchemaElements {
    /// The place of an element in its file.
    func place(_ offset: Int, file: Int, _ address: String) -> Place {
        Place(pointer: address, position: texts[file].position(offset), file: names.text(files[file].path))
    }

    /// The kind by which a field is written: a message with delimiters is a group.
    func wireKind(_ field: FieldElement) -> FieldKind {
        guard field.kind == .message else { return field.kind }
        let isInMap = field.isMap || (field.parent >= 0 && !field.isExtension && messages[field.parent].isMapEntry)
        return field.features.messageEncoding == 2 && !isInMap ? .group : .message
    }

    /// Whether a reader can tell that a field was not sent.
    func hasPresence(_ field: FieldElement) -> Bool {
        if field.isRepeated { return false }
        return field.isExtension || field.kind.isMessage || field.oneof >= 0 || field.features.presence != 2
    }

    /// Whether a field must be sent.
    func isRequired(_ field: FieldElement) -> Bool { !field.isRepeated && field.features.presence == 3 }
}
