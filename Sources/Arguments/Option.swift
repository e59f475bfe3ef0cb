/// An option: `--name`, `--name VALUE` or `--name=VALUE`.
package struct Option: Sendable {
    /// What the option takes.
    package enum Kind: Hashable, Sendable {
        /// Nothing: it is there or not.
        case flag
        /// Any text; the placeholder stands for it in the help.
        case value(placeholder: String)
        /// One of a few words.
        case choice([String])
    }

    /// The name without dashes.
    package let name: String
    /// One letter that may stand for the name, after a single dash.
    package let letter: Character?
    /// What it takes.
    package let kind: Kind
    /// One sentence.
    package let summary: String
    /// What holds where it is not given.
    package let defaultValue: String?
    /// True where it may be given more than once.
    package let isRepeated: Bool
    /// True where it must be given.
    package let isRequired: Bool

    /// Something that is there or not.
    package static func flag(_ name: String, letter: Character? = nil, summary: String) -> Option {
        Option(name, letter, .flag, summary)
    }

    /// A text.
    package static func value(
        _ name: String,
        letter: Character? = nil,
        placeholder: String,
        default defaultValue: String? = nil,
        isRequired: Bool = false,
        summary: String
    ) -> Option {
        Option(name, letter, .value(placeholder: placeholder), summary, defaultValue, isRequired: isRequired)
    }

    /// A text that may be given more than once.
    package static func repeated(
        _ name: String,
        letter: Character? = nil,
        placeholder: String,
        summary: String
    ) -> Option {
        Option(name, letter, .value(placeholder: placeholder), summary, isRepeated: true)
    }

    /// One of a few words.
    package static func choice(
        _ name: String,
        letter: Character? = nil,
        among words: [String],
        default defaultValue: String? = nil,
        summary: String
    ) -> Option {
        Option(name, letter, .choice(words), summary, defaultValue)
    }

    private init(
        _ name: String,
        _ letter: Character?,
        _ kind: Kind,
        _ summary: String,
        _ defaultValue: String? = nil,
        isRepeated: Bool = false,
        isRequired: Bool = false
    ) {
        self.name = name
        self.letter = letter
        self.kind = kind
        self.summary = summary
        self.defaultValue = defaultValue
        self.isRepeated = isRepeated
        self.isRequired = isRequired
    }
}
