/// SHA-512 (FIPS 180-4, section 6.4) over a message that comes in pieces of any size.
///
/// The digest does not depend on how the message is cut. Messages up to 2^61 bytes, far below the limit of the standard.
public struct SHA512: Sendable {
    /// Bytes of a block, the unit that is hashed at once.
    public static let blockSize = 128

    private var state: InlineArray<8, UInt64> = [
        0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1,
        0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179,
    ]
    /// The beginning of a block whose rest has not come yet.
    private var tail = InlineArray<128, UInt8>(repeating: 0)
    /// Bytes taken in so far; the remainder by 128 of them lie in `tail`.
    private var count: UInt64 = 0

    private var used: Int { Int(count & 127) }

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
        let whole = rest.byteCount & ~127
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

    /// Takes in one byte.
    public mutating func update(_ byte: UInt8) {
        tail[used] = byte
        count &+= 1
        if used == 0 { compressTail() }
    }

    /// The 64 bytes of the digest of everything taken in so far; more may follow.
    public func finalize() -> [UInt8] {
        var padded = self
        padded.pad()
        return (0..<8).flatMap { padded.state[$0].bigEndianBytes }
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
    ///
    /// The length field is 16 bytes; its upper half is zero for every message that fits into `count`.
    private mutating func pad() {
        let bits = count &<< 3
        update(0x80)
        if used > 112 { fill(upTo: 128) }
        fill(upTo: 120)
        for shift in stride(from: UInt64(56), through: 0, by: -8) { update(UInt8(truncatingIfNeeded: bits &>> shift)) }
    }

    private mutating func fill(upTo end: Int) {
        for place in used..<end { tail[place] = 0 }
        count &+= UInt64(end - used)
        if end == Self.blockSize { compressTail() }
    }
}
