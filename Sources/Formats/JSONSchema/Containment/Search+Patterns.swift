internal import Patterns
import Syntax

/// Building strings that match patterns and are of formats.
extension Search {
    /// Steps of patterns that count as one step of the search.
    private static let patternStepsInOne = 50
    /// Texts that are tried where a format is not a regular language.
    private static let tries = 4

    /// A shortest text that matches what it must, and nothing that it must not.
    ///
    /// A format is read as the larger of the languages that enclose it, which proves that there is no text; where the
    /// text found is not of the format, it is read as the smaller one.
    ///
    /// What is asked of formats alone is kept for the whole process, since their automata are large.
    func buildMatching(_ conjunct: Conjunct) -> Verdict {
        guard conjunct.patterns.isEmpty, !conjunct.excluded.contains(where: { !$0.texts.isEmpty }) else {
            return search(conjunct)
        }
        let question = FormatQuestion(formats: conjunct.formats, length: conjunct.minimumSize...conjunct.maximumSize)
        if let known = FormatAnswers[question] {
            return solver.spend(known.steps).map { .unknown($0) } ?? known.verdict
        }
        let before = solver.stepsLeft
        let verdict = search(conjunct)
        if case .unknown(.budget) = verdict { return verdict }
        FormatAnswers[question] = FormatAnswers.Answer(verdict: verdict, steps: before - solver.stepsLeft)
        return verdict
    }

    private func search(_ conjunct: Conjunct) -> Verdict {
        guard let (language, isWhole) = language(of: conjunct) else { return .unknown(.combination("enum of texts")) }
        let found = text(of: FormatReading.wide(conjunct.formats).languages(within: language), conjunct)
        guard case .unknown = found, FormatReading.areInexact(conjunct.formats) else {
            return settled(found, conjunct, isWhole: isWhole)
        }
        let narrow = text(of: FormatReading.narrow(conjunct.formats).languages(within: language), conjunct)
        if case .inhabited = narrow { return settled(narrow, conjunct, isWhole: isWhole) }
        return found
    }

    private func settled(_ verdict: Verdict, _ conjunct: Conjunct, isWhole: Bool) -> Verdict {
        guard case .inhabited = verdict, !isWhole else { return verdict }
        return .unknown(conjunct.patterns.first { $0.pattern.matches("") == nil }?.pattern.obstacle ?? .unconfirmed)
    }

    /// A text of one of some languages; empty only if none has a text.
    private func text(of languages: [TextLanguage], _ conjunct: Conjunct) -> Verdict {
        var obstacle: Obstacle?
        for language in languages {
            switch text(of: language, conjunct) {
            case .empty: break
            case .inhabited(let text): return .inhabited(text)
            case .unknown(let reason): obstacle = obstacle ?? reason
            }
        }
        return obstacle.map { .unknown($0) } ?? .empty
    }

    private func text(of language: TextLanguage, _ conjunct: Conjunct) -> Verdict {
        var tried: [String] = []
        // Texts that were tried are none for certain, unless a format leaves it open.
        var isProof = true
        while tried.count < Self.tries {
            var language = language
            if !tried.isEmpty, let others = try? Pattern(words: tried) { language.avoiding.append(others) }
            var budget = TextLanguage.Budget()
            let steps = budget.steps
            let answer = language.shortest(within: &budget)
            if let spent = solver.spend((steps - budget.steps) / Self.patternStepsInOne) { return .unknown(spent) }
            switch answer {
            case .empty: return isProof ? .empty : .unknown(obstacle(of: conjunct))
            case .undecided: return .unknown(obstacle(of: conjunct))
            case .text(let text):
                switch FormatReading.agree(conjunct.formats, with: text) {
                case true?: return .inhabited(.string(text))
                case false?: tried.append(text)
                case nil:
                    isProof = false
                    tried.append(text)
                }
            }
        }
        return .unknown(obstacle(of: conjunct))
    }

    private func obstacle(of conjunct: Conjunct) -> Obstacle {
        let formats = conjunct.formats.keys.map(\.rawValue).sorted()
        return formats.first.map { .format($0) } ?? conjunct.patterns.first?.pattern.obstacle ?? .unconfirmed
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
