package import Syntax

/// One cause for which instances of one version are refused by the other.
package struct SchemaDifference: Sendable {
    /// What changed from the old version to the new one.
    package let kind: DifferenceKind
    /// The schema in the old version, where there is one.
    package let old: Node?
    /// The schema in the new version, where there is one.
    package let new: Node?
    /// The field, such as `/lines/*/taxCode`; empty for the whole.
    package let path: String
    /// What changed, in a sentence.
    package let message: String
    /// An instance of the schema at this place that the writer's version allows and the reader's does not.
    package let witness: JSON?
    /// Set where it is not proved that anything is refused: why.
    package let obstacle: Obstacle?
    /// Other fields with the same schemas, at most ``reachLimit``.
    package internal(set) var reaches: [String]
    /// Whether there are more than ``reaches`` lists.
    package internal(set) var reachesMore = false

    /// How many further fields a difference lists.
    static let reachLimit = 100
}
