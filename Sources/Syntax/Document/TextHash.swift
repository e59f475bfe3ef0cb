/// Hashes of texts for tables: fast, and chosen anew in each process, so that nobody can choose texts that collide.
public enum TextHash {
    /// What hashes of this process begin with.
    public static let seed = UInt64.random(in: .min ... .max)

    /// A hash of octets, eight at a time.
    public static func hash(_ text: UnsafeBufferPointer<UInt8>, _ seed: UInt64) -> Int {
        let bytes = UnsafeRawBufferPointer(text)
        var hash = seed ^ UInt64(bytes.count)
        var offset = 0
        while offset + 8 <= bytes.count {
            hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        if offset + 4 <= bytes.count {
            rest = UInt64(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            offset += 4
        }
        while offset < bytes.count {
            rest = rest << 8 | UInt64(bytes[offset])
            offset += 1
        }
        return Int(truncatingIfNeeded: mixed(hash ^ rest))
    }

    /// Both halves of the product with an odd constant, folded.
    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
