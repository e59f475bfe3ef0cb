import Syntax
import Testing

@Suite("text cut")
struct TextCutTests {
    /// A text, where it is cut, and the two sides; nil where there is no such place.
    @Test(arguments: [
        ("https://a/b", "://", "https", "a/b"), ("//a//b", "//", "", "a//b"), ("a{b}", "{b}", "a", ""),
        ("::b", ":b", ":", ""), ("aab", "ab", "a", ""), ("Tür ü", "ü", "T", "r ü"), ("ab", "ab", "", ""),
        ("ab", "abc", nil, nil), ("", "a", nil, nil), ("ABC", "b", nil, nil), ("u\u{308}", "ü", nil, nil),
        ("https:/a/", "://", nil, nil),
    ])
    func atTheFirstPlace(_ text: String, _ part: String, _ before: String?, _ after: String?) {
        let sides = text.cut(at: part)
        #expect(sides.map { String($0.before) } == before)
        #expect(sides.map { String($0.after) } == after)
        #expect(part.occurs(in: text) == (before != nil))
    }
}
