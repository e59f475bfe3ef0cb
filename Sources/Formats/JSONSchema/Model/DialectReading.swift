/// A dialect, with or without the keywords that only assert something.
struct DialectReading: Hashable, Sendable {
    let dialect: Dialect
    /// Whether the vocabulary "validation" is in use: `type`, `minimum`, `required` and the like.
    var hasValidation = true
    /// Whether the meta-schema asks for `format` to be asserted.
    var hasFormatAssertion = false

    /// Whether `format` asks something of texts.
    var assertsFormats: Bool { hasFormatAssertion || dialect.assertsFormats }
}
