/// A dialect, with or without the keywords that only assert something.
struct DialectReading: Hashable, Sendable {
    let dialect: Dialect
    /// Whether the vocabulary "validation" is in use: `type`, `minimum`, `required` and the like.
    var hasValidation = true
}
