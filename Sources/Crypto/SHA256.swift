/// SHA-256 (FIPS 180-4, section 6.2) over a message that comes in pieces of any size.
///
/// The digest does not depend on how the message is cut. Messages up to 2^61 bytes.
public struct SHA256: Sendable {
    /// Bytes of a block, the unit that is hashed at once.
    public static let blockSize = 64

    private var state: InlineArray<8, UInt32> = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// The beginning of a block whose rest has not come yet.
    private var tail = InlineArray<64, UInt8>(repeating: 0)
    /// Bytes taken in so far; the remainder by 64 of them lie in `tail`.
    private var count: UInt64 = 0

    private var used: Int { Int(count & 63) }

    /// Starts with the empty message.
    public init() {}

    /// Takes in the next piece of the message.
    public mutating func update(_ piece: RawSpan) {
        var rest = piece
        if used > 0 {
            let size = min(Self.blockSize - used, rest.byteCount)
            keep(rest.extracting(first: size))
            rest = rest.extracting(droppingFirst: size)
        }
        let whole = rest.byteCount & ~63
        if whole > 0 {
            let constants = Self.constants
            Self.compress(rest.extracting(first: whole), into: &state, constants.span)
            count &+= UInt64(whole)
        }
        keep(rest.extracting(droppingFirst: whole))
    }

    /// Takes in the next piece of the message.
    public mutating func update(_ piece: Span<UInt8>) { update(piece.bytes) }

    /// Takes in the next piece of the message.
    public mutating func update(_ piece: [UInt8]) { update(piece.span.bytes) }

    /// Takes in the next piece of the message.
    public mutating func update(_ piece: ArraySlice<UInt8>) { update(piece.span.bytes) }

    /// Takes in the 32 bytes of a digest.
    public mutating func update(_ digest: Digest) {
        let bytes = digest.bigEndianWords
        update(bytes.span.bytes)
    }

    /// Takes in one byte.
    public mutating func update(_ byte: UInt8) {
        tail[used] = byte
        count &+= 1
        if used == 0 { compressTail() }
    }

    /// The digest of everything taken in so far; more may follow.
    public func finalize() -> Digest {
        var padded = self
        padded.pad()
        return Digest(words: padded.state)
    }

    /// Stores a piece that ends within the block that has begun, or with it.
    private mutating func keep(_ piece: RawSpan) {
        var place = used
        for offset in 0..<piece.byteCount {
            tail[place] = piece.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
            place &+= 1
        }
        count &+= UInt64(piece.byteCount)
        if place == Self.blockSize { compressTail() }
    }

    private mutating func compressTail() {
        let constants = Self.constants
        Self.compress(tail.span.bytes, into: &state, constants.span)
    }

    /// Appends the bit 1, zeros, and the length in bits up to the end of a block (FIPS 180-4, section 5.1).
    private mutating func pad() {
        let bits = count &<< 3
        update(0x80)
        if used > 56 { fill(upTo: 64) }
        fill(upTo: 56)
        for shift in stride(from: UInt64(56), through: 0, by: -8) { update(UInt8(truncatingIfNeeded: bits &>> shift)) }
    }

    private mutating func fill(upTo end: Int) {
        for place in used..<end { tail[place] = 0 }
        count &+= UInt64(end - used)
        if end == Self.blockSize { compressTail() }
    }
}
