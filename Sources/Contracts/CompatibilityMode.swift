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
package enum CompatibilityMode: String, Hashable, NamedChoice {
    package static let kindName = "compatibility mode"

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
}

/// How an addition to an object that allows unknown members is judged.
package enum CompatibilityPolicy: String, Hashable, NamedChoice {
    package static let kindName = "compatibility policy"

    /// By proof: an instance that was valid and no longer is makes the change incompatible.
    case strict = "STRICT"
    /// By convention: nobody sends members under names that were not declared, and readers pass over unknown ones.
    case lenient = "LENIENT"
}
