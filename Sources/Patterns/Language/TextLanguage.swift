/// The texts that match some patterns, do not match others, and have a length.
public struct TextLanguage: Sendable {
    /// Patterns that are found in the text.
    public var matching: [Pattern]
    /// Patterns that are not.
    public var avoiding: [Pattern]
    /// In code points.
    public var length: ClosedRange<Int>

    /// A language.
    public init(matching: [Pattern] = [], avoiding: [Pattern] = [], length: ClosedRange<Int> = 0...Int.max) {
        self.matching = matching
        self.avoiding = avoiding
        self.length = length
    }

    /// What there is to say of a language.
    public enum Answer: Hashable, Sendable {
        /// It has no text: proved.
        case empty
        /// A text of it, of the shortest there are, with letters and digits where there is a choice.
        case text(String)
        /// It takes more than the budget to tell.
        case undecided
    }

    /// How much work answers may be; what is left after one is for the next.
    public struct Budget: Hashable, Sendable {
        /// States of all patterns together that are looked at.
        public var states: Int
        /// Instructions that are looked at, and steps from a state to the next.
        public var steps: Int

        /// A budget.
        public init(states: Int = 20_000, steps: Int = 5_000_000) {
            self.states = states
            self.steps = steps
        }
    }

    /// A shortest text, or the proof that there is none.
    ///
    /// - Complexity: Within the budget; O(states × classes of code points).
    public func shortest(within budget: inout Budget) -> Answer {
        var search = LanguageSearch(self, budget)
        let answer = search.run()
        budget.states -= search.visited
        budget.steps -= search.steps
        return answer
    }

    /// A shortest text, or the proof that there is none, within the usual budget.
    public func shortest() -> Answer {
        var budget = Budget()
        return shortest(within: &budget)
    }
}
