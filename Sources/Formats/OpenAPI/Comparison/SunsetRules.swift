internal import Compatibility

/// What a policy says to the date until which something deprecated stays.
struct SunsetRules {
    /// What is wrong with a date.
    enum Fault {
        /// There is none, and the policy asks for one.
        case missing(days: Int)
        /// It is no date.
        case unreadable(String)
        /// It is too near.
        case tooNear(String, days: Int)
        /// It was moved to an earlier day that is too near.
        case movedTooNear(from: String, to: String, days: Int)
        /// It was taken back.
        case deleted(String)
    }

    let policy: LifecyclePolicy

    /// The days that something stays after it was deprecated.
    private func days(_ level: StabilityLevel) -> Int {
        switch level {
        case .stable: policy.stableDays
        case .beta: policy.betaDays
        case .alpha, .draft: 0
        }
    }

    /// What is wrong with the date of something that is deprecated in the new version; nil if nothing is.
    func fault(_ pair: Pair<Lifecycle>) -> Fault? {
        guard pair.new.isDeprecated else { return nil }
        let level = pair.new.stability.flatMap(StabilityLevel.init(rawValue:)) ?? .stable
        guard let text = pair.new.sunset else {
            if pair.old.isDeprecated { return pair.old.sunset.map { .deleted($0) } }
            return days(level) > 0 ? .missing(days: days(level)) : nil
        }
        guard let date = CalendarDate(text) else { return text == pair.old.sunset ? nil : .unreadable(text) }
        return nearness(of: date, text, days(level), pair.old)
    }

    private func nearness(of date: CalendarDate, _ text: String, _ days: Int, _ old: Lifecycle) -> Fault? {
        guard let today = policy.today.flatMap(CalendarDate.init), date.days(since: today) < days else { return nil }
        guard old.isDeprecated else { return .tooNear(text, days: days) }
        guard let before = old.sunset, let known = CalendarDate(before), date < known else { return nil }
        return .movedTooNear(from: before, to: text, days: days)
    }

    /// Whether the day until which something was to stay is still to come.
    func isStillPromised(_ sunset: CalendarDate) -> Bool {
        policy.today.flatMap(CalendarDate.init).map { $0 < sunset } ?? false
    }

    /// Whether the policy passes over a change of how much callers may count on something.
    func passesOver(_ level: StabilityLevel) -> Bool {
        guard let threshold = policy.threshold else { return false }
        return level.rank + 1 < threshold.rawValue
    }
}

extension SunsetRules.Fault {
    /// The end of the rule's name where the thing was deprecated just now.
    var suffix: String {
        switch self {
        case .missing: "deprecated-sunset-missing"
        case .unreadable: "sunset-parse"
        case .tooNear: "sunset-date-too-small"
        case .movedTooNear: "sunset-date-changed-too-small"
        case .deleted: "sunset-deleted"
        }
    }

    /// What is wrong, in a sentence.
    var message: String {
        switch self {
        case .missing(let days): "it was deprecated without a date until which it stays; it has to stay \(days) days"
        case .unreadable(let text): "'x-sunset' is '\(text)', expected a date such as 2027-01-31"
        case .tooNear(let text, let days): "it goes on \(text), which is sooner than \(days) days from now"
        case .movedTooNear(let old, let new, let days):
            "the day on which it goes was moved from \(old) to \(new), which is sooner than \(days) days from now"
        case .deleted(let text): "the date until which it stays (\(text)) was taken back"
        }
    }
}
