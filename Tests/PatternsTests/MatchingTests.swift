import Patterns
import Testing

@Suite("matching")
struct MatchingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let pattern: String
        let found: [String]
        let notFound: [String]
        var testDescription: String { pattern }

        init(_ pattern: String, in found: [String], notIn notFound: [String] = []) {
            self.pattern = pattern
            self.found = found
            self.notFound = notFound
        }
    }

    private static func check(_ test: Case) throws {
        let pattern = try Pattern(test.pattern)
        for text in test.found { #expect(pattern.matches(text) == true, "in '\(text)'") }
        for text in test.notFound { #expect(pattern.matches(text) == false, "not in '\(text)'") }
        let anew = pattern.anew
        #expect(anew.text == test.pattern)
        #expect(test.found.allSatisfy { anew.matches($0) == true })
        #expect(test.notFound.allSatisfy { anew.matches($0) == false })
    }

    static let structure = [
        Case("", in: ["", "a"]),
        Case("b", in: ["b", "abc"], notIn: ["", "a"]),
        Case("^b", in: ["b", "bc"], notIn: ["", "ab"]),
        Case("b$", in: ["b", "ab"], notIn: ["", "bc", "b\n"]),
        Case("^$", in: [""], notIn: ["a", "\n"]),
        Case("^(?:a|bc)$", in: ["a", "bc"], notIn: ["", "b", "abc", "ac"]),
        Case("^a|b$", in: ["ax", "xb"], notIn: ["xa", "bx"]),
        Case("^(a)(?<name>b)$", in: ["ab"], notIn: ["a"]),
        Case("^(|a)$", in: ["", "a"], notIn: ["aa"]),
        Case("a^b", in: [], notIn: ["ab", "a\nb"]),
        Case("(^|,)x", in: ["x", "a,x"], notIn: ["ax"]),
        Case("^(?:a(?:b(?:c)?)?)?$", in: ["", "a", "ab", "abc"], notIn: ["ac", "b"]),
        Case("$^", in: [""], notIn: ["a"]),
    ]

    @Test(arguments: structure) func structureMatch(_ test: Case) throws { try Self.check(test) }

    static let lookAhead = [
        Case("a(?=b)", in: ["ab", "aab"], notIn: ["", "a", "ac", "ba"]),
        Case("a(?!b)", in: ["a", "ac", "aba"], notIn: ["", "ab", "b"]),
        Case("^(?=x$)x$", in: ["x"], notIn: ["", "xx", "ax"]),
        Case("^(?=.*\\d)(?=.*[a-z]).{3,}$", in: ["a1-", "1é€a"], notIn: ["a1", "123", "abc", "a\n1"]),
        Case("^(?!\\s*$).+", in: ["a", " a"], notIn: ["", "  "]),
        Case("^(?!.*--)[a-z-]+$", in: ["a-b", "-"], notIn: ["a--b", ""]),
        Case("^(?:(?!ab)[ab])*$", in: ["", "aa", "ba"], notIn: ["ab", "bab"]),
        Case("^(?:(?=a)*b)+$", in: ["b", "bb"], notIn: ["a", "ab"]),
        Case("^(?=(?!ab)a(?=c|$)).*$", in: ["a", "ac"], notIn: ["ab", "ad", "b"]),
        Case("(?=\\bb)b", in: ["b", "a b"], notIn: ["ab"]),
        Case("(?=^)a", in: ["a"], notIn: ["ba"]),
        Case("(?!)", in: [], notIn: ["", "a"]),
        Case("(?=)", in: ["", "a"]),
        Case("(?=(?!^).).", in: ["ab"], notIn: ["", "-"]),
        Case("(?=(?!(?:^)).)", in: ["ab"], notIn: ["", "-"]),
        Case("(?=(?!^)(?!a).)(?:^|.)", in: ["ab"], notIn: ["", "-"]),
        Case("(?=(?!^)\\B.)", in: ["--"], notIn: ["", "-"]),
        Case("(?=(?!^)\\B.)(?:^|\\B|.)", in: ["--"], notIn: ["", "-"]),
    ]

    @Test(arguments: lookAhead) func lookAheadMatch(_ test: Case) throws { try Self.check(test) }

    static let repetition = [
        Case("^a*$", in: ["", "a", "aaaa"], notIn: ["b", "ab"]),
        Case("^a+?$", in: ["a", "aaaa"], notIn: [""]),
        Case("^a??b$", in: ["b", "ab"], notIn: ["aab"]),
        Case("^a{3}$", in: ["aaa"], notIn: ["aa", "aaaa"]),
        Case("^a{2,}$", in: ["aa", "aaaaa"], notIn: ["a"]),
        Case("^a{2,4}?$", in: ["aa", "aaaa"], notIn: ["a", "aaaaa"]),
        Case("^a{0}b$", in: ["b"], notIn: ["ab"]),
        Case("^(?:ab){1,2}$", in: ["ab", "abab"], notIn: ["", "aba", "ababab"]),
        Case("^(a*)*$", in: ["", "aaa"], notIn: ["b"]),
        Case("^(?:a|b*)+c$", in: ["c", "abbac"], notIn: ["ab"]),
        Case("^(?:){5}a$", in: ["a"], notIn: ["aa"]),
        Case("^(?:a?){3}$", in: ["", "a", "aaa"], notIn: ["aaaa"]),
        Case("a{2}", in: ["baab"], notIn: ["aba"]),
    ]

    @Test(arguments: repetition) func repetitionMatch(_ test: Case) throws { try Self.check(test) }

    static let classes = [
        Case("^[abc]$", in: ["a", "c"], notIn: ["d", ""]),
        Case("^[^abc]$", in: ["d", "\n", "é", "😀"], notIn: ["a", ""]),
        Case("^[a-fx-z]+$", in: ["afxz"], notIn: ["g"]),
        Case("^[]$", in: [], notIn: ["", "a"]),
        Case("^[^]$", in: ["a", "\n"], notIn: ["", "ab"]),
        Case("^[-a]$", in: ["-", "a"], notIn: ["b"]),
        Case("^[a-]$", in: ["-", "a"], notIn: ["b"]),
        Case("^[\\w.-]+$", in: ["a.b-c"], notIn: ["a b"]),
        Case("^[\\]\\-\\\\]$", in: ["]", "-", "\\"], notIn: ["a"]),
        Case("^[\\b]$", in: ["\u{8}"], notIn: ["b"]),
        Case("^[.*+?(){}|^$]$", in: [".", "(", "$", "|"], notIn: ["a"]),
        Case("^\\d+$", in: ["09"], notIn: ["٣", "a"]),
        Case("^\\D$", in: ["٣", "a"], notIn: ["0"]),
        Case("^\\w$", in: ["a", "Z", "_", "0"], notIn: ["é", "-"]),
        Case("^\\W$", in: ["é", "-"], notIn: ["a"]),
        Case("^\\s$", in: [" ", "\t", "\u{A0}", "\u{FEFF}", "\u{2029}", "\u{3000}"], notIn: ["\u{200B}", "a"]),
        Case("^\\S$", in: ["a", "\u{200B}"], notIn: ["\u{2003}"]),
        Case("^[\\s\\S]$", in: ["a", "\n"]),
        Case("^.$", in: ["a", "é", "😀", "\u{85}"], notIn: ["\n", "\r", "\u{2028}", "\u{2029}", "ab"]),
    ]

    @Test(arguments: classes) func classesMatch(_ test: Case) throws { try Self.check(test) }

    static let escapes = [
        Case("^\\t\\n\\v\\f\\r\\0$", in: ["\t\n\u{B}\u{C}\r\0"]),
        Case("^\\cA\\cz$", in: ["\u{1}\u{1A}"]),
        Case("^\\x41\\u0042\\u{43}\\u{1F600}$", in: ["ABC😀"]),
        Case("^\\uD83D\\uDE00$", in: ["😀"]),
        Case("^[\\uD83D\\uDE00-\\uD83D\\uDE02]$", in: ["😁"], notIn: ["😅"]),
        Case("\\uD83D", in: [], notIn: ["😀", "a"]),
        Case("^\\/\\.\\*\\$$", in: ["/.*$"], notIn: ["/a*$"]),
        Case("^é$", in: ["é"], notIn: ["e\u{301}"]),
        Case("^\\u00E9$", in: ["é"]),
    ]

    @Test(arguments: escapes) func escapesMatch(_ test: Case) throws { try Self.check(test) }

    static let boundaries = [
        Case("\\bcat\\b", in: ["cat", "a cat.", "cat-dog"], notIn: ["cats", "concat", "cat_"]),
        Case("\\Bcat", in: ["concat"], notIn: ["cat", "a cat"]),
        Case("^\\b", in: ["a", "_"], notIn: ["", " a"]),
        Case("\\b$", in: ["a"], notIn: ["", "a "]),
        Case("^\\B$", in: [""], notIn: ["a"]),
        Case("^a\\b.$", in: ["a-"], notIn: ["ab"]),
        Case("^(?:\\ba|b)+$", in: ["a", "ab", "bb"], notIn: ["aa", "ba"]),
    ]

    @Test(arguments: boundaries) func boundariesMatch(_ test: Case) throws { try Self.check(test) }

    static let properties = [
        Case("^\\p{L}+$", in: ["aé漢", "ñ"], notIn: ["1", "a1"]),
        Case("^\\p{Letter}\\P{Letter}$", in: ["a1"], notIn: ["ab"]),
        Case("^\\p{Lu}\\p{Ll}$", in: ["Éa"], notIn: ["aE"]),
        Case("^\\p{gc=Nd}\\p{General_Category=Decimal_Number}\\p{digit}$", in: ["1٣७"], notIn: ["12a"]),
        Case("^[\\p{L}\\p{N}_-]+$", in: ["a1_-é"], notIn: [" "]),
        Case("^[^\\p{L}]$", in: ["1"], notIn: ["é"]),
        Case("^\\p{Script=Greek}\\p{sc=Cyrl}\\p{Script=Latin}$", in: ["αжa"], notIn: ["aaa"]),
        Case("^\\p{Alphabetic}\\p{ASCII}\\p{Any}$", in: ["éa😀"], notIn: ["aéa"]),
        Case("^\\p{White_Space}$", in: ["\u{85}", " "], notIn: ["\u{FEFF}"]),
        Case("^\\p{Uppercase}\\p{Lowercase}$", in: ["Ⅷª"], notIn: ["aA"]),
    ]

    @Test(arguments: properties) func propertiesMatch(_ test: Case) throws { try Self.check(test) }

    /// Not valid with the flag `u`, and valid without.
    static let lenient = [
        Case("^\\_\\-\\@\\#$", in: ["_-@#"], notIn: ["\\_\\-\\@\\#"]),
        Case("^[\\_\\w]$", in: ["_"], notIn: ["\\"]),
        Case("^a{$", in: ["a{"], notIn: ["a"]),
        Case("^{}$", in: ["{}"], notIn: [""]),
        Case("^a{,5}$", in: ["a{,5}"], notIn: ["aaa"]),
        Case("^]$", in: ["]"], notIn: [""]),
        Case("^a}$", in: ["a}"], notIn: ["a"]),
        Case("^[\\w-.]$", in: ["-", ".", "a"], notIn: [" "]),
        Case("^\\101\\x$", in: ["Ax"], notIn: ["101x"]),
        Case("^\\8$", in: ["8"], notIn: ["\\8"]),
        Case("^\\c$", in: ["\\c"], notIn: ["c"]),
        Case("^[\\c_]$", in: ["\u{1F}"], notIn: ["c"]),
        Case("^\\k$", in: ["k"], notIn: ["\\k"]),
    ]

    @Test(arguments: lenient) func lenientMatch(_ test: Case) throws { try Self.check(test) }

    @Test func wordsAreMatchedWhole() throws {
        let pattern = try Pattern(words: ["a", "", "a.b"])
        #expect(["a", "", "a.b"].allSatisfy { pattern.matches($0) == true })
        #expect(!["ab", "acb", "b"].contains { pattern.matches($0) != false })
        #expect(try Pattern(words: []).matches("") == false)
    }
}
