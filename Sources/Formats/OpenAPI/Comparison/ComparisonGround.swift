internal import Compatibility
internal import Syntax

/// What a comparison of two versions knows whichever direction it asks for.
final class ComparisonGround {
    let versions: Pair<APIDescription>
    let options: ComparisonOptions
    let graph: SchemaGraph
    let sameness: Sameness
    /// Whether what operations inherit from the document is the same.
    let inheritsSame: Bool
    /// The operations of the old version that nobody may count on yet.
    let drafts: OperationSet
    let names: OperationNames

    init(_ versions: Pair<APIDescription>, _ options: ComparisonOptions) {
        self.versions = versions
        self.options = options
        sameness = Sameness(versions)
        graph = SchemaGraph(versions, sameness, SunsetRules(policy: options.lifecycle))
        let all = versions.old.operations + versions.old.webhooks
        names = OperationNames(versions)
        drafts = names.set(of: all.filter { !$0.lifecycle.isPromised }.map(\.name))
        let roots = versions.map(\.document.root)
        inheritsSame =
            sameness.holds(roots.old["security"], roots.new["security"])
            && sameness.holds(roots.old["servers"], roots.new["servers"])
            && sameness.holds(roots.old["components"]?["securitySchemes"], roots.new["components"]?["securitySchemes"])
    }
}
