import Testing

@testable import Patterns

@Suite("patterns against a backtracking matcher")
struct DifferentialTests {
    /// Every text of up to four letters.
    private static let texts: [[Character]] = {
        var all: [[Character]] = [[]]
        var last = all
        for _ in 0..<4 {
            last = last.flatMap { text in (["a", "b", "-"] as [Character]).map { text + [$0] } }
            all += last
        }
        return all
    }()

    /// The later half of the runs has patterns that look ahead.
    @Test(arguments: 1...12) func bothFindTheSame(_ seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        for _ in 0..<50 {
            let sketch = Sketch.random(&numbers, looksAhead: seed > 6)
            let pattern = try Pattern(sketch.text)
            for text in Self.texts {
                #expect(
                    pattern.matches(String(text)) == sketch.isFound(in: text),
                    "seed \(seed): \(sketch.text) in '\(String(text))'"
                )
            }
        }
    }

    /// The shortest text of a difference is in it, and no text shorter is; where there is none, no text at all is.
    @Test(arguments: 11...22) func languagesAgreeWithMatching(_ seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        for _ in 0..<40 {
            let one = Sketch.random(&numbers, looksAhead: seed > 16)
            let other = Sketch.random(&numbers)
            let language = TextLanguage(matching: [try Pattern(one.text)], avoiding: [try Pattern(other.text)])
            let members = Self.texts.filter { one.isFound(in: $0) && !other.isFound(in: $0) }
            switch language.shortest() {
            case .empty: #expect(members.isEmpty, "seed \(seed): \(one.text) without \(other.text)")
            case .undecided: Issue.record("seed \(seed): \(one.text) without \(other.text) is undecided")
            case .text(let text):
                #expect(one.isFound(in: Array(text)) && !other.isFound(in: Array(text)), "seed \(seed): '\(text)'")
                #expect(members.allSatisfy { $0.count >= text.count }, "seed \(seed): '\(text)' is not the shortest")
            }
        }
    }
}
