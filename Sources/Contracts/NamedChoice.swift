/// One of a few words that people write in files and options.
package protocol NamedChoice: RawRepresentable<String>, CaseIterable, Sendable {
    /// What the words are, for messages, such as `role`.
    static var kindName: String { get }
}

extension NamedChoice {
    /// Reads one of the words.
    ///
    /// - Throws: ``NameError`` that lists them.
    package init(parsing text: String) throws(NameError) {
        guard let choice = Self(rawValue: text) else {
            let known = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw NameError(what: Self.kindName, text: text, expected: "one of \(known)")
        }
        self = choice
    }
}
