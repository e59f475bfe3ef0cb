internal import Synchronization
import Syntax

/// Whether there is a text of a length that is of some formats and not of others.
struct FormatQuestion: Hashable {
    let formats: [StringFormat: Bool]
    let length: ClosedRange<Int>
}

/// Answers to questions about formats, kept for the whole process; may be used from any thread.
enum FormatAnswers {
    /// An answer, and the steps that it took; whoever gets it again pays them again, so that budgets end alike.
    struct Answer {
        let verdict: Verdict
        let steps: Int
    }

    private static let known = Mutex<[FormatQuestion: Answer]>([:])
    /// No more are kept: lengths come from schemas.
    private static let limit = 1_000

    static subscript(question: FormatQuestion) -> Answer? {
        get { known.withLock { $0[question] } }
        set {
            known.withLock { answers in
                if answers.count >= limit { answers.removeAll() }
                answers[question] = newValue
            }
        }
    }
}
