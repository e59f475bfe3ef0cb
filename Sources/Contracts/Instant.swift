/// A point in time, in whole milliseconds.
///
/// - SeeAlso: RFC 3339; always written in UTC with three digits behind the second.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    /// A point in time.
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// This instant, some days later.
    package func adding(days: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(days) * Self.day) }

    private static let day: Int64 = 86_400_000

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// Reads `2026-11-24T09:30:00Z` or `…00.123Z`, or a date, which stands for its beginning; nil for anything else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10 || bytes.count == 20 || bytes.count == 24,
            let year = Self.number(bytes, 0, 4), let month = Self.number(bytes, 5, 2),
            let day = Self.number(bytes, 8, 2), bytes[4] == 45, bytes[7] == 45,
            (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        guard let time = Self.timeOfDay(bytes) else { return nil }
        milliseconds = Self.daysSinceEpoch(year, month, day) * Self.day + time
    }

    private static func timeOfDay(_ bytes: [UInt8]) -> Int64? {
        guard bytes.count > 10 else { return 0 }
        guard bytes[10] == 84, bytes[13] == 58, bytes[16] == 58, bytes.last == 90,
            let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2), let second = number(bytes, 17, 2),
            hour < 24, minute < 60, second < 60
        else { return nil }
        var time = Int64((hour * 60 + minute) * 60 + second) * 1000
        if bytes.count == 24 {
            guard bytes[19] == 46, let fraction = number(bytes, 20, 3) else { return nil }
            time += Int64(fraction)
        }
        return time
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        let digits = bytes[start..<(start + count)]
        guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Days of the proleptic Gregorian calendar, by the algorithm of Howard Hinnant's `days_from_civil`.
    private static func daysSinceEpoch(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.quotientFloored(400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return Int64(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
    }

    private static func civil(_ days: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = Int(days) + 719_468
        let era = shifted.quotientFloored(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension Instant: CustomStringConvertible {
    /// Such as `2026-11-24T09:30:00.000Z`.
    package var description: String {
        let days = Int(milliseconds).quotientFloored(Int(Self.day))
        let time = Int(milliseconds) - days * Int(Self.day)
        let (year, month, day) = Self.civil(Int64(days))
        var text = ""
        text.reserveCapacity(24)
        for (number, width, end) in [
            (year, 4, "-"), (month, 2, "-"), (day, 2, "T"), (time / 3_600_000, 2, ":"), (time / 60_000 % 60, 2, ":"),
            (time / 1000 % 60, 2, "."), (time % 1000, 3, "Z"),
        ] {
            let digits = String(number)
            for _ in digits.utf8.count..<max(digits.utf8.count, width) { text += "0" }
            text += digits
            text += end
        }
        return text
    }
}

extension Int {
    /// The quotient rounded down, also below zero.
    fileprivate func quotientFloored(_ divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}
