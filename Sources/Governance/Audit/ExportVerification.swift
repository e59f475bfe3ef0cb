package import Audit
internal import Contracts
internal import Crypto
internal import Syntax

/// What the verification of an export came to.
///
/// The file is a line with the checkpoint, then a line a leaf. Every leaf is hashed, the tree is built anew, and what the
/// log says is looked at as an auditor would: numbers without gaps, one origin, times that never fall, and no version
/// without the approvals of people other than its author.
package struct ExportVerification: Sendable {
    /// The head that the leaves give.
    package let head: TreeHead
    /// The head that the file claims.
    package let claimed: Checkpoint
    /// The first thing that is wrong, in a sentence that names the record; nil where all is sound.
    package let fault: String?

    /// Reads an export.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - kept: A checkpoint kept from before, which must still hold; or nil.
    /// - Throws: ``LogDamaged`` if the file does not begin with an export's first line.
    package init(_ bytes: [UInt8], against kept: Checkpoint? = nil) throws {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)[...]
        guard let first = lines.popFirst(), let header = try? Document.json(Array(first)).root,
            header["export"]?.string == "canon-audit/1", let text = header["checkpoint"]?.string
        else { throw LogDamaged(expected: "first line of an export") }
        claimed = try Checkpoint(parsing: text)
        var check = LeafCheck(origin: claimed.origin, kept: kept)
        var fault: String?
        for line in lines where fault == nil { fault = check.take(Array(line)) }
        head = check.tree.head
        self.fault = fault ?? Self.endFault(head, claimed.head) ?? Self.keptFault(head, kept)
    }

    private static func keptFault(_ head: TreeHead, _ kept: Checkpoint?) -> String? {
        guard let kept, kept.head.size > head.size else { return nil }
        return "the log has \(head.size) records, and had \(kept.head.size) when the checkpoint was kept: some are gone"
    }

    private static func endFault(_ head: TreeHead, _ claimed: TreeHead) -> String? {
        guard head.size == claimed.size else {
            return "the file holds \(head.size) records, and its checkpoint says \(claimed.size)"
        }
        guard head.root == claimed.root else {
            return
                "the records give the root \(head.root), and the checkpoint says \(claimed.root): something was altered"
        }
        return nil
    }
}

/// Looks at leaves one after another.
private struct LeafCheck {
    let origin: String
    private let kept: Checkpoint?
    var tree = MerkleTree()
    private var last = Instant(milliseconds: .min)
    private var submissions: [SubmissionID: Submission] = [:]
    private var approvals: [SubmissionID: [Approval]] = [:]

    init(origin: String, kept: Checkpoint?) {
        self.origin = origin
        self.kept = kept
    }

    /// What is wrong with the next leaf, or nil.
    mutating func take(_ leaf: [UInt8]) -> String? {
        let number = tree.size
        guard let event = try? Event(leaf: leaf) else { return "record \(number) is no record of a canon log" }
        guard event.leaf == leaf else { return "record \(number) is not in canonical form: it was altered" }
        guard event.sequence == number else { return "record \(number) says that it is record \(event.sequence)" }
        guard event.origin == origin else { return "record \(number) belongs to the log \(event.origin)" }
        guard event.time >= last else { return "record \(number) lies before the one before it in time" }
        last = event.time
        _ = tree.append(Merkle.leafHash(leaf))
        if let kept, kept.head.size == tree.size, kept.head.root != tree.root {
            return "the first \(tree.size) records are not those of the checkpoint that was kept: some were altered"
        }
        return conduct(event)
    }

    /// What is wrong with what was done, or nil.
    private mutating func conduct(_ event: Event) -> String? {
        switch event.change {
        case .submissionOpened(let submission): submissions[submission.id] = submission
        case .submissionJudged(let id, let judged): submissions[id]?.judge(anew: judged, at: event.sequence)
        case .approvalGiven(let approval):
            guard submissions[approval.submission]?.author != approval.person else {
                return "record \(event.sequence): \(approval.person) answered the own submission \(approval.submission)"
            }
            approvals[approval.submission, default: []].append(approval)
        case .versionAccepted(let version) where !version.isBaseline:
            return isCovered(version)
                ? nil
                : "record \(event.sequence): \(version.subject) \(version.version) was accepted without an approval"
        default: break
        }
        return nil
    }

    /// Whether somebody approved exactly the content that became a version.
    private func isCovered(_ version: Version) -> Bool {
        guard let id = try? SubmissionID(parsing: version.submission), let submission = submissions[id],
            submission.subject == version.subject, submission.version == version.version,
            submission.raw == version.raw, submission.judged.content == version.content,
            submission.manifestBody == version.manifestBody
        else { return false }
        return approvals[id, default: []].contains(where: submission.counts)
    }
}
