/// Dates, times and durations.
///
/// - SeeAlso: RFC 3339, section 5.6 and appendix A.
extension FormatGrammar {
    static let date = FormatGrammar(exactly: fullDate, longest: 10)
    static let time = FormatGrammar(
        within: [clock(leapSecond: "(?:[01][0-9]|2[0-3]):[0-5][0-9]:60", offset)],
        around: [clock(leapSecond: "23:59:60", "(?:[Zz]|[+-]00:00)")]
    ) { LeapSecond.isRight(in: Array($0.utf8)) }
    static let dateTime = FormatGrammar(
        within: ["\(fullDate)[Tt]\(clock(leapSecond: "(?:[01][0-9]|2[0-3]):[0-5][0-9]:60", offset))"],
        around: ["\(fullDate)[Tt]\(clock(leapSecond: "23:59:60", "(?:[Zz]|[+-]00:00)"))"]
    ) { LeapSecond.isRight(in: $0.utf8.dropFirst("2000-01-01T".utf8.count).map { $0 }) }
    static let duration = FormatGrammar(exactly: "P(?:\(durationDate)|\(durationTime)|[0-9]+W)")

    private static let fullDate: String = {
        let long = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
        let short = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
        let february = "02-(?:0[1-9]|1[0-9]|2[0-8])"
        let leapYear = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
        return "(?:[0-9]{4}-(?:\(long)|\(short)|\(february))|\(leapYear)-02-29)"
    }()

    private static let offset = "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"

    private static func clock(leapSecond: String, _ leapOffset: String) -> String {
        let fraction = "(?:\\.[0-9]+)?"
        let usual = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\(fraction)\(offset)"
        return "(?:\(usual)|\(leapSecond)\(fraction)\(leapOffset))"
    }

    private static let durationTime: String = {
        let second = "[0-9]+S"
        let minute = "[0-9]+M(?:\(second))?"
        return "T(?:[0-9]+H(?:\(minute))?|\(minute)|\(second))"
    }()

    private static let durationDate: String = {
        let day = "[0-9]+D"
        let month = "[0-9]+M(?:\(day))?"
        return "(?:[0-9]+Y(?:\(month))?|\(month)|\(day))(?:\(durationTime))?"
    }()
}

/// Leap seconds: they come at the end of a day of UTC only.
enum LeapSecond {
    private static let minutesOfDay = 1_440

    /// Whether a well-formed time has no 60th second, or has it at 23:59 of UTC.
    ///
    /// - Parameter time: Octets that match the grammar of a time.
    /// - Returns: False only for a 60th second at another minute.
    static func isRight(in time: [UInt8]) -> Bool {
        guard time.count > 8, number(time, 6) == 60 else { return true }
        let local = number(time, 0) * 60 + number(time, 3)
        return (local - offset(of: time) + minutesOfDay) % minutesOfDay == minutesOfDay - 1
    }

    private static func offset(of time: [UInt8]) -> Int {
        let start = time.count - 6
        guard time[time.count - 1] | 0x20 != UInt8(ascii: "z") else { return 0 }
        let minutes = number(time, start + 1) * 60 + number(time, start + 4)
        return time[start] == UInt8(ascii: "-") ? -minutes : minutes
    }

    private static func number(_ octets: [UInt8], _ index: Int) -> Int {
        Int(octets[index] & 0x0F) * 10 + Int(octets[index + 1] & 0x0F)
    }
}
