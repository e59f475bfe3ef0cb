internal import Syntax

extension SchemaFacts {
    /// Alternatives within alternatives beyond which they are not told apart.
    private static let depth = 4

    /// What the schema asks of the value itself, beside its type and the values listed.
    func terms(_ reader: SchemaReader) -> [String] { terms(reader, depth: Self.depth) }

    private func terms(_ reader: SchemaReader, depth: Int) -> [String] {
        let limits = bounds.map { "\($0.key.rawValue) \($0.value.value) \($0.value.isExclusive)" }
        let texts = others.flatMap { keyword, nodes in nodes.map { "\(keyword) \($0.canonicalText)" } }
        let preset = value("default").map { ["default \($0.canonicalText)"] } ?? []
        let roles = ["readOnly", "writeOnly"].filter(flag)
        let alternatives = depth > 0 ? choices.map { $0.term(reader, depth: depth - 1) } : []
        return Set(limits + texts + preset + roles + alternatives + closed).sorted()
    }

    private var closed: [String] { isNever ? ["never"] : refusesAdditional ? ["closed"] : [] }

    /// The whole of what an alternative asks of the value, in one text.
    fileprivate func text(_ reader: SchemaReader, depth: Int) -> String {
        let types = types.map { $0.sorted().joined(separator: "|") } ?? "any"
        let values = values.map { $0.keys.sorted().joined(separator: ",") } ?? "any"
        let own = [types, format ?? "", values, required.keys.sorted().joined(separator: ",")]
        return "(\((own + terms(reader, depth: depth)).joined(separator: "; ")))"
    }
}

extension SchemaFacts.Choice {
    fileprivate func term(_ reader: SchemaReader, depth: Int) -> String {
        let texts = branches.map { reader.facts(reader.id(of: [$0])).text(reader, depth: depth) }
        return "\(isExclusive ? "one" : "any") of \(texts.sorted().joined(separator: " "))"
    }
}
