/// Which way a value flows between an old and a new version.
package enum Direction: String, Hashable, Sendable, CaseIterable {
    /// What the old version wrote, the new one reads.
    case backward
    /// What the new version writes, the old one reads.
    case forward
}

/// What a subject promises about its successive versions.
///
/// A mode is the list of directions that must hold, and whether they hold against every earlier version or the last.
package enum CompatibilityMode: String, Hashable, Sendable, CaseIterable {
    case none = "NONE"
    case backward = "BACKWARD"
    case backwardTransitive = "BACKWARD_TRANSITIVE"
    case forward = "FORWARD"
    case forwardTransitive = "FORWARD_TRANSITIVE"
    case full = "FULL"
    case fullTransitive = "FULL_TRANSITIVE"

    /// The directions that must hold.
    package var directions: [Direction] { Self.promises[self]?.directions ?? [] }

    /// Whether every earlier version counts, not only the last.
    package var isTransitive: Bool { Self.promises[self]?.isTransitive ?? false }

    private static let promises: [CompatibilityMode: (directions: [Direction], isTransitive: Bool)] = [
        .none: ([], false),
        .backward: ([.backward], false),
        .backwardTransitive: ([.backward], true),
        .forward: ([.forward], false),
        .forwardTransitive: ([.forward], true),
        .full: ([.backward, .forward], false),
        .fullTransitive: ([.backward, .forward], true),
    ]

    /// Reads a mode's name.
    ///
    /// - Throws: ``NameError`` that lists the modes.
    package init(parsing text: String) throws(NameError) {
        guard let mode = Self(rawValue: text) else {
            let known = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw NameError(what: "compatibility mode", text: text, expected: "one of \(known)")
        }
        self = mode
    }
}

/// How an addition to an object that allows unknown members is judged.
package enum CompatibilityPolicy: String, Hashable, Sendable, CaseIterable {
    /// By proof: an instance that was valid and no longer is makes the change incompatible.
    case strict = "STRICT"
    /// By convention: nobody sends members under names that were not declared, and readers pass over unknown ones.
    case lenient = "LENIENT"

    /// Reads a policy's name.
    ///
    /// - Throws: ``NameError`` that lists them.
    package init(parsing text: String) throws(NameError) {
        guard let policy = Self(rawValue: text) else {
            throw NameError(what: "compatibility policy", text: text, expected: "STRICT or LENIENT")
        }
        self = policy
    }
}
