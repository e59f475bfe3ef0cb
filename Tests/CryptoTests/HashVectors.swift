import FoundationEssentials
import OutsideSuites

@testable import Crypto

/// A file of `conformance/sha256` with whole messages.
struct HashVectors: Decodable {
    struct Case: Decodable {
        let bits: Int
        let msg: String
        let md: String

        /// The message; the suites write the empty one as `00` with 0 bits.
        var message: [UInt8] { Array((Hex.decode(msg) ?? []).prefix(bits / 8)) }
    }

    let cases: [Case]

    static func cases(in names: String...) throws -> [Case] {
        try names.flatMap { try read(HashVectors.self, $0).cases }
    }

    static func read<T: Decodable>(_ type: T.Type, _ name: String) throws -> T {
        let bytes = try OutsideSuites.bytes("conformance/sha256/" + name)
        return try JSONDecoder().decode(type, from: Data(bytes))
    }
}

/// A chain of hashes: each round hashes the last three digests; every thousandth is known.
struct HashChain: Decodable {
    let seed: String
    let md: [String]

    /// How many of the known digests come out of the chain, each taken as the next seed.
    func agreeing(_ hash: ([UInt8]) -> [UInt8]) -> Int {
        var seed = Hex.decode(seed) ?? []
        return md.count { known in
            var last = (seed, seed, seed)
            for _ in 0..<1000 { last = (last.1, last.2, hash(last.0 + last.1 + last.2)) }
            seed = last.2
            return Hex.encode(seed) == known
        }
    }
}

/// Lengths of pieces at which a mistake in buffering shows.
let pieceSizes = [1, 3, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129]

extension [UInt8] {
    /// The bytes cut into pieces of one size and a rest.
    func pieces(of size: Int) -> [ArraySlice<UInt8>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
