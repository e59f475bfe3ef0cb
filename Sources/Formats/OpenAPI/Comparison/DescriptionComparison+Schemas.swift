internal import Contracts
internal import Syntax

extension DescriptionComparison {
    mutating func compareSchemas(_ pair: Pair<SchemaUse?>, within nodes: Pair<Node>, at position: Position) {
    }
}
