internal import Contracts
internal import Syntax

extension KeywordComparison {
    /// Tells which parts of `allOf` came and went.
    ///
    /// What they say is compared together with what the schema itself says; this names the change as people who wrote
    /// the parts see it. A new part of a request is one more contract that every value must meet: that it binds no value
    /// more than before is left to a proof.
    mutating func compareCompositions() {
        let lists = compositions
        guard !lists.old.isEmpty || !lists.new.isEmpty else { return }
        let branches = MatchedBranches(lists, isSame: saysTheSame)
        for branch in branches.removed {
            tell("removed", isAnnotation(old: branch), Pair(branch, place.new), branch.alternativeName)
        }
        for branch in branches.added {
            tell("added", isAnnotation(new: branch), Pair(place.old, branch), branch.alternativeName)
        }
    }

    private mutating func tell(_ action: String, _ isAnnotation: Bool, _ nodes: Pair<Node>, _ name: String) {
        let binds = action == "added" && !isAnnotation && flow == .toProvider
        add(
            SchemaChange(
                name: .at("all-of-\(action)\(isAnnotation ? "-annotation-only" : "")"),
                tendency: binds ? .narrows : .keeps,
                severity: binds ? .error : .info,
                old: nodes.old,
                new: nodes.new,
                about: name,
                message: "part \(name) of 'allOf' was \(action)",
                isNamed: binds && nodes.new["$ref"] != nil
            )
        )
    }
}

extension Node {
    /// Whether a schema says nothing that binds a value.
    var isAnnotationOnly: Bool { isObject && members.allSatisfy { Self.annotations.contains($0.name) } }

    private static let annotations: Set<String> = [
        "title", "description", "example", "examples", "externalDocs", "deprecated", "$comment", "summary", "xml",
        "default",
    ]
}
