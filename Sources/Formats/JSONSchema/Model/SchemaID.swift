/// A schema of one ``SchemaDocument``: its index there.
package struct SchemaID: Hashable, Comparable, Sendable {
    /// Index into ``SchemaDocument/schemas``.
    package let index: Int32

    /// The schema at an index.
    package init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

    package static func < (left: SchemaID, right: SchemaID) -> Bool { left.index < right.index }
}

/// A member's name, compared octet by octet as JSON does: composed and decomposed letters differ.
package struct PropertyName: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
    /// The name.
    package let text: String

    /// A name.
    package init(_ text: String) { self.text = text }

    package init(stringLiteral value: String) { self.init(value) }

    package static func == (left: PropertyName, right: PropertyName) -> Bool {
        let (one, other) = (left.text.utf8, right.text.utf8)
        guard one.count == other.count else { return false }
        let isSame = one.withContiguousStorageIfAvailable { first in
            other.withContiguousStorageIfAvailable { first.elementsEqual($0) }
        }
        return (isSame ?? nil) ?? one.elementsEqual(other)
    }

    package static func < (left: PropertyName, right: PropertyName) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: .init($0)) }
        if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
}
