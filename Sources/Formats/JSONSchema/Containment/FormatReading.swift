internal import Patterns

/// Formats that a text is of, or is not, read as regular languages.
struct FormatReading {
    /// What a text matches.
    private var matching: [Pattern] = []
    /// Of each list, one that a text does not match.
    private var avoiding: [[Pattern]] = []

    /// Every text that agrees with the formats, and perhaps more.
    static func wide(_ formats: [StringFormat: Bool]) -> FormatReading {
        reading(formats, of: \.outer, not: \.inner)
    }

    /// Only texts that agree with the formats, and perhaps fewer.
    static func narrow(_ formats: [StringFormat: Bool]) -> FormatReading {
        reading(formats, of: \.inner, not: \.outer)
    }

    private static func reading(
        _ formats: [StringFormat: Bool],
        of positive: (FormatGrammar) -> [Pattern],
        not negative: (FormatGrammar) -> [Pattern]
    ) -> FormatReading {
        var reading = FormatReading()
        for (format, isOne) in formats.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if isOne {
                reading.matching += positive(format.grammar)
            } else {
                reading.avoiding.append(negative(format.grammar))
            }
        }
        return reading
    }

    /// Whether one of the formats is no regular language.
    static func areInexact(_ formats: [StringFormat: Bool]) -> Bool { formats.keys.contains { !$0.grammar.isExact } }

    /// Whether a text is of the formats that it should be of, and of none of the others; nil where one leaves it open.
    static func agree(_ formats: [StringFormat: Bool], with text: String) -> Bool? {
        let answers = formats.map { format, isOne in format.grammar.validity(of: text).map { $0 == isOne } }
        return answers.contains(false) ? false : answers.contains(nil) ? nil : true
    }

    /// The languages that are left of one; a text of any of them will do.
    func languages(within language: TextLanguage) -> [TextLanguage] {
        var language = language
        language.matching += matching
        return avoiding.reduce([language]) { languages, patterns in
            languages.flatMap { language in
                patterns.map { pattern in
                    var narrowed = language
                    narrowed.avoiding.append(pattern)
                    return narrowed
                }
            }
        }
    }
}
