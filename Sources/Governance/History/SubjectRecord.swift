package import Contracts
package import Crypto
internal import Syntax

/// What is in force for a subject.
package struct SubjectRecord: Hashable, Sendable {
    /// The subject.
    package let subject: Subject
    /// Number of its latest version.
    package let latest: Int
    /// The latest version.
    package let version: SemanticVersion
    /// Its format.
    package let format: FormatID
    /// The manifest in force, a body in the store.
    package let manifestBody: Digest
}

extension SubjectRecord: StoredRecord {
    init(_ version: Version) {
        self.init(
            subject: version.subject,
            latest: version.number,
            version: version.version,
            format: version.format,
            manifestBody: version.manifestBody
        )
    }

    var json: JSON {
        [
            "subject": .string(subject.name), "latest": .int(latest), "version": .string(version.description),
            "format": .string(format.name), "manifest_sha256": .digest(manifestBody),
        ]
    }

    init(_ reader: RecordReader) throws(LogDamaged) {
        self.init(
            subject: try reader.value("subject", Subject.init(parsing:)),
            latest: try reader.int("latest"),
            version: try reader.value("version", SemanticVersion.init(parsing:)),
            format: try reader.value("format", FormatID.init(parsing:)),
            manifestBody: try reader.digest("manifest_sha256")
        )
    }
}
