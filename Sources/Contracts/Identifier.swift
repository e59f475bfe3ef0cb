/// The name of a catalog item of one kind; kinds cannot be mixed up.
///
/// 1 to 100 bytes of ASCII letters, digits, `.`, `_` and `-`, beginning with a letter or digit.
package struct Identifier<Item: NamedItem>: Hashable, Sendable {
    /// The text; always valid.
    package let name: String

    /// Longest name in bytes.
    package static var longest: Int { 100 }

    /// Reads a name.
    ///
    /// - Throws: ``NameError`` that names the kind.
    package init(parsing text: String) throws(NameError) {
        let bytes = text.utf8
        let isValid = (1...Self.longest).contains(bytes.count) && bytes.allSatisfy(Self.isAllowed)
        guard isValid, let first = bytes.first, Self.isAlphanumeric(first) else {
            throw NameError(
                what: Item.kindName,
                text: text,
                expected: "1 to \(Self.longest) letters, digits, '.', '_' or '-', beginning with a letter or digit"
            )
        }
        name = text
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}

extension Identifier: Comparable, CustomStringConvertible {
    package static func < (left: Self, right: Self) -> Bool { left.name < right.name }
    package var description: String { name }
}

/// Something that the catalog names.
package protocol NamedItem: Sendable {
    /// What it is called in messages, such as `team`.
    static var kindName: String { get }
}

/// A team, which owns things.
package enum TeamKind: NamedItem { package static let kindName = "team" }
/// A person or service account, which acts.
package enum PersonKind: NamedItem { package static let kindName = "person" }
/// A system, which originates data.
package enum SystemKind: NamedItem { package static let kindName = "system" }
/// A business entity, such as Invoice.
package enum EntityKind: NamedItem { package static let kindName = "entity" }
/// An application, which is released and consumes contracts.
package enum ApplicationKind: NamedItem { package static let kindName = "application" }
/// An environment, which releases go to.
package enum EnvironmentKind: NamedItem { package static let kindName = "environment" }
/// A policy.
package enum PolicyKind: NamedItem { package static let kindName = "policy" }
/// A contract format, such as `json-schema`.
package enum FormatKind: NamedItem { package static let kindName = "format" }

package typealias TeamID = Identifier<TeamKind>
package typealias PersonID = Identifier<PersonKind>
package typealias SystemID = Identifier<SystemKind>
package typealias EntityID = Identifier<EntityKind>
package typealias ApplicationID = Identifier<ApplicationKind>
package typealias EnvironmentID = Identifier<EnvironmentKind>
package typealias PolicyID = Identifier<PolicyKind>
package typealias FormatID = Identifier<FormatKind>
