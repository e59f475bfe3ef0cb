internal import CX86

extension SHA256 {
    /// The round constants of FIPS 180-4, section 4.2.2.
    static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]

    /// Whether the processor has instructions for it.
    static let hasInstructions = canon_has_sha256() != 0

    /// Hashes whole blocks into the state (FIPS 180-4, section 6.2.2), with the processor's instructions where it can.
    ///
    /// The constants come as a parameter because a global is read through an accessor at every use.
    static func compress(_ blocks: RawSpan, into state: inout InlineArray<8, UInt32>, _ constants: Span<UInt32>) {
        guard hasInstructions else { return compressPlainly(blocks, into: &state, constants) }
        var words = state.mutableSpan
        words.withUnsafeMutableBufferPointer { words in
            blocks.withUnsafeBytes { blocks in
                constants.withUnsafeBufferPointer { constants in
                    canon_sha256(
                        words.baseAddress,
                        blocks.bindMemory(to: UInt8.self).baseAddress,
                        blocks.count / blockSize,
                        constants.baseAddress
                    )
                }
            }
        }
    }

    /// The same on any processor.
    static func compressPlainly(
        _ blocks: RawSpan,
        into state: inout InlineArray<8, UInt32>,
        _ constants: Span<UInt32>
    ) {
        var letters = Letters(state)
        for offset in stride(from: 0, to: blocks.byteCount, by: blockSize) {
            let before = letters
            var words = Words(blocks, at: offset)
            letters.sixteenRounds(words, constants, from: 0)
            for index in stride(from: 16, to: 64, by: 16) {
                words.advance()
                letters.sixteenRounds(words, constants, from: index)
            }
            letters.add(before)
        }
        state = letters.state
    }
}

/// Sixteen consecutive words of the message schedule: all that the next sixteen are made of.
private struct Words {
    private var words = InlineArray<16, UInt32>(repeating: 0)

    /// The words of a block, which are the first sixteen.
    @inline(__always)
    init(_ blocks: RawSpan, at offset: Int) {
        for index in 0..<16 {
            let word = blocks.unsafeLoadUnaligned(fromByteOffset: offset &+ 4 &* index, as: UInt32.self)
            words[index] = UInt32(bigEndian: word)
        }
    }

    @inline(__always)
    subscript(index: Int) -> UInt32 { words[index] }

    /// Replaces each word by the one sixteen places further on.
    @inline(__always)
    mutating func advance() {
        for index in 0..<16 {
            let early = words[(index &+ 1) & 15]
            let late = words[(index &+ 14) & 15]
            let sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early &>> 3)
            let sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late &>> 10)
            words[index] = words[index] &+ sigma0 &+ words[(index &+ 9) & 15] &+ sigma1
        }
    }
}

/// The working variables, named by letters in the standard.
private struct Letters {
    private var a, b, c, d, e, f, g, h: UInt32

    @inline(__always)
    init(_ state: InlineArray<8, UInt32>) {
        (a, b, c, d) = (state[0], state[1], state[2], state[3])
        (e, f, g, h) = (state[4], state[5], state[6], state[7])
    }

    var state: InlineArray<8, UInt32> { [a, b, c, d, e, f, g, h] }

    /// Adds the variables that the block began with.
    @inline(__always)
    mutating func add(_ other: Letters) {
        (a, b, c, d) = (a &+ other.a, b &+ other.b, c &+ other.c, d &+ other.d)
        (e, f, g, h) = (e &+ other.e, f &+ other.f, g &+ other.g, h &+ other.h)
    }

    /// Sixteen rounds: the letters move by renaming, and after eight rounds each is back at its place.
    @inline(__always)
    mutating func sixteenRounds(_ words: Words, _ constants: Span<UInt32>, from index: Int) {
        round(a, b, c, &d, e, f, g, &h, constants[index] &+ words[0])
        round(h, a, b, &c, d, e, f, &g, constants[index &+ 1] &+ words[1])
        round(g, h, a, &b, c, d, e, &f, constants[index &+ 2] &+ words[2])
        round(f, g, h, &a, b, c, d, &e, constants[index &+ 3] &+ words[3])
        round(e, f, g, &h, a, b, c, &d, constants[index &+ 4] &+ words[4])
        round(d, e, f, &g, h, a, b, &c, constants[index &+ 5] &+ words[5])
        round(c, d, e, &f, g, h, a, &b, constants[index &+ 6] &+ words[6])
        round(b, c, d, &e, f, g, h, &a, constants[index &+ 7] &+ words[7])
        round(a, b, c, &d, e, f, g, &h, constants[index &+ 8] &+ words[8])
        round(h, a, b, &c, d, e, f, &g, constants[index &+ 9] &+ words[9])
        round(g, h, a, &b, c, d, e, &f, constants[index &+ 10] &+ words[10])
        round(f, g, h, &a, b, c, d, &e, constants[index &+ 11] &+ words[11])
        round(e, f, g, &h, a, b, c, &d, constants[index &+ 12] &+ words[12])
        round(d, e, f, &g, h, a, b, &c, constants[index &+ 13] &+ words[13])
        round(c, d, e, &f, g, h, a, &b, constants[index &+ 14] &+ words[14])
        round(b, c, d, &e, f, g, h, &a, constants[index &+ 15] &+ words[15])
    }
}

@inline(__always)
private func round(
    _ a: UInt32,
    _ b: UInt32,
    _ c: UInt32,
    _ d: inout UInt32,
    _ e: UInt32,
    _ f: UInt32,
    _ g: UInt32,
    _ h: inout UInt32,
    _ word: UInt32
) {
    let choice = g ^ (e & (f ^ g))
    let majority = (a & b) ^ (c & (a ^ b))
    let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    let first = h &+ sum1 &+ choice &+ word
    d &+= first
    h = first &+ sum0 &+ majority
}

@inline(__always)
private func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 { (word &>> bits) | (word &<< (32 &- bits)) }
