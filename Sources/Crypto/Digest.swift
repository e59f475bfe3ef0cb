/// A SHA-256 digest: the name of the bytes that it was made of.
///
/// Digests order as their bytes do. The text form is `sha256:` and 64 lowercase hexadecimal digits.
public struct Digest: Hashable, Sendable {
    /// Bytes of a digest.
    public static let size = 32

    /// What the text form starts with.
    public static let prefix = "sha256:"

    private let word0: UInt64
    private let word1: UInt64
    private let word2: UInt64
    private let word3: UInt64

    /// The digest of the given bytes.
    public init(of bytes: [UInt8]) { self.init(of: bytes.span.bytes) }

    /// The digest of the given bytes.
    public init(of bytes: RawSpan) {
        var hash = SHA256()
        hash.update(bytes)
        self = hash.finalize()
    }

    /// The digest of the UTF-8 of a text.
    public init(of text: String) { self.init(of: Array(text.utf8)) }

    /// A digest from its 32 bytes, or nil where there are more or fewer.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        word0 = UInt64(bigEndianBytes: bytes[0..<8])
        word1 = UInt64(bigEndianBytes: bytes[8..<16])
        word2 = UInt64(bigEndianBytes: bytes[16..<24])
        word3 = UInt64(bigEndianBytes: bytes[24..<32])
    }

    /// A digest from 64 lowercase hexadecimal digits, or nil for any other text.
    public init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// A digest from its text form, `sha256:` and 64 lowercase hexadecimal digits, or nil for any other text.
    public init?(_ text: String) {
        guard text.utf8.starts(with: Self.prefix.utf8) else { return nil }
        self.init(hex: String(text.dropFirst(Self.prefix.utf8.count)))
    }

    /// The final state of the hash, in its order.
    init(words: InlineArray<8, UInt32>) {
        word0 = UInt64(words[0]) << 32 | UInt64(words[1])
        word1 = UInt64(words[2]) << 32 | UInt64(words[3])
        word2 = UInt64(words[4]) << 32 | UInt64(words[5])
        word3 = UInt64(words[6]) << 32 | UInt64(words[7])
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        withUnsafeBytes(of: bigEndianWords) { Array($0) }
    }

    /// 64 lowercase hexadecimal digits.
    public var hex: String { Hex.encode(bigEndianWords.span.bytes) }

    /// The words in the byte order of memory, so that their memory is the digest's bytes.
    var bigEndianWords: InlineArray<4, UInt64> {
        [word0.bigEndian, word1.bigEndian, word2.bigEndian, word3.bigEndian]
    }
}

extension Digest: Comparable {
    /// True where the first byte that differs is smaller on the left.
    public static func < (left: Digest, right: Digest) -> Bool {
        (left.word0, left.word1, left.word2, left.word3) < (right.word0, right.word1, right.word2, right.word3)
    }
}

extension Digest: CustomStringConvertible {
    /// The text form: `sha256:` and 64 lowercase hexadecimal digits.
    public var description: String { Hex.encode(bigEndianWords.span.bytes, after: Self.prefix) }
}
