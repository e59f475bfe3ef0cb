import Crypto

/// The text that commits to a log of a given size, without signatures (C2SP tlog-checkpoint).
///
///     origin, such as canon.example/ledger     the log's name, never empty
///     size                                     leaves, decimal, without leading zeros
///     root                                     base64 of 32 bytes
///     extension lines                          none or more, never empty; Canon writes none
///
/// Each line ends in a newline; other control characters are refused. Who has kept the text can later prove that the
/// log then was another.
package struct Checkpoint: Hashable, Sendable {
    /// The name of the log.
    package let origin: String

    /// The size of the log and its root.
    package let head: TreeHead

    /// Lines that other logs add behind the root.
    package let extensions: [String]

    /// A checkpoint without extension lines.
    ///
    /// - Parameters:
    ///   - origin: The name of the log; not empty, without control characters.
    ///   - head: The size of the log and its root.
    /// - Throws: ``CheckpointError``.
    package init(origin: String, head: TreeHead) throws(CheckpointError) {
        guard !origin.isEmpty, !origin.utf8.contains(where: isControl) else { throw .malformedOrigin }
        self.origin = origin
        self.head = head
        extensions = []
    }

    /// Reads the text of a checkpoint.
    ///
    /// - Throws: ``CheckpointError`` for every text that ``text`` could not have given.
    package init(parsing text: String) throws(CheckpointError) {
        // `split` would take "\r\n" for one Character and miss the newline, so the lines are cut as bytes.
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard lines.count > 3, lines.removeLast().isEmpty else { throw .tooFewLines }
        guard !lines.contains(where: { $0.utf8.contains(where: isControl) }) else { throw .controlCharacter }
        guard let origin = lines.first, !origin.isEmpty else { throw .malformedOrigin }
        guard let size = Self.size(lines[1]) else { throw .malformedSize(lines[1]) }
        guard let root = Base64.standard.decode(lines[2]).flatMap(Digest.init(bytes:)) else {
            throw .malformedRoot(lines[2])
        }
        guard size > 0 || root == Merkle.emptyRoot else { throw .rootOfNothing }
        extensions = Array(lines.dropFirst(3))
        guard !extensions.contains("") else { throw .emptyExtension }
        self.origin = origin
        head = TreeHead(size: size, root: root)
    }

    /// The text, which ends in a newline.
    package var text: String {
        let root = Base64.standard.encode(head.root.bytes)
        return ([origin, String(head.size), root] + extensions).map { $0 + "\n" }.joined()
    }

    /// Reads a size digit by digit: `UInt64` would take a plus sign and leading zeros.
    private static func size(_ text: String) -> UInt64? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        guard text == "0" || !text.hasPrefix("0") else { return nil }
        return UInt64(text)
    }
}

private func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7f }
