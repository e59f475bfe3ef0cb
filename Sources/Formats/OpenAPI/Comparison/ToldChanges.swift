/// What became of the changes of schemas: one that shows again in the same way only reaches further operations.
struct ToldChanges {
    /// How a change shows, as far as it decides the finding.
    struct Showing: Hashable {
        /// The number of the change.
        let change: Int
        let tendency: Tendency
        let part: Position.Part
        let isNested: Bool
        let isRefuted: Bool
    }

    /// The number of a change's finding, or nil where the direction has none.
    var findings: [Showing: Int?] = [:]
}
