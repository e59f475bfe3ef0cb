internal import Compatibility
internal import Syntax

/// What a comparison of two versions knows whichever direction it asks for.
final class ComparisonGround {
    let versions: Pair<APIDescription>
    let options: ComparisonOptions
    let graph: SchemaGraph
    let sameness: Sameness
    /// Whether what operations inherit from the document is the same.
    private let inheritsSame: Bool
    /// The operations of the old version that nobody may count on yet.
    let drafts: OperationSet
    let names: OperationNames
    /// The operations of both versions, those that are the same left out.
    private(set) lazy var calls = MatchedOperations(versions.map(\.operations)).filter { !isSame($0) }

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

    /// Whether two versions of an operation are the same, with all that they inherit.
    func isSame(_ pair: Pair<Operation>) -> Bool {
        guard inheritsSame, pair.old.path.text == pair.new.path.text else { return false }
        let items = pair.map(\.pathNode)
        guard sameness.holds(pair.old.node, pair.new.node), items.old["$ref"] == nil, items.new["$ref"] == nil else {
            return false
        }
        return sameness.holds(items.old["parameters"], items.new["parameters"])
            && sameness.holds(items.old["servers"], items.new["servers"])
    }
}
