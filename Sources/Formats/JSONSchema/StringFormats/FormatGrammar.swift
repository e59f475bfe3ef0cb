internal import Patterns

/// What the texts of a format are: two regular languages that enclose it, and a check for what lies between them.
///
/// Validation and containment read the same grammar, so that they cannot disagree.
struct FormatGrammar: Sendable {
    /// Every text of the format matches all of these.
    let outer: [Pattern]
    /// Every text that matches all of these is of the format.
    let inner: [Pattern]
    /// Whether a text that matches the outer patterns is of the format; nil where that is not worked out.
    let check: @Sendable (String) -> Bool?
    /// Whether both languages are the format itself.
    let isExact: Bool
    /// No text of the format has more code points; the largest number where there is no such bound.
    let longest: Int

    /// A format that is not regular.
    init(
        within outer: [String],
        around inner: [String],
        longest: Int = .max,
        check: @escaping @Sendable (String) -> Bool?
    ) {
        self.outer = outer.map(Self.whole)
        self.inner = inner.map(Self.whole)
        self.check = check
        self.longest = longest
        isExact = false
    }

    /// A format that is a regular language: what matches all of the patterns.
    init(exactly patterns: String..., longest: Int = .max) {
        self.longest = longest
        outer = patterns.map(Self.whole)
        inner = outer
        check = { _ in true }
        isExact = true
    }

    /// Whether a text is of the format; nil where that is not worked out.
    func validity(of text: String) -> Bool? {
        for pattern in outer {
            guard let matches = pattern.matches(text) else { return nil }
            guard matches else { return false }
        }
        return check(text)
    }

    private static func whole(_ text: String) -> Pattern {
        do throws(PatternFault) {
            return try Pattern("^(?:\(text))$")
        } catch {
            preconditionFailure("the pattern of a format does not compile: \(error): \(text)")
        }
    }
}
