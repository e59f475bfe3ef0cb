import Policies
import Testing

@Suite("glob")
struct GlobTests {
    @Test(arguments: [
        ("", ""), ("*", ""), ("*", "abc"), ("**", "x"), ("a*", "a"), ("a*", "abc"), ("*c", "abc"), ("a*c", "ac"),
        ("a*c", "abbc"), ("a*b*c", "aXbYc"), ("*b*", "abc"), ("a.*", "a.b"), ("*a*a*", "aa"), ("ä*", "äb"),
    ])
    func matches(_ pattern: String, _ text: String) { #expect(Glob(pattern).matches(text)) }

    @Test(arguments: [
        ("", "a"), ("a", ""), ("a", "A"), ("a*", "ba"), ("*c", "cd"), ("a*a", "a"), ("ab*ba", "aba"), ("a.*", "ab"),
        ("?", "a"), ("[a]", "a"), ("*a*a*a*", "aa"), ("a*c*", "abd"),
    ])
    func matchesNot(_ pattern: String, _ text: String) { #expect(!Glob(pattern).matches(text)) }

    @Test func isQuickOnWhatStallsBacktracking() {
        let text = String(repeating: "a", count: 20_000)
        #expect(!Glob(String(repeating: "a*", count: 20) + "b").matches(text))
    }
}
