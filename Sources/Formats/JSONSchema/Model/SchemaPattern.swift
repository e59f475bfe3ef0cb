internal import Patterns

/// A regular expression of a schema: compiled where it can be, else with the reason why it is not executed.
package struct SchemaPattern: Sendable {
    /// ECMA-262, as written.
    package let text: String
    /// What it is compiled to, or why it is not.
    let compiled: Result<Pattern, PatternFault>

    /// A pattern; whatever the text, it is one.
    package init(_ text: String) {
        self.text = text
        compiled = Result { () throws(PatternFault) in try Pattern(text) }
    }

    private init(_ text: String, _ compiled: Result<Pattern, PatternFault>) {
        (self.text, self.compiled) = (text, compiled)
    }

    /// The same with nothing kept of the texts that it was held against.
    var anew: SchemaPattern { SchemaPattern(text, compiled.map(\.anew)) }

    /// Whether it is found in a text; unknown where it is not executed.
    func validity(of text: String) -> Validity {
        matches(text).map(Validity.init) ?? .unknown(obstacle)
    }

    /// Whether it is found in a text; nil where it is not executed.
    func matches(_ text: String) -> Bool? {
        var text = text
        return text.withUTF8 { matches(utf8: $0) }
    }

    /// As ``matches(_:)``, for a text that is given as UTF-8.
    func matches(utf8 text: UnsafeBufferPointer<UInt8>) -> Bool? {
        guard case .success(let pattern) = compiled else { return nil }
        return pattern.matches(utf8: text)
    }

    /// Why a question stays open that depends on it.
    var obstacle: Obstacle {
        guard case .failure(let fault) = compiled else { return .pattern(text) }
        return .unexecuted(text, reason: fault.description)
    }

    /// What is wrong with it, if it is no regular expression.
    var syntaxFault: String? {
        guard case .failure(let fault) = compiled, fault.isSyntax else { return nil }
        return fault.description
    }
}

extension SchemaPattern: Hashable {
    package static func == (left: SchemaPattern, right: SchemaPattern) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) { PropertyName(text).hash(into: &hasher) }
}
