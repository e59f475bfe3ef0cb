/// What a leaf can be found by, beside its position.
///
/// The values repeat what the leaf says; the leaf is what counts.
package struct LeafIndex: Hashable, Sendable {
    /// Milliseconds since 1970, UTC; the caller sees to it that they never fall from one leaf to the next.
    package let time: Int64

    /// Who acted.
    package let actor: String

    /// What was acted on; empty where it was nothing in particular.
    package let subject: String

    /// What was done.
    package let action: String

    /// The request that it answers, so that the same one sent again is known; nil where it answers none.
    package let request: String?

    package init(time: Int64, actor: String, subject: String, action: String, request: String? = nil) {
        self.time = time
        self.actor = actor
        self.subject = subject
        self.action = action
        self.request = request
    }
}

/// Which leaves to list; whatever is nil does not matter.
package struct LeafFilter: Hashable, Sendable {
    /// Exactly this actor.
    package var actor: String?

    /// Exactly this subject.
    package var subject: String?

    /// Exactly this action.
    package var action: String?

    /// At or after this time, in milliseconds since 1970, UTC.
    package var since: Int64?

    /// Before this time, in milliseconds since 1970, UTC.
    package var until: Int64?

    package init(
        actor: String? = nil,
        subject: String? = nil,
        action: String? = nil,
        since: Int64? = nil,
        until: Int64? = nil
    ) {
        self.actor = actor
        self.subject = subject
        self.action = action
        self.since = since
        self.until = until
    }

    /// Every leaf.
    package static let all = LeafFilter()
}
