/// What a rule is about, on three axes, so that one test can ask for every rule's mirrors.
package struct RuleAxes: Hashable, Sendable {
    /// Whom a change touches.
    package enum Side: String, Hashable, Sendable, CaseIterable {
        /// Who reads data, and who writes it.
        case reader, writer
        /// What a caller sends, and what it is answered.
        case request, response
        /// What operations send, and what they ask for.
        case input, output
        /// All, or the rule does not tell them apart.
        case both

        /// The other side; nil where there is none.
        package var mirror: Side? { Self.mirrors[self] }

        private static let mirrors: [Side: Side] = [
            .reader: .writer, .writer: .reader, .request: .response, .response: .request, .input: .output,
            .output: .input,
        ]
    }

    /// What happened to it.
    package enum Change: String, Hashable, Sendable, CaseIterable {
        case added, removed
        /// Fewer values are possible than before.
        case tightened
        /// More values are possible than before.
        case loosened
        /// Others are possible than before, or they mean something else.
        case changed

        /// What undoes it; nil for what undoes itself.
        package var mirror: Change? { Self.mirrors[self] }

        private static let mirrors: [Change: Change] = [
            .added: .removed, .removed: .added, .tightened: .loosened, .loosened: .tightened,
        ]
    }

    /// Whom the change touches.
    package let side: Side
    /// What changed, in a few words, such as `type` or `enum value`; the same for mirrored rules.
    package let aspect: String
    /// How it changed.
    package let change: Change

    /// Three axes.
    package init(_ side: Side, _ aspect: String, _ change: Change) {
        self.side = side
        self.aspect = aspect
        self.change = change
    }

    /// The same change on the other side; nil where a rule is about both.
    package var acrossSides: RuleAxes? { side.mirror.map { RuleAxes($0, aspect, change) } }

    /// The change undone; nil where it would have the same axes.
    package var undone: RuleAxes? { change.mirror.map { RuleAxes(side, aspect, $0) } }

    /// Whether a rule with these axes reports what one with others does: a rule about both sides does so for each.
    package func covers(_ other: RuleAxes) -> Bool {
        (side == other.side || side == .both) && aspect == other.aspect && change == other.change
    }
}
