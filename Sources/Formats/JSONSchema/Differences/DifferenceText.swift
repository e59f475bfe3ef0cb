internal import Contracts

/// The sentence that a difference is told in.
struct DifferenceText {
    let kind: DifferenceKind
    let direction: Direction
    /// What changed, where there is more to say than the kind.
    let detail: String?
    let verdict: Containment

    var text: String { (detail ?? general) + "; " + effect }

    private var general: String {
        let words = kind.name.lowercased().split(separator: "_").joined(separator: " ")
        return words
    }

    private var effect: String {
        guard let obstacle = verdict.obstacle else {
            return direction == .backward
                ? "values that the old version allows are refused by the new one"
                : "values that the new version allows are refused by the old one"
        }
        return "it is not decided whether "
            + (direction == .backward
                ? "the new version refuses values of the old one" : "the old version refuses values of the new one")
            + ": \(obstacle)"
    }
}
