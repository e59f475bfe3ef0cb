/// How large a document may be; every limit has a name that its refusal repeats.
public struct DocumentLimits: Hashable, Sendable {
    /// Size of the text in bytes; at most 2 GiB.
    public var bytes: Int
    /// How deep objects and arrays may nest.
    public var depth: Int
    /// How many values and keys a document may have, aliases expanded.
    public var nodes: Int
    /// Length of one string in bytes.
    public var stringBytes: Int
    /// Length of one number in bytes.
    public var numberBytes: Int

    /// Limits; the defaults are those of a submitted contract.
    public init(
        bytes: Int = 32 << 20,
        depth: Int = 256,
        nodes: Int = 2_000_000,
        stringBytes: Int = 1 << 20,
        numberBytes: Int = 1024
    ) {
        self.bytes = min(bytes, 1 << 31)
        self.depth = depth
        self.nodes = nodes
        self.stringBytes = stringBytes
        self.numberBytes = numberBytes
    }

    /// The limits of a contract that is submitted or compared.
    public static let contract = DocumentLimits()
}
