internal import Contracts

/// Which changes a policy looks at; what it does not name matches everything.
package struct PolicyMatch: Hashable, Sendable {
    let kinds: [ContractKind]
    let formats: [FormatID]
    let subjects: [String]
    let entities: [EntityID]
    let changes: [PolicyContext.Change]
    let breakingOnly: Bool

    static let known: Set<String> = ["kinds", "formats", "subjects", "entities", "changes", "breaking"]

    init(_ reader: MemberReader?) throws(ContractFailure) {
        kinds = try reader?.values("kinds", ContractKind.init(parsing:)) ?? []
        formats = try reader?.values("formats", FormatID.init(parsing:)) ?? []
        subjects = try reader?.texts("subjects") ?? []
        entities = try reader?.values("entities", EntityID.init(parsing:)) ?? []
        changes = try reader?.values("changes", PolicyContext.Change.init(parsing:)) ?? []
        breakingOnly = try reader?.flag("breaking") ?? false
    }

    /// Whether the policy looks at a change.
    ///
    /// What was in force counts as what would be: a change cannot leave a policy's sight by declaring another kind or
    /// entity.
    package func covers(_ context: PolicyContext) -> Bool {
        Self.holds(changes, context.change) && (!breakingOnly || !context.breaking.isEmpty)
            && context.manifests.contains(where: covers)
    }

    private func covers(_ manifest: Manifest) -> Bool {
        Self.holds(kinds, manifest.kind) && Self.holds(formats, manifest.format)
            && (subjects.isEmpty || subjects.contains { Glob($0).matches(manifest.subject.name) })
            && (entities.isEmpty || !Set(entities).isDisjoint(with: Self.entities(of: manifest)))
    }

    private static func holds<Value: Equatable>(_ allowed: [Value], _ value: Value) -> Bool {
        allowed.isEmpty || allowed.contains(value)
    }

    private static func entities(of manifest: Manifest) -> [EntityID] {
        (manifest.entity.map { [$0] } ?? []) + manifest.writes.map(\.entity)
    }
}
