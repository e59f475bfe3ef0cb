/// The name a contract is registered under: dot-separated words, such as `billing.invoice`.
///
/// A value of this type is always valid, so no other code re-checks the text.
package struct Subject: Hashable, Sendable {
    /// 1 to 200 bytes: words of lowercase letters, digits and inner hyphens, joined by dots.
    package let name: String

    /// Longest name in bytes.
    package static let longest = 200

    /// Reads a name.
    ///
    /// - Throws: ``NameError`` that says which character is wrong.
    package init(parsing text: String) throws(NameError) {
        guard (1...Self.longest).contains(text.utf8.count) else {
            throw NameError(what: "subject", text: text, expected: "1 to \(Self.longest) characters")
        }
        let words = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard words.allSatisfy(Self.isWord) else {
            throw NameError(
                what: "subject",
                text: text,
                expected: "words of a-z, 0-9 and inner hyphens joined by dots, such as billing.invoice"
            )
        }
        name = text
    }

    private static func isWord(_ word: Substring.UTF8View) -> Bool {
        let hyphen = UInt8(ascii: "-")
        guard let first = word.first, let last = word.last, first != hyphen, last != hyphen else { return false }
        return word.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == hyphen }
    }
}

extension Subject: Comparable, CustomStringConvertible {
    package static func < (left: Subject, right: Subject) -> Bool { left.name < right.name }
    package var description: String { name }
}

/// Why a text is no name of its kind.
package struct NameError: Error, Hashable, CustomStringConvertible {
    /// What was to be named, such as `subject`.
    package let what: String
    /// The text as given.
    package let text: String
    /// What a name of this kind looks like.
    package let expected: String

    /// A refusal of a name.
    package init(what: String, text: String, expected: String) {
        self.what = what
        self.text = text
        self.expected = expected
    }

    /// The stable code.
    package static let code = "NAME_INVALID"

    package var description: String { "'\(text.prefix(80))' is no \(what): expected \(expected)" }
}
