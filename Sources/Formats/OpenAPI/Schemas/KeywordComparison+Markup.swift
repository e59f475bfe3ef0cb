internal import Contracts
internal import Syntax

extension KeywordComparison {
    /// Compares how values are written in XML; in other documents that says nothing.
    ///
    /// - SeeAlso: OpenAPI 3.1.1, section 4.8.26.
    mutating func compareMarkup() {
        guard medium == .markup else { return }
        let nodes = values("xml")
        let forms = nodes.map(MarkupForm.init)
        guard !forms.old.isLike(forms.new) else { return }
        add("xml-changed", .replaces, at: nodes, "it is \(forms.new) in XML, before \(forms.old)")
    }

    /// A member goes by its own name where nothing says another.
    mutating func compareMarkupName(of member: String, _ schemas: Pair<[Node]>) {
        guard medium == .markup else { return }
        let said = Pair(
            oldReader.facts(oldReader.id(of: schemas.old)).value("xml")?["name"],
            newReader.facts(newReader.id(of: schemas.new)).value("xml")?["name"]
        )
        let names = said.map { $0?.text ?? member }
        // What both sides say is compared where they say it.
        guard names.old != names.new, said.old == nil || said.new == nil else { return }
        self.member(
            member,
            .atMember("xml-changed"),
            .replaces,
            said.old ?? schemas.old.last ?? place.old,
            said.new ?? schemas.new.last ?? place.new,
            "member '\(member)' is called '\(names.new)' in XML, before '\(names.old)'"
        )
    }
}

/// How a value is written in XML; a prefix stands for the namespace and says nothing itself.
private struct MarkupForm: CustomStringConvertible {
    /// The name that is said; nil where the schema's own place tells it.
    private let name: String?
    private let namespace: String?
    private let isAttribute: Bool
    private let isWrapped: Bool

    init(_ node: Node?) {
        name = node?["name"]?.text
        namespace = node?["namespace"]?.text
        isAttribute = node?["attribute"]?.bool ?? false
        isWrapped = node?["wrapped"]?.bool ?? false
    }

    /// Whether nothing that both say differs; a name that one side leaves open may be the other's.
    func isLike(_ other: MarkupForm) -> Bool {
        let isNamedAlike = name == other.name || name == nil || other.name == nil
        return isNamedAlike && namespace == other.namespace && isAttribute == other.isAttribute
            && isWrapped == other.isWrapped
    }

    var description: String {
        let kind = isAttribute ? "an attribute" : isWrapped ? "a wrapped element" : "an element"
        return kind + (name.map { " '\($0)'" } ?? "") + (namespace.map { " of \($0)" } ?? "")
    }
}
