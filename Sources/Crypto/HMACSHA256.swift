/// HMAC with SHA-256 (RFC 2104, FIPS 198-1): a tag that only holders of the key can make and check.
public struct HMACSHA256: Sendable {
    private var inner: SHA256
    private let outer: SHA256

    /// Starts with the empty message.
    ///
    /// - Parameter key: Of any length; 32 random bytes are right.
    public init(key: [UInt8]) {
        var block = key.count > SHA256.blockSize ? Digest(of: key).bytes : key
        block += repeatElement(0, count: SHA256.blockSize - block.count)
        inner = SHA256()
        inner.update(block.map { $0 ^ 0x36 })
        var outer = SHA256()
        outer.update(block.map { $0 ^ 0x5c })
        self.outer = outer
    }

    /// Takes in the next piece of the message.
    public mutating func update(_ piece: [UInt8]) { inner.update(piece) }

    /// The tag of everything taken in so far; more may follow.
    public func finalize() -> Digest {
        var hash = outer
        hash.update(inner.finalize())
        return hash.finalize()
    }

    /// The tag of a message.
    public static func tag(of message: [UInt8], key: [UInt8]) -> Digest {
        var code = HMACSHA256(key: key)
        code.update(message)
        return code.finalize()
    }

    /// True where the tag is that of the message, in a time that does not tell how much of it is right.
    ///
    /// A tag is all its 32 bytes: a shortened one is not valid.
    public static func isValid(_ tag: [UInt8], of message: [UInt8], key: [UInt8]) -> Bool {
        ConstantTime.equal(tag, Self.tag(of: message, key: key).bytes)
    }
}
