/// Moments as header fields write them, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
///
/// - SeeAlso: RFC 9110, section 5.6.7.
public enum HTTPDate {
    /// Octets of every date.
    public static let length = 29

    /// Writes a moment.
    ///
    /// - Parameter seconds: Since 1 January 1970 UTC, not negative.
    /// - Returns: 29 octets of text.
    public static func text(secondsSince1970 seconds: Int) -> String {
        var octets: [UInt8] = []
        write(secondsSince1970: seconds, to: &octets)
        return String(decoding: octets, as: UTF8.self)
    }

    static func write(secondsSince1970 seconds: Int, to output: inout [UInt8]) {
        let days = seconds / 86400
        let (year, month, day) = civil(fromDays: days)
        let clock = seconds % 86400
        output.append(contentsOf: weekdays[(days + 4) % 7].utf8)
        output.append(contentsOf: ", ".utf8)
        write(day, digits: 2, to: &output)
        output.append(contentsOf: months[month - 1].utf8)
        write(year, digits: 4, to: &output)
        output.append(.space)
        write(clock / 3600, digits: 2, to: &output)
        output.append(.colon)
        write(clock / 60 % 60, digits: 2, to: &output)
        output.append(.colon)
        write(clock % 60, digits: 2, to: &output)
        output.append(contentsOf: " GMT".utf8)
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        " Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec ",
    ]

    private static func write(_ number: Int, digits: Int, to output: inout [UInt8]) {
        var divisor = digits == 4 ? 1000 : 10
        while divisor > 0 {
            output.append(UInt8(0x30 + number / divisor % 10))
            divisor /= 10
        }
    }

    /// The Gregorian date of a day counted from 1 January 1970, by 400-year cycles that begin on 1 March.
    private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let cycle = shifted / 146_097
        let dayOfCycle = shifted % 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
    }
}
