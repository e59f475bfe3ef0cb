import Patterns
import Testing

@Suite("languages of patterns")
struct LanguageTests {
    /// Patterns beginning with `!` are avoided.
    struct Case: Sendable, CustomTestStringConvertible {
        let patterns: [String]
        let length: ClosedRange<Int>
        let answer: TextLanguage.Answer
        var testDescription: String { "\(patterns) \(length)" }

        init(_ patterns: String..., length: ClosedRange<Int> = 0...Int.max, is answer: TextLanguage.Answer) {
            self.patterns = patterns
            self.length = length
            self.answer = answer
        }

        func language() throws -> TextLanguage {
            TextLanguage(
                matching: try patterns.filter { !$0.hasPrefix("!") }.map { try Pattern($0) },
                avoiding: try patterns.filter { $0.hasPrefix("!") }.map { try Pattern(String($0.dropFirst())) },
                length: length
            )
        }
    }

    static let cases = [
        Case(is: .text("")),
        Case(length: 3...5, is: .text("aaa")),
        Case("x", is: .text("x")),
        Case("x", length: 3...3, is: .text("xaa")),
        Case("^x$", length: 3...3, is: .empty),
        Case("^x*$", length: 3...9, is: .text("xxx")),
        Case("^a+$", "!^[a-z]+$", is: .empty),
        Case("^[a-z]+$", "!^a+$", is: .text("b")),
        Case("^\\d{3}$", "!^[0-9]{2,4}$", is: .empty),
        Case("^[0-9]{2,4}$", "!^\\d{3}$", is: .text("00")),
        Case("^a", "^b", is: .empty),
        Case("^a", "b$", is: .text("ab")),
        Case("a", "b", "c", length: 0...2, is: .empty),
        Case("^.*$", "!a", "!^$", length: 0...1, is: .text("b")),
        Case("!^[ -~]*$", is: .text("¡")),
        Case("!^[\\s\\S]*$", is: .empty),
        Case("!.", is: .text("")),
        Case("!.", length: 1...1, is: .text("\n")),
        Case("^(?:ab)+$", "^a", "b$", "!^(?:abab)*$", is: .text("ab")),
        Case("^(?:aa)+$", "^(?:aaa)+$", "!^(?:a{6})+$", is: .empty),
        Case("^(?:a|ab)(?:c|bcd)$", "!^(?:ac|abcd|abc|abbcd)$", is: .empty),
        Case("\\bcat\\b", "!^cat$", is: .text("cat-")),
        Case("^\\w+$", "\\b.+\\B", is: .text("aa")),
        Case("^x-", "!^x-[a-z]", is: .text("x-")),
        Case("^x-[a-z]+$", "!^x-", is: .empty),
        Case("^\\p{Lu}$", "!^[A-Z]$", is: .text("À")),
        Case("^[A-Z]$", "!^\\p{Lu}$", is: .empty),
        Case("^\\uD83D$", is: .empty),
        Case("^(?=x$)x$", is: .text("x")),
        Case("^(?=x$)x$", "!^x$", is: .empty),
        Case("^(?=.*\\d)(?=.*[a-z]).{3,}$", "!^..?.?$", is: .text("0aaa")),
        Case("^(?!.*--)[a-z-]+$", "!^[a-z]+(-[a-z]+)*$", is: .text("-")),
        Case("x(?!y)", length: 3...3, is: .text("aax")),
        Case("^a+(?!b)", "!^a", is: .empty),
        Case("(?:a|b)*a(?:a|b){24}c", "!.*", is: .empty),
    ]

    @Test(arguments: cases) func answersExactly(_ test: Case) throws {
        #expect(try test.language().shortest() == test.answer)
    }

    @Test func whatTakesTooLongStaysOpen() throws {
        let hard = try Case("^(?:a|b)*a(?:a|b){24}$", "!^(?:a|b)*b(?:a|b){24}$", length: 26...40, is: .undecided)
            .language()
        var few = TextLanguage.Budget(states: 50)
        #expect(hard.shortest(within: &few) == .undecided)
        #expect(few.states < 0)
    }
}
