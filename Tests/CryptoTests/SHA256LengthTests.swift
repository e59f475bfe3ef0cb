import OutsideSuites
import Testing

@testable import Crypto

@Suite("SHA-256 of many lengths")
struct SHA256LengthTests {
    /// A case of `sha256_extra.json`: `unit` repeated `count` times; without a unit, all lengths up to 300.
    struct Extra: Decodable {
        struct Case: Decodable {
            let unit: String?
            let count: Int?
            let md: String
        }

        let cases: [Case]
    }

    /// The digests of every length from 0 to 300, hashed together.
    static func digestOfAllLengths() -> Digest {
        var all = SHA256()
        for length in 0...300 { all.update(Digest(of: (0..<length).map { UInt8($0 % 251) })) }
        return all.finalize()
    }

    static func digest(ofRepeated unit: [UInt8], _ count: Int) -> Digest {
        let size = 1 << 16
        let piece = (0..<size).flatMap { _ in unit }
        var hash = SHA256()
        for _ in 0..<(count / size) { hash.update(piece) }
        hash.update(piece.prefix(count % size * unit.count))
        return hash.finalize()
    }

    /// The message of 2^29 + 1 bytes takes minutes without optimisation, so it runs in release builds only.
    static let longest = isOptimised ? Int.max : 1_000_000

    static var isOptimised: Bool {
        var optimised = true
        assert(
            {
                optimised = false
                return true
            }()
        )
        return optimised
    }

    @Test("lengths", .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
    func lengths() throws {
        let cases = try HashVectors.read(Extra.self, "sha256_extra.json").cases.filter { $0.count ?? 0 <= Self.longest }
        #expect(cases.count == (Self.isOptimised ? 3 : 2))
        for test in cases {
            let unit = Hex.decode(test.unit ?? "") ?? []
            let digest =
                unit.isEmpty ? Self.digestOfAllLengths() : Self.digest(ofRepeated: unit, test.count ?? 0)
            #expect(digest.hex == test.md)
        }
    }
}
