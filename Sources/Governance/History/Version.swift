package import Contracts
package import Crypto
internal import Syntax

/// Immutable content under a subject.
package struct Version: Hashable, Sendable {
    /// What it is a version of.
    package let subject: Subject
    /// Its place in the subject's history, from 1.
    package let number: Int
    /// Its semantic version; unique within the subject.
    package let version: SemanticVersion
    /// The content as sent, a body in the store.
    package let raw: Digest
    /// The content's normalised form.
    package let content: Digest
    /// The manifest that came into force with it, a body in the store.
    package let manifestBody: Digest
    /// What it is written in.
    package let format: FormatID
    /// The name of the file it was sent as, or empty.
    package let file: String
    /// The submission that it came from; empty for one that was taken over when the subject was first registered.
    package let submission: String
    /// When it was accepted.
    package let acceptedAt: Instant

    /// Whether it was taken over as it was, without an approval.
    package var isBaseline: Bool { submission.isEmpty }
}

extension Version: StoredRecord {
    var json: JSON {
        [
            "subject": .string(subject.name), "number": .int(number), "version": .string(version.description),
            "raw_sha256": .digest(raw), "content_sha256": .digest(content), "manifest_sha256": .digest(manifestBody),
            "format": .string(format.name), "file": .string(file), "submission": .string(submission),
            "accepted_ms": .instant(acceptedAt),
        ]
    }

    init(_ reader: RecordReader) throws(LogDamaged) {
        self.init(
            subject: try reader.value("subject", Subject.init(parsing:)),
            number: try reader.int("number"),
            version: try reader.value("version", SemanticVersion.init(parsing:)),
            raw: try reader.digest("raw_sha256"),
            content: try reader.digest("content_sha256"),
            manifestBody: try reader.digest("manifest_sha256"),
            format: try reader.value("format", FormatID.init(parsing:)),
            file: try reader.text("file"),
            submission: try reader.text("submission"),
            acceptedAt: try reader.instant("accepted_ms")
        )
    }
}
