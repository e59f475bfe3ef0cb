/// A regular expression of ECMA-262, compiled, that is matched in time linear in the text.
///
/// It is read as with the flag `u`: over code points. What is not valid with the flag and is without (a needless escape,
/// a lone `{`) is read as without. There is no backtracking: the text is read once, by an automaton that is made
/// deterministic as far as texts need it; a pattern that looks ahead reads the text from its end. Look-behind and
/// back-references are recognised and refused.
///
/// - SeeAlso: ECMA-262, sections 22.2.1 and B.1.2; JSON Schema 2020-12 Core, section 6.4.
public struct Pattern: Sendable {
    private let matcher: Matcher

    /// As written.
    public var text: String { matcher.text }

    var program: Program { matcher.program }

    /// Compiles a pattern.
    ///
    /// - Throws: ``PatternFault/syntax(offset:problem:)`` where it is no regular expression,
    ///   ``PatternFault/notExecuted(offset:construct:)`` or ``PatternFault/tooLarge(limit:allows:)`` where it is one that
    ///   is not executed.
    /// - Complexity: O(length of the text with its repetitions written out), within ``PatternLimits``.
    public init(_ text: String) throws(PatternFault) {
        self.init(text: text, program: try Program(try PatternParser.tree(of: text)))
    }

    /// A pattern that the given texts match as a whole, and nothing else.
    ///
    /// - Throws: ``PatternFault/tooLarge(limit:allows:)``.
    public init(words: [String]) throws(PatternFault) {
        let words = words.map { word in
            PatternTree.sequence(word.unicodeScalars.map { .scalar(ScalarSet($0)) })
        }
        let tree = PatternTree.sequence([.assertion(.start), .choice(words), .assertion(.end)])
        self.init(text: "", program: try Program(tree))
    }

    /// Whether a text is a regular expression of ECMA-262 with the flag `u`, whether or not it is executed here.
    ///
    /// A text longer than ``PatternLimits/octets`` is not looked at.
    ///
    /// - Returns: Nil where it is larger than is looked at.
    public static func isExpression(_ text: String) -> Bool? {
        do throws(PatternFault) {
            try PatternParser.checkUnicode(text)
            return true
        } catch .syntax { return false } catch .notExecuted { return true } catch { return nil }
    }

    private init(text: String, program: Program) {
        matcher = Matcher(program, text: text)
    }

    /// The same pattern with nothing kept of the texts that it was held against, without compiling it again.
    public var anew: Pattern { Pattern(text: text, program: program) }

    /// Whether the pattern is found anywhere in a text; may be called from any thread.
    ///
    /// - Returns: Nil where it takes more than ``PatternLimits/steps`` to tell.
    /// - Complexity: O(octets of the text), at worst times the size of the compiled pattern.
    public func matches(_ text: String) -> Bool? { search(text).isFound }

    /// As ``matches(_:)``, for a text that is given as UTF-8.
    public func matches(utf8 text: UnsafeBufferPointer<UInt8>) -> Bool? { matcher.search(text).isFound }

    /// As ``matches(_:)``, and how many instructions were looked at for it.
    func search(_ text: String) -> Matcher.Outcome {
        var text = text
        return text.withUTF8 { matcher.search($0) }
    }
}
