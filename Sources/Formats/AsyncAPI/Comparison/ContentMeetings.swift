internal import Compatibility
internal import Contracts
internal import Syntax

/// The pairs of schemas that meet on channels, each with the places at which it does.
struct ContentMeetings {
    /// One pair, which way its values go, and where.
    struct Meeting {
        let contents: Pair<Content>
        /// Whether a party that follows the new version writes the values.
        let newWrites: Bool
        /// How the values are written, where that is known.
        let mediaType: MediaType?
        /// The first place.
        let place: String
        /// The part of the message, such as `headers`; empty for the payload.
        let part: String
    }

    private(set) var all: [Meeting] = []
    private var indices: [Key: Int] = [:]
    /// Further places of meetings, by the first.
    private(set) var further: [(first: String, other: String)] = []

    private struct Key: Hashable {
        let old: Node
        let new: Node
        let newWrites: Bool
        let part: String
    }

    mutating func add(
        _ contents: Pair<Content>,
        newWrites: Bool,
        _ mediaType: MediaType?,
        at place: String,
        _ part: String
    ) {
        let key = Key(old: contents.old.node, new: contents.new.node, newWrites: newWrites, part: part)
        if let known = indices[key] { return further.append((all[known].place, place)) }
        indices[key] = all.count
        all.append(
            Meeting(contents: contents, newWrites: newWrites, mediaType: mediaType, place: place, part: part)
        )
    }
}

extension DescriptionComparison {
    /// Judges each pair of schemas that met once, within a budget that all share.
    mutating func judgeMeetings() {
        let steps = max(20_000, options.stepBudget / max(1, meetings.all.count))
        let judge = ContentJudge(versions, direction, options, steps: min(steps, options.stepBudget))
        for meeting in meetings.all {
            for finding in judge.findings(meeting) { report.add(finding) }
        }
        for (first, other) in meetings.further { report.note(first, alsoAt: other) }
    }
}
