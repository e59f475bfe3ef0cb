/// The name of one request in logs and answers.
public struct RequestID: Hashable, Sendable {
    private enum Source: Hashable {
        case received(String)
        case generated(UInt64)
    }

    private let source: Source

    /// A generated name: the number, mixed so that neighbours do not look alike, as 16 hexadecimal digits.
    public init(number: UInt64) {
        source = .generated(number)
    }

    /// The name that the client chose; nil where it is no token of 1 to 64 octets.
    ///
    /// - Parameter text: The value of `X-Request-Id`.
    public init?(received text: String) {
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(OctetClass.token.contains) else { return nil }
        source = .received(text)
    }

    /// Writes the name.
    func write(to output: inout [UInt8]) {
        switch source {
        case .received(let text): output.append(contentsOf: text.utf8)
        case .generated(let number): Self.write(Self.mixed(number), to: &output)
        }
    }

    private static func write(_ number: UInt64, to output: inout [UInt8]) {
        for shift in stride(from: UInt64(60), through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: number >> shift) & 15
            output.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }

    /// The output function of SplitMix64, a bijection of 64 bits.
    private static func mixed(_ number: UInt64) -> UInt64 {
        var z = number
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension RequestID: CustomStringConvertible {
    /// The name.
    public var description: String {
        var octets: [UInt8] = []
        write(to: &octets)
        return String(decoding: octets, as: UTF8.self)
    }
}
