package import Syntax

/// A JSON value as text that is the same for equal values: members sorted, numbers in one spelling.
package struct CanonicalValue: Hashable, Sendable {
    /// The text.
    package let bytes: [UInt8]

    /// The text of a value.
    package init(_ value: JSON) { bytes = value.withSortedMembers.bytes }
}

extension JSON {
    /// The same value with the members of every object sorted by the octets of their keys.
    var withSortedMembers: JSON {
        switch self {
        case .array(let elements): .array(elements.map(\.withSortedMembers))
        case .object(let members):
            .object(
                members.map { Member($0.key, $0.value.withSortedMembers) }
                    .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            )
        default: self
        }
    }
}

/// The values of an `enum` or `const`, looked up in constant time.
package struct ValueSet: Hashable, Sendable {
    /// The values in the order of the text, each once.
    package let values: [JSON]
    let keys: Set<CanonicalValue>

    /// A set of values.
    package init(_ values: [JSON]) {
        var keys = Set<CanonicalValue>(minimumCapacity: values.count)
        self.values = values.filter { keys.insert(CanonicalValue($0)).inserted }
        self.keys = keys
    }

    /// Those of the values that are texts.
    var texts: [String] { values.compactMap { if case .string(let text) = $0 { text } else { nil } } }

    /// Whether a value is one of these.
    package func contains(_ value: JSON) -> Bool { keys.contains(CanonicalValue(value)) }

    package static func == (left: ValueSet, right: ValueSet) -> Bool { left.keys == right.keys }

    package func hash(into hasher: inout Hasher) { hasher.combine(keys) }
}
