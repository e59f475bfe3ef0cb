import Patterns
import Testing

@Suite("faults of patterns")
struct FaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let pattern: String
        let offset: Int
        var testDescription: String { pattern }

        init(_ pattern: String, at offset: Int) {
            self.pattern = pattern
            self.offset = offset
        }
    }

    private static func fault(of pattern: String) -> PatternFault? {
        do {
            _ = try Pattern(pattern)
            return nil
        } catch {
            return error
        }
    }

    static let syntax = [
        Case("(", at: 0), Case("a)", at: 1), Case("a(b(c)", at: 1), Case("[a", at: 0), Case("*a", at: 0),
        Case("a**", at: 2), Case("a+++", at: 2), Case("^*", at: 1), Case("\\b+", at: 2), Case("a{2,1}", at: 1),
        Case("{1}", at: 0), Case("[b-a]", at: 2), Case("\\", at: 0), Case("a\\", at: 1), Case("(?a)", at: 0),
        Case("(?i)a", at: 0), Case("(?<>a)", at: 3), Case("(?<a", at: 3), Case("(?<a-b>c)", at: 4),
        Case("(?>a)", at: 0),
        Case("\\p{L}(", at: 5), Case("a|*", at: 2), Case("(?<!a)*", at: 6),
        Case("(?=a", at: 0), Case("(?!a|*)", at: 5),
    ]

    @Test(arguments: syntax) func syntaxIsPlaced(_ test: Case) {
        guard case .syntax(let offset, _)? = Self.fault(of: test.pattern) else {
            Issue.record("no syntax fault: \(String(describing: Self.fault(of: test.pattern)))")
            return
        }
        #expect(offset == test.offset)
    }

    static let unexecuted = [
        Case("(?<=a)b", at: 0), Case("x(?<!a)b", at: 1), Case("(?=a(?<=b))", at: 4),
        Case("(a)\\1", at: 3), Case("(?<n>a)\\k<n>", at: 7), Case("(?i:a)", at: 0), Case("(?!(a)\\1)", at: 6),
        Case("\\p{Script=Cuneiform}", at: 0), Case("\\p{L}\\_", at: 0), Case("\\p{Emoji}", at: 0),
        Case("\\p{Nonsense", at: 0),
        Case("\\1(a)", at: 0),
    ]

    @Test(arguments: unexecuted) func whatIsNotExecutedIsSaid(_ test: Case) {
        guard case .notExecuted(let offset, _)? = Self.fault(of: test.pattern) else {
            Issue.record("\(String(describing: Self.fault(of: test.pattern)))")
            return
        }
        #expect(offset == test.offset)
    }

    static let large = [
        ("a{20000}", "states"), ("((a{50}){50}){50}", "states"), ("(((){1000}){1000}){1000}", "parts"),
        (String(repeating: "a", count: 5_000), "octets"),
        (String(repeating: "(", count: 300) + String(repeating: ")", count: 300), "nesting"),
    ]

    @Test(arguments: large) func limitsAreNamed(_ pattern: String, _ limit: String) {
        guard case .tooLarge(limit, _)? = Self.fault(of: pattern) else {
            Issue.record("\(String(describing: Self.fault(of: pattern)))")
            return
        }
    }

    @Test func faultsReadAsSentences() {
        #expect(Self.fault(of: "a(b")?.description == "a '(' is not closed, at character 2")
        #expect(Self.fault(of: "(a)\\1")?.description == "a back-reference at character 4 is not executed")
        #expect(Self.fault(of: "a)")?.isSyntax == true)
        #expect(Self.fault(of: "a(?<=b)")?.isSyntax == false)
    }
}
