internal import Synchronization
internal import Syntax

/// The text of a file, which knows where its lines begin once somebody asked.
final class SourceText: Sendable {
    /// UTF-8.
    let bytes: [UInt8]
    private let lines = Mutex<SourceLines?>(nil)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The place of a byte; the first of the text for an offset below 0.
    ///
    /// - Complexity: O(log lines); the first call reads the text once.
    func position(_ offset: Int) -> SourcePosition {
        let lines = lines.withLock { lines in
            let known = lines ?? SourceLines(of: bytes)
            lines = known
            return known
        }
        return lines.position(ofByte: max(0, offset), in: bytes)
    }
}
