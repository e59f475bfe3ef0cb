import Glibc
import Sockets
import Testing

@testable import HTTP

@Suite("access log and metrics")
struct ReportingTests {
    static func record(path: String, refusal: Refusal? = nil) throws -> AccessRecord {
        AccessRecord(
            method: refusal == nil ? .get : nil,
            path: path,
            status: refusal?.status ?? .ok,
            contentCount: 12,
            duration: TimeSpan(nanoseconds: 45_900),
            id: try #require(RequestID(received: "r-1")),
            peer: .loopback(port: 99),
            refusal: refusal
        )
    }

    static func line(_ record: AccessRecord) -> String {
        var octets: [UInt8] = []
        AccessLine.write(record, milliseconds: 951_782_400_007, to: &octets)
        return String(decoding: octets, as: UTF8.self)
    }

    static let start = "{\"time\":\"2000-02-29T00:00:00.007Z\",\"request_id\":\"r-1\",\"peer\":\"127.0.0.1:99\","

    @Test func linesAreJSON() throws {
        #expect(
            Self.line(try Self.record(path: "/v1"))
                == Self.start + "\"status\":200,\"bytes\":12,\"duration_us\":45,\"method\":\"GET\",\"path\":\"/v1\"}\n"
        )
        #expect(
            Self.line(try Self.record(path: "", refusal: .line))
                == Self.start + "\"status\":400,\"bytes\":12,\"duration_us\":45,\"refusal\":\"HTTP_LINE\"}\n"
        )
    }

    @Test(arguments: [
        ("a\"b\\c", "a\\\"b\\\\c"), ("a\nb\r\u{0}\u{1b}\u{7f}", "a\\u000ab\\u000d\\u0000\\u001b\\u007f"),
        ("é\u{2028}😀", "\\u00e9\\u2028\\ud83d\\ude00"),
    ])
    func lineCannotBeForged(_ path: String, _ expected: String) throws {
        #expect(Self.line(try Self.record(path: path)).hasSuffix("\"path\":\"\(expected)\"}\n"))
    }

    @Test func logWritesEverythingBeforeItEnds() async throws {
        var ends: [CInt] = [0, 0]
        #expect(pipe(&ends) == 0)
        let reading = try FileDescriptor(owning: ends[0], from: "pipe")
        let writing = try FileDescriptor(owning: ends[1], from: "pipe")
        let log = try AccessLog(writingTo: writing.number)
        for number in 0..<100 { log.record(try Self.record(path: "/\(number)")) }
        let number = reading.number
        async let lines = onThread {
            var octets: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while octets.count(where: { $0 == UInt8(ascii: "\n") }) < 100 {
                let count = read(number, &buffer, buffer.count)
                octets += buffer.prefix(max(0, count))
            }
            return String(decoding: octets, as: UTF8.self).split(separator: "\n")
        }
        try await onThread { log.end() }
        let written = try await lines
        #expect(written.count == 100)
        #expect(written.last?.hasSuffix("\"path\":\"/99\"}") == true)
        withExtendedLifetime(reading) {}
        withExtendedLifetime(writing) {}
    }

    @Test func histogramsCountBelowTheirBounds() {
        let histogram = Histogram(bounds: [.milliseconds(1), .milliseconds(10)])
        for span: UInt64 in [0, 1, 2, 10, 11, 1000] { histogram.note(.milliseconds(span)) }
        var text = MetricsText()
        text.histogram("d_seconds", help: "Durations.", histogram)
        text.counter("c_total", help: "Count.", [("kind=\(MetricsText.quoted("a\"\n\\"))", 3)])
        text.gauge("g", help: "Gauge.", -1)
        #expect(
            text.text == """
                # HELP d_seconds Durations.
                # TYPE d_seconds histogram
                d_seconds_bucket{le="0.001"} 2
                d_seconds_bucket{le="0.01"} 4
                d_seconds_bucket{le="+Inf"} 6
                d_seconds_sum 1.024
                d_seconds_count 6
                # HELP c_total Count.
                # TYPE c_total counter
                c_total{kind="a\\"\\n\\\\"} 3
                # HELP g Gauge.
                # TYPE g gauge
                g -1

                """
        )
    }
}
