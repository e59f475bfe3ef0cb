internal import Contracts

extension RuleCard {
    /// The rules that comparisons of every format have, sorted by id.
    package static let common: [RuleCard] = [
        RuleCard(
            Finding.undecided,
            .error,
            RuleAxes(.both, "verdict", .changed),
            summary: "It could not be decided whether the change breaks anything.",
            why:
                "What is not proved to hold is not promised: the change counts as breaking until somebody looked at it.",
            source: "Canon, the promise that nothing is passed over in silence",
            example: nil
        ),
        RuleCard(
            Finding.notLookedAt,
            .warning,
            RuleAxes(.both, "history", .changed),
            summary: "A transitive mode did not compare all earlier versions.",
            why: "The mode promises something about them too, and nobody looked.",
            source: "Canon, the limit on how far a transitive mode looks back",
            example: nil
        ),
    ]
}
