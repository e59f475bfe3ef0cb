internal import Syntax

/// The text of a file, which knows where its lines begin.
struct SourceText: Sendable {
    /// UTF-8.
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The place of a byte; the first of the text for an offset below 0.
    ///
    /// - Complexity: O(`offset`).
    func position(_ offset: Int) -> SourcePosition { SourcePosition(ofByte: max(0, offset), in: bytes) }
}
