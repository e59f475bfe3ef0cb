/// A version in three numbers, with an optional pre-release part: `2.1.0`, `3.0.0-rc.1`.
///
/// - SeeAlso: Semantic Versioning 2.0.0.
package struct SemanticVersion: Hashable, Sendable {
    /// Raised by a breaking change.
    package let major: Int
    /// Raised by an addition.
    package let minor: Int
    /// Raised by a change that no reader notices.
    package let patch: Int
    /// The part behind the hyphen; empty for a release.
    package let preRelease: String

    /// A release version.
    package init(_ major: Int, _ minor: Int, _ patch: Int, preRelease: String = "") {
        self.major = major
        self.minor = minor
        self.patch = patch
        self.preRelease = preRelease
    }

    /// Reads a version.
    ///
    /// - Throws: ``NameError`` if the text is none; build metadata (`+…`) is refused, since it has no order.
    package init(parsing text: String) throws(NameError) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(Self.number)
        guard numbers.count == 3, let major = numbers[0], let minor = numbers[1], let patch = numbers[2] else {
            throw NameError(what: "version", text: text, expected: "three numbers such as 2.1.0")
        }
        let preRelease = parts.count > 1 ? String(parts[1]) : nil
        guard preRelease.map(Self.isPreRelease) ?? true else {
            throw NameError(what: "version", text: text, expected: "letters, digits, '.' and '-' behind the hyphen")
        }
        self.init(major, minor, patch, preRelease: preRelease ?? "")
    }

    private static func number(_ text: Substring) -> Int? {
        let digits = text.utf8
        guard (1...9).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        guard digits.count == 1 || digits.first != 48 else { return nil }
        return Int(text)
    }

    private static func isPreRelease(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return text.utf8.count <= 60
            && parts.allSatisfy { part in
                !part.isEmpty && !(part.count > 1 && part.first == 48 && isNumber(part))
                    && part.allSatisfy { byte in
                        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                    }
            }
    }

    fileprivate static func isNumber(_ text: some Sequence<UInt8>) -> Bool {
        text.allSatisfy { (48...57).contains($0) }
    }

    /// The smallest version that a change of this size leads to.
    package func raised(by bump: Bump) -> SemanticVersion {
        switch bump {
        case .major: SemanticVersion(major + 1, 0, 0)
        case .minor: SemanticVersion(major, minor + 1, 0)
        case .patch, .none: SemanticVersion(major, minor, patch + 1)
        }
    }

    /// How far a later version is raised above this one; `none` if it is not above.
    package func bump(to later: SemanticVersion) -> Bump {
        guard self < later else { return .none }
        if later.major != major { return .major }
        return later.minor != minor ? .minor : .patch
    }
}

/// The size of a change, as a semantic version tells it.
package enum Bump: String, Hashable, Sendable, CaseIterable, Comparable {
    case none
    case patch
    case minor
    case major

    package static func < (left: Bump, right: Bump) -> Bool { left.rank < right.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension SemanticVersion: Comparable, CustomStringConvertible {
    package static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
        let (one, other) = ((left.major, left.minor, left.patch), (right.major, right.minor, right.patch))
        guard one == other else { return one < other }
        // A pre-release comes before its release.
        guard !left.preRelease.isEmpty, !right.preRelease.isEmpty else {
            return !left.preRelease.isEmpty && right.preRelease.isEmpty
        }
        return Self.precedes(left.preRelease, right.preRelease)
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        let (ones, others) = (left.split(separator: "."), right.split(separator: "."))
        for (one, other) in zip(ones, others) where one != other {
            switch (isNumber(one.utf8), isNumber(other.utf8)) {
            case (true, true):
                // Without leading zeros the longer number is the greater.
                return (one.utf8.count, String(one)) < (other.utf8.count, String(other))
            case (true, false): return true
            case (false, true): return false
            case (false, false): return one < other
            }
        }
        return ones.count < others.count
    }

    package var description: String {
        "\(major).\(minor).\(patch)" + (preRelease.isEmpty ? "" : "-\(preRelease)")
    }
}
