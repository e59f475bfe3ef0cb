import Syntax
import Testing

@Suite("exact numbers")
struct ExactNumberTests {
    private static func number(_ text: String) throws -> ExactNumber { try #require(ExactNumber(text)) }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("0.000", "0"), ("0e99", "0"), ("1.0", "1"), ("10e-1", "1"), ("1E2", "100"),
        ("-12.50", "-12.5"), ("0.001", "0.001"), ("1e-20", "0.00000000000000000001"), ("1e-22", "1e-22"),
        ("1e20", "100000000000000000000"), ("1e21", "1e21"), ("1.5e21", "1.5e21"), ("-1.25e-30", "-1.25e-30"),
        ("9007199254740993", "9007199254740993"), ("123456789.123456789", "123456789.123456789"),
        ("1e999999999999", "1e999999999"), ("100000000000000000000000", "1e23"),
    ])
    func describes(_ text: String, description: String) throws {
        let number = try Self.number(text)
        #expect(number.description == description)
        #expect(try Self.number(description) == number)
    }

    @Test(arguments: ["", "1.", ".5", "+1", "01", "0x1", "1e", "a", "1 2", "\"1\"", "NaN", "true"])
    func readsNothingElse(_ text: String) { #expect(ExactNumber(text) == nil) }

    @Test func ordersByValue() throws {
        let texts = [
            "-1e400", "-10", "-9.5", "-1", "-0.1", "-1e-400", "0", "1e-400", "0.1", "0.11", "1", "9.5", "10", "99",
            "100",
            "9007199254740992", "9007199254740993", "1e400",
        ]
        let numbers = try texts.map(Self.number)
        for (left, one) in numbers.enumerated() {
            for (right, other) in numbers.enumerated() {
                #expect((one < other) == (left < right), "\(one) < \(other)")
                #expect((one == other) == (left == right), "\(one) == \(other)")
            }
        }
    }

    @Test(arguments: [
        ("6", "3", true), ("7", "3", false), ("0", "3", true), ("-6", "3", true), ("6", "-3", true),
        ("0.3", "0.1", true),
        ("0.35", "0.1", false), ("1", "0.1", true), ("1.1", "0.01", true), ("4.02", "0.01", true),
        ("1e308", "0.5", true),
        ("1e3", "1e2", true), ("150", "1e2", false), ("0.0075", "0.0001", true), ("9007199254740993", "2", false),
        ("3", "6", false), ("1e-5", "1", false), ("1", "0", nil), ("1e100000", "3", nil),
        ("1", "1234567890123456789", nil),
    ])
    func dividesExactly(_ number: String, _ divisor: String, isMultiple: Bool?) throws {
        #expect(try Self.number(number).isMultiple(of: Self.number(divisor)) == isMultiple)
    }

    @Test(arguments: [
        ("1", "2", "3"), ("0.1", "0.2", "0.3"), ("-1", "1", "0"), ("5", "-7", "-2"), ("-5", "7", "2"),
        ("-1.5", "-1.5", "-3"),
        ("999", "1", "1000"), ("1000", "-1", "999"), ("0", "0", "0"), ("0", "-3", "-3"),
        ("1e20", "1e-20", "100000000000000000000.00000000000000000001"),
        ("9007199254740992", "1", "9007199254740993"),
    ])
    func addsExactly(_ one: String, _ other: String, sum: String) throws {
        #expect(try Self.number(one).adding(Self.number(other)) == Self.number(sum))
        #expect(try Self.number(other).adding(Self.number(one)) == Self.number(sum))
        #expect(try Self.number(sum).subtracting(Self.number(other)) == Self.number(one))
    }

    @Test func givesUpWhereASumWouldBeEndless() throws {
        #expect(try Self.number("1e5000").adding(Self.number("1")) == nil)
        #expect(try Self.number("1e-999999999").subtracting(Self.number("1e999999999")) == nil)
    }

    @Test(arguments: [
        ("0", "0"), ("1.9", "1"), ("-1.1", "-2"), ("-0.5", "-1"), ("0.5", "0"), ("7", "7"), ("-7", "-7"),
        ("1e30", "1e30"),
        ("1e-400", "0"), ("-1e-400", "-1"),
    ])
    func roundsDown(_ text: String, floor: String) throws {
        #expect(try Self.number(text).floor == Self.number(floor))
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("42", 42), ("4.2e1", 42), ("9223372036854775807", Int.max),
        ("-9223372036854775808", Int.min),
        ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1e19", nil), ("0.5", nil), ("1e999999", nil),
    ])
    func isAnIntWhereItFits(_ text: String, int: Int?) throws { #expect(try Self.number(text).int == int) }

    @Test func isTheNearestDouble() throws {
        #expect(try Self.number("0.1").double == 0.1)
        #expect(try Self.number("9007199254740993").double == 9_007_199_254_740_992)
        #expect(try Self.number("1e400").double == .infinity)
        #expect(try Self.number("-1e400").double == -.infinity)
        #expect(try Self.number("1e-400").double == 0)
    }
}
