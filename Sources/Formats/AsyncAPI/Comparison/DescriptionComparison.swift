internal import Compatibility
internal import Contracts
internal import Syntax

/// Compares two versions of an application in one direction.
///
/// Backward asks what those who follow the old version meet in an application that follows the new one; forward asks
/// the reverse. On each channel one side sends and the other receives, and that alone decides which schema must be
/// contained in which.
struct DescriptionComparison {
    let versions: Pair<EventDescription>
    let direction: Direction
    let options: ComparisonOptions
    var report: Report
    var meetings = ContentMeetings()
    /// Pairs of messages that were compared, by the place where that was told.
    var comparedMessages: [MessageMeeting: String] = [:]
    /// By a channel of the old version, the same one of the new.
    private(set) var sameChannels: [Int: Int] = [:]
    /// Questions whether one message is another that may still be asked.
    var questionsLeft = 400

    /// Two messages and which version's application or party writes them.
    struct MessageMeeting: Hashable {
        let old: Node
        let new: Node
        let newWrites: Bool
    }

    init(_ versions: Pair<EventDescription>, breaking direction: Direction, options: ComparisonOptions) {
        self.versions = versions
        self.direction = direction
        self.options = options
        report = Report(versions, direction)
    }

    /// Everything that the change breaks.
    mutating func findings() -> [Finding] {
        let servers = compareServers()
        compareChannels(servers)
        judgeMeetings()
        return report.findings
    }

    /// The roots of both documents.
    var roots: Pair<Node> { versions.map(\.files.home.document.root) }

    /// A part of both documents, or the documents where it is missing.
    func part(_ name: String) -> Pair<Node> { roots.map { $0[name] ?? $0 } }

    /// Whether messages of an action are written by a party that follows the new version.
    func newWrites(_ action: Action) -> Bool { (action == .send) == (direction == .backward) }

    private mutating func compareChannels(_ servers: Matching<Server>) {
        let lists = versions.map { $0.channels.indices.map { $0 } }
        let (old, new) = (versions.old.channels, versions.new.channels)
        // Indices are told apart by the side that they come from, so that one list of keys serves both.
        let sides = Pair(lists.old.map { ($0, old[$0]) }, lists.new.map { ($0, new[$0]) })
        let matching = Matching(
            sides,
            by: [
                { channel in channel.1.form.map { "\(channel.1.key) \($0)" } }, { $0.1.form }, { $0.1.key },
            ]
        )
        for (_, channel) in matching.removed {
            report.gone(
                .channelRemoved,
                at: "channel \(channel.name)",
                Pair(channel.node, part("channels").new),
                "channel '\(channel.name)' was removed"
            )
        }
        for (_, channel) in matching.added {
            report.came(
                .channelAdded,
                at: "channel \(channel.name)",
                Pair(part("channels").old, channel.node),
                "channel '\(channel.name)' was added; an application of the old version does not have it"
            )
        }
        let pairs = matching.kept.map { Pair($0.old.0, $0.new.0) }
        for pair in pairs { compareChannel(pair, servers) }
        sameChannels = Dictionary(pairs.map { ($0.old, $0.new) }) { first, _ in first }
        for pair in pairs { compareTraffic(pair) }
    }
}
