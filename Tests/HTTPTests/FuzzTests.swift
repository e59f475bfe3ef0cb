import FoundationEssentials
import HTTP
import Sockets
import Testing

/// Damaged requests: whatever comes, the reader ends in a request, a refusal or a wish for more, and means the same
/// however the octets are cut.
///
/// `CANON_FUZZ_SECONDS` lets it run for so long with ever new seeds; otherwise it runs a fixed number of rounds.
@Suite("request reader, damaged requests")
struct FuzzTests {
    @Test func cutsNeverMatter() {
        let seconds = ProcessInfo.processInfo.environment["CANON_FUZZ_SECONDS"].flatMap { UInt64($0) } ?? 0
        let deadline = MonotonicTime.now() + .seconds(seconds)
        var seed: UInt64 = seconds > 0 ? .random(in: 1...UInt64.max) : 1
        repeat {
            for _ in 0..<2000 {
                check(seed)
                seed &+= 1
            }
        } while MonotonicTime.now() < deadline
    }

    private func check(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let octets = Self.damagedRequest(&generator)
        var limits = HTTPLimits()
        limits.requestLine = 200
        limits.fieldSection = 400
        limits.fields = 8
        limits.body = 100
        let whole = RequestReaderTests.events(of: [octets], end: true, limits: limits).filter { $0 != "continue" }
        let pieces = Self.cut(octets, &generator)
        let cut = RequestReaderTests.events(of: pieces, end: true, limits: limits).filter { $0 != "continue" }
        #expect(whole == cut, "seed \(seed)")
        #expect(whole.last == "finished", "seed \(seed)")
    }

    private static let samples: [String] =
        RequestReaderTests.accepted.map(\.0) + RequestReaderTests.refused.map { $0.0 + "\r\n" } + [
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x=\"y\"\r\nhello\r\n0\r\nA: b\r\n\r\n"
        ]

    private static let splinters: [String] = [
        "\r\n", "\n", "\r", " ", "\t", ":", "\u{0}", "0", "ffffffffffffffff", ";", "\"", "%", "%2f", "/", "..",
        "Host: b\r\n",
        "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "HTTP/1.1", "GET / ", "é", ",",
    ]

    private static func damagedRequest(_ generator: inout SeededGenerator) -> [UInt8] {
        var octets: [UInt8] = []
        for _ in 0...Int.random(in: 0...2, using: &generator) {
            octets += Array((samples.randomElement(using: &generator) ?? "").utf8)
        }
        for _ in 0..<Int.random(in: 0...4, using: &generator) where !octets.isEmpty {
            let place = Int.random(in: 0..<octets.count, using: &generator)
            switch Int.random(in: 0...3, using: &generator) {
            case 0: octets[place] = .random(in: 0...255, using: &generator)
            case 1: octets.removeSubrange(place..<min(octets.count, place + Int.random(in: 1...8, using: &generator)))
            case 2: octets.insert(contentsOf: (splinters.randomElement(using: &generator) ?? "").utf8, at: place)
            default: octets += octets[place...]
            }
        }
        return octets
    }

    private static func cut(_ octets: [UInt8], _ generator: inout SeededGenerator) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = octets[...]
        while !rest.isEmpty {
            let count = Int.random(in: 1...max(1, min(40, rest.count)), using: &generator)
            pieces.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return pieces
    }
}

/// SplitMix64: the same numbers for the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
