/// Classes of code points that none of several patterns tells apart within, the handiest first.
struct CommonAlphabet {
    /// One code point of a class, and its class in the alphabet of each pattern.
    struct Letter {
        let scalar: Unicode.Scalar
        let classes: [Int]
    }

    let letters: [Letter]

    init(_ alphabets: [Alphabet]) {
        let boundaries = alphabets.reduce(into: Set(Self.handy.map(\.lowerBound))) { $0.formUnion($1.starts) }
        var found: [[Int32]: (rank: Int, scalar: Unicode.Scalar)] = [:]
        for start in boundaries.sorted() {
            // Surrogates are no scalar values; what lies behind them is alike, since no set has them.
            guard let scalar = Unicode.Scalar(start == 0xD800 ? 0xE000 : start) else { continue }
            let key = alphabets.map { $0[scalar.value] }
            let rank = Self.rank(of: scalar)
            if let known = found[key], known.rank <= rank { continue }
            found[key] = (rank, scalar)
        }
        letters = found.sorted { ($0.value.rank, $0.value.scalar) < ($1.value.rank, $1.value.scalar) }.map {
            key,
            value in
            Letter(scalar: value.scalar, classes: key.map(Int.init))
        }
    }

    /// Code points that are read easily, best first.
    private static let handy: [ClosedRange<UInt32>] = [
        0x61...0x7A, 0x30...0x39, 0x41...0x5A, 0x2D...0x2F, 0x5F...0x5F, 0x21...0x2C, 0x3A...0x40, 0x5B...0x60,
        0x7B...0x7E, 0x20...0x20, 0xA1...0x2027, 0x9...0xA, 0x2028...0xD7FF, 0x10000...0x3FFFF, 0xE000...0xFFFD,
        0x80...0xA0,
    ]

    private static func rank(of scalar: Unicode.Scalar) -> Int {
        handy.firstIndex { $0.contains(scalar.value) } ?? handy.count
    }
}
