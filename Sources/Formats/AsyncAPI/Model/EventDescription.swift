internal import Compatibility
internal import Contracts
internal import Syntax

/// An AsyncAPI document that has been read, both lines of the specification brought to one form.
package struct EventDescription: Sendable {
    /// The text, or the texts of a set of files.
    let files: DocumentSet
    /// Where the values of the texts with all traits merged in come from.
    let sources: SourceMap
    /// The line of the specification.
    package let version: AsyncAPIVersion
    let servers: [Server]
    let channels: [Channel]
    let operations: [Operation]
    /// By channel, the indices of its operations.
    private let operationsOfChannel: [[Int]]
    /// The other applications of its set, by path.
    private(set) var others: [EventDescription] = []

    init(
        files: DocumentSet,
        sources: SourceMap,
        version: AsyncAPIVersion,
        servers: [Server],
        channels: [Channel],
        operations: [Operation]
    ) {
        var ofChannel = [[Int]](repeating: [], count: channels.count)
        for (index, operation) in operations.enumerated() { ofChannel[operation.channel].append(index) }
        (self.files, self.sources, self.version) = (files, sources, version)
        (self.servers, self.channels, self.operations) = (servers, channels, operations)
        operationsOfChannel = ofChannel
    }

    /// All applications of its set, this one first.
    var applications: [EventDescription] { [self] + others }

    /// The same application with others of its set.
    func beside(_ others: [EventDescription]) -> EventDescription {
        var description = self
        description.others = others
        return description
    }

    /// The place of a value as it was written.
    func place(of node: Node) -> Place { sources.place(of: node) }

    /// The operations of one kind on a channel.
    func operations(_ action: Action, on channel: Int) -> [Operation] {
        operationsOfChannel[channel].map { operations[$0] }.filter { $0.action == action }
    }
}
