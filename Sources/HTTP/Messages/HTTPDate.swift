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
        let date = CivilDate(secondsSince1970: seconds)
        output.append(contentsOf: weekdays[date.weekday].utf8)
        output.append(contentsOf: ", ".utf8)
        CivilDate.write(date.day, digits: 2, to: &output)
        output.append(contentsOf: months[date.month - 1].utf8)
        CivilDate.write(date.year, digits: 4, to: &output)
        output.append(.space)
        date.writeClock(to: &output)
        output.append(contentsOf: " GMT".utf8)
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        " Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec ",
    ]
}
