/// What a firm asks for before something that others use may go.
///
/// Rules that need a date stay silent where none is given.
package struct LifecyclePolicy: Hashable, Sendable {
    /// How much callers may count on something, least first.
    package enum Stability: Int, Hashable, Sendable {
        case draft = 1
        case alpha, beta, stable
    }

    /// The day on which the comparison is made, such as `2026-11-23`; nil where dates are not judged.
    package var today: String?
    /// Days that something stable stays after it was deprecated; with 0 it needs no date.
    package var stableDays: Int
    /// The same for something in beta.
    package var betaDays: Int
    /// What is below it may lose stability without a word; nil judges everything.
    package var threshold: Stability?

    /// A policy; one without a day and without demands unless told otherwise.
    package init(today: String? = nil, stableDays: Int = 0, betaDays: Int = 0, threshold: Stability? = nil) {
        self.today = today
        self.stableDays = stableDays
        self.betaDays = betaDays
        self.threshold = threshold
    }
}
