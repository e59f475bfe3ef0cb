import Testing

@testable import Patterns

@Suite("patterns that make others run for ever")
struct HostilePatternTests {
    private static let units = [
        "(a+)+$", "(a*)*$", "(a|a)*$", "(a|aa)+$", "(.*a){20}$", "(a?){40}a{40}$", "^(([a-z])+.)+[A-Z]([a-z])+$",
        "([a-zA-Z]+)*$", "(a|a?)+$", "^(a+)+$", "^((a+)+)+$", "(x+x+)+y", "(.*)*=", "(.+)+b", "^(\\w+\\s?)*$",
        "(\\w*)+\\d", "([^,]*,)*x$", "(a{1,20}){1,20}b", "(a{0,30}){0,30}$", "^(.*?,){11}P", "(ab|a|b)*c",
        "(?:(?:a*)*)*b", "(a+|b+)*c", "(\\d+)+[a-f]$", "^[a-z]+([-.][a-z]+)*@", "(\\s*\\S+\\s*)+$", "(.|\\n)*z$",
        "(?:.*?){10}q", "^(?:a+)+(?:b+)+$", "((a|b)+)+c", "(\\bа*)*$", "(a\\b|a\\B)*c", "(^|a)+b$", "(a$|a)*b",
        "[\\s\\S]*[\\s\\S]*[\\s\\S]*q", ".*.*.*.*=.*", "a*a*a*a*a*a*b", "(aa|aab?)*c", "(a|b|ab)*(bc)$",
        "^(([^<>])*)*>$", "(?:a?a?a?){20}b", "(\\p{L}+)*\\d", "^(?:[a-z]{1,63}\\.)+x$", "((((a*)*)*)*)*b",
        "(a|ab|abc)*d",
        "^(\\w+[-_]?)+$", "(a.*)*b", "(?:a.?){50}b", "^(.+)\\.(.+)\\.(.+)x$", "([a-c]*b)*[d-f]",
    ]

    static let texts = [
        String(repeating: "a", count: 100_000) + "!",
        String(repeating: "ab", count: 50_000) + "\n",
        String(repeating: "a, b.c=", count: 14_000),
    ]

    @Test func thereAreFifty() { #expect(Self.units.count == 50) }

    /// A step is an instruction looked at; an octet read in a state that is known costs none.
    @Test(arguments: units) func areMatchedInLinearTime(_ text: String) throws {
        let pattern = try Pattern(text)
        for hostile in Self.texts {
            let steps = pattern.search(hostile).steps
            #expect(steps <= 300_000, "\(steps) steps")
        }
    }

    /// As many letters of two, in no order.
    private static func letters(_ count: Int) -> String {
        var numbers = SeededNumbers(seed: 7)
        return String(decoding: (0..<count).map { _ in UInt8(0x61 + numbers.next(2)) }, as: UTF8.self)
    }

    @Test func manyStatesAreForgottenInTime() throws {
        let pattern = try Pattern("(?:a|b)*a(?:a|b){14}c")
        let text = Self.letters(20_000)
        let outcome = pattern.search(text)
        #expect(outcome.isFound == false)
        #expect(outcome.steps <= 20_000 * 100)
        #expect(pattern.matches(text + "a" + String(repeating: "b", count: 14) + "c") == true)
    }

    /// Thousands of places at once, and never the same: linear still, and more than a search may be.
    @Test func whatTakesTooLongIsGivenUp() throws {
        let outcome = try Pattern("a.{0,4000}x").search(Self.letters(100_000))
        #expect(outcome.isFound == nil)
        #expect(outcome.steps <= PatternLimits.steps + 2 * PatternLimits.instructions)
    }

    private static let ahead = [
        "^(?=.*\\d)(?=.*[A-Z])(?=.*[a-z]).{8,64}$", "^(?:(?!(a+)+$).)*$", "(?=(a*)*b)(?!.*c)z", "^((?=(a|aa)+$)a)*$",
        "(?!(?!(?=(.*a){20}$)))=",
    ]

    @Test(arguments: ahead) func lookingAheadTakesLinearTime(_ text: String) throws {
        let pattern = try Pattern(text)
        for hostile in Self.texts {
            let steps = pattern.search(hostile).steps
            #expect(steps <= 300_000, "\(steps) steps")
        }
    }
}
