/// A moment as the Gregorian calendar and the clock of UTC show it.
struct CivilDate {
    let year: Int
    /// From 1.
    let month: Int
    /// From 1.
    let day: Int
    /// From 0, a Sunday.
    let weekday: Int
    /// Seconds since midnight.
    let second: Int

    /// The date of a moment that is not before 1970.
    ///
    /// Counts in 400-year cycles that begin on 1 March, so that leap days come last.
    init(secondsSince1970 seconds: Int) {
        let days = seconds / 86400
        let shifted = days + 719_468
        let dayOfCycle = shifted % 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = shifted / 146_097 * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
        weekday = (days + 4) % 7
        second = seconds % 86400
    }

    /// Writes hours, minutes and seconds, such as `08:49:37`.
    func writeClock(to output: inout [UInt8]) {
        Self.write(second / 3600, digits: 2, to: &output)
        output.append(.colon)
        Self.write(second / 60 % 60, digits: 2, to: &output)
        output.append(.colon)
        Self.write(second % 60, digits: 2, to: &output)
    }

    /// Writes a number with leading zeros.
    static func write(_ number: Int, digits: Int, to output: inout [UInt8]) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            output.append(UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10))
            divisor /= 10
        }
    }
}
