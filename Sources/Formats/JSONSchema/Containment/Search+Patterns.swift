internal import Patterns
import Syntax

/// Building strings that match patterns.
extension Search {
    /// Steps of patterns that count as one step of the search.
    private static let patternStepsInOne = 50

    /// A shortest text that matches what it must, and nothing that it must not.
    func buildMatching(_ conjunct: Conjunct) -> Verdict {
        guard let (language, isWhole) = language(of: conjunct) else { return .unknown(.combination("enum of texts")) }
        let obstacle = conjunct.patterns.lazy.map(\.pattern)
        var budget = TextLanguage.Budget()
        let steps = budget.steps
        let answer = language.shortest(within: &budget)
        if let spent = solver.spend((steps - budget.steps) / Self.patternStepsInOne) { return .unknown(spent) }
        switch answer {
        case .empty: return .empty
        case .text(let text) where isWhole: return .inhabited(.string(text))
        case .text: return .unknown(obstacle.first { $0.matches("") == nil }?.obstacle ?? .unconfirmed)
        case .undecided: return .unknown(obstacle.first?.obstacle ?? .unconfirmed)
        }
    }

    /// The texts of a conjunct, and whether all that is asked is in it: what is not executed is left out.
    private func language(of conjunct: Conjunct) -> (TextLanguage, isWhole: Bool)? {
        var language = TextLanguage(length: conjunct.minimumSize...conjunct.maximumSize)
        var isWhole = true
        for (pattern, matches) in conjunct.patterns {
            guard case .success(let compiled) = pattern.compiled else {
                isWhole = false
                continue
            }
            if matches { language.matching.append(compiled) } else { language.avoiding.append(compiled) }
        }
        let words = conjunct.excluded.flatMap(\.values).compactMap {
            if case .string(let word) = $0 { word } else { nil }
        }
        guard !words.isEmpty else { return (language, isWhole) }
        guard let excluded = try? Pattern(words: words) else { return nil }
        language.avoiding.append(excluded)
        return (language, isWhole)
    }
}
