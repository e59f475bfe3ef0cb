import Contracts
import Testing

@Suite("instant")
struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.001Z", 1), ("1969-12-31T23:59:59.999Z", -1),
        ("2000-02-29T12:00:00Z", 951_825_600_000), ("2026-11-24T09:30:00.123Z", 1_795_512_600_123),
        ("1900-03-01T00:00:00Z", -2_203_891_200_000), ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ("0000-01-01T00:00:00Z", -62_167_219_200_000), ("2026-11-24", 1_795_478_400_000),
    ])
    func isRead(_ text: String, _ milliseconds: Int64) {
        #expect(Instant(text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-04-31", "2026-1-01",
        "2026-11-24T09:30Z",
        "2026-11-24T24:00:00Z", "2026-11-24T09:60:00Z", "2026-11-24T09:30:60Z", "2026-11-24 09:30:00Z",
        "2026-11-24T09:30:00", "2026-11-24T09:30:00+01:00", "2026-11-24T09:30:00.12Z", "2026-11-24T09:30:00,123Z",
        "+026-11-24", "２０26-11-24",
    ])
    func isRefused(_ text: String) { #expect(Instant(text) == nil) }

    @Test func isReadBack() {
        var milliseconds: Int64 = -70_000_000_000_000
        while milliseconds < 250_000_000_000_000 {
            let instant = Instant(milliseconds: milliseconds)
            if milliseconds >= -62_167_219_200_000 { #expect(Instant(instant.description) == instant) }
            milliseconds += 987_654_321_987
        }
    }

    @Test func daysAreAdded() {
        #expect(Instant("2028-02-28")?.adding(days: 2) == Instant("2028-03-01"))
        #expect(Instant("2026-11-24")?.adding(days: -24) == Instant("2026-10-31"))
    }
}
