internal import Syntax

/// A place where a manifest names something that the catalog has to know.
package struct Mention: Hashable, Sendable {
    /// What kind of thing.
    package let kind: CatalogItem.Kind
    /// Its name.
    package let name: String
    /// Where the manifest says so.
    package let place: Place
}

extension Mention {
    /// The teams, systems and entities that a manifest names, in the order in which its members are read.
    static func mentions(in reader: MemberReader) throws(ContractFailure) -> [Mention] {
        let written = try reader.list("writes").compactMap { $0["entity"] }
        let consuming = try reader.list("consumers").compactMap { $0["team"] }
        let named: [(CatalogItem.Kind, [Node?])] = [
            (.teams, [reader.node["owner"]]), (.systems, [reader.node["system"]]),
            (.entities, [reader.node["entity"]]), (.teams, try reader.list("stewards")), (.entities, written),
            (.teams, consuming), (.entities, try reader.list("entityRefs")),
        ]
        return named.flatMap { of($0.0, $0.1) }
    }

    func inFile(_ file: String?) -> Mention {
        Mention(kind: kind, name: name, place: Place(pointer: place.pointer, position: place.position, file: file))
    }

    private static func of(_ kind: CatalogItem.Kind, _ nodes: [Node?]) -> [Mention] {
        nodes.compactMap { node in
            guard let node, let name = node.string else { return nil }
            return Mention(kind: kind, name: name, place: Place(node))
        }
    }
}

extension Catalog {
    /// Stable code of a manifest that names what the catalog does not know.
    package static let unknownName = "MANIFEST_NAME_UNKNOWN"

    /// Names that a failure suggests at most.
    private static let mostSuggestions = 3

    /// Makes sure that everything a manifest names is known: what nobody knows can neither agree nor be asked.
    ///
    /// - Throws: ``ContractFailure`` with the place of the first name that is not, and the nearest that are.
    package func confirm(_ manifest: Manifest) throws(ContractFailure) {
        guard let unknown = manifest.mentions.first(where: { !has($0.kind, $0.name) }) else { return }
        let near = NameLikeness.nearest(to: unknown.name, among: names(of: unknown.kind), atMost: Self.mostSuggestions)
        let advice =
            near.isEmpty
            ? "declare it in the catalog first"
            : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))? Else declare it in the catalog first"
        throw ContractFailure(
            Self.unknownName,
            at: unknown.place,
            "the catalog has no \(unknown.kind.singular) '\(unknown.name)'; \(advice)"
        )
    }
}
