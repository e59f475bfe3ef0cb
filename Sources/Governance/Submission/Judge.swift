internal import Compatibility
internal import Contracts
internal import Crypto
internal import Policies
internal import Syntax

/// The spine: parse, normalise, compare, evaluate, decide.
///
/// Pure: the same proposal on the same ground gives the same judgement, on a laptop, on the server, and years later.
package struct Judge: Sendable {
    private let formats: Formats

    /// A judge who knows these formats.
    package init(formats: Formats) { self.formats = formats }

    /// Judges a proposal.
    ///
    /// - Throws: ``ContractFailure`` where a text cannot be read, or the manifest names what the catalog does not know;
    ///   ``FormatUnknown``.
    package func judge(_ proposal: Proposal, on ground: Ground) throws -> Judgement {
        try ground.catalog.confirm(proposal.manifest)
        let format = try formats.named(proposal.manifest.format)
        if let before = ground.previous?.format, before != proposal.manifest.format {
            throw ContractFailure(
                Manifest.code,
                at: Place(pointer: "/format", position: SourcePosition(line: 1, column: 1)),
                "\(proposal.subject) is written in \(before); register another subject for \(proposal.manifest.format)"
            )
        }
        return try judge(proposal, on: ground, by: format)
    }

    private func judge<Format: ContractFormat>(
        _ proposal: Proposal,
        on ground: Ground,
        by format: Format
    ) throws -> Judgement {
        let new = try format.parse(proposal.content, library: ground.library)
        let normalised = Digest(of: format.canonicalForm(of: new))
        let history = try ground.history.map { registered in
            (registered: registered, model: try format.parse(registered.content, library: registered.library))
        }
        let promise = proposal.manifest.promise(after: ground.previous)
        var comparison = compare(history.last?.model, new, promise, format)
        let shapes = (old: history.last.map { format.shape(of: $0.model) } ?? Shape(), new: format.shape(of: new))
        // What only earlier versions differ in was approved when it changed.
        let touched = shapes.old.touched(by: shapes.new, finding: comparison.findings)
        let consumers = (ground.previous ?? proposal.manifest).consumers
        let missing = Set(consumers.flatMap { $0.uses(missingIn: [shapes.old, shapes.new]) })
        compareEarlier(history.map { ($0.registered.version, $0.model) }, new, promise, format, &comparison)
        if let first = ground.firstLookedAt {
            comparison.addNotLookedAt(before: first.version, count: first.number - 1)
        }
        let isSame = history.last.map { format.hasSameForm($0.model, new) } ?? false
        let context = policyContext(proposal, ground, comparison, touched, missing)
        let decision = decide(
            context,
            on: ground,
            comparison,
            isUnchanged: isSame && proposal.keepsManifest(on: ground)
        )
        return Judgement(
            decision: decision,
            raw: Digest(of: proposal.content.bytes),
            content: normalised,
            manifest: Digest(of: proposal.manifestForm),
            findings: Judgement.digest(of: decision.findings),
            policySet: ground.policies.digest,
            catalog: ground.catalogDigest,
            base: ground.history.last?.number ?? 0
        )
    }

    /// Compares with the latest version.
    private func compare<Format: ContractFormat>(
        _ latest: Format.Model?,
        _ new: Format.Model,
        _ promise: (mode: CompatibilityMode, policy: CompatibilityPolicy),
        _ format: Format
    ) -> Comparison {
        guard let latest else { return Comparison(mode: promise.mode, findings: [], bump: .none) }
        let options = ComparisonOptions(policy: promise.policy)
        return format.compare(latest, new, mode: promise.mode, options: options)
    }

    /// Where the mode is transitive, compares with every earlier version of the latest one's major version.
    ///
    /// A new major version was allowed to break with what came before, so what came before no longer binds.
    private func compareEarlier<Format: ContractFormat>(
        _ history: [(version: SemanticVersion, model: Format.Model)],
        _ new: Format.Model,
        _ promise: (mode: CompatibilityMode, policy: CompatibilityPolicy),
        _ format: Format,
        _ comparison: inout Comparison
    ) {
        guard promise.mode.isTransitive, let latest = history.last else { return }
        let options = ComparisonOptions(policy: promise.policy)
        for earlier in history.dropLast().reversed() where earlier.version.major == latest.version.major {
            let further = format.compare(earlier.model, new, mode: promise.mode, options: options)
            comparison.add(further.findings.filter { $0.severity == .error }, against: earlier.version)
        }
    }

    private func policyContext(
        _ proposal: Proposal,
        _ ground: Ground,
        _ comparison: Comparison,
        _ touched: [TouchedField],
        _ missingUses: Set<String>
    ) -> PolicyContext {
        PolicyContext(
            change: ground.history.isEmpty ? .create : .update,
            author: ground.author,
            manifest: proposal.manifest,
            previous: ground.previous,
            base: ground.history.last?.version,
            declared: proposal.version,
            bump: comparison.bump,
            findings: comparison.findings,
            touched: touched,
            missingUses: missingUses,
            catalog: ground.catalog
        )
    }

    /// Evaluates the policies and takes the strictest word.
    private func decide(
        _ context: PolicyContext,
        on ground: Ground,
        _ comparison: Comparison,
        isUnchanged: Bool
    ) -> Decision {
        let results = isUnchanged ? [] : ground.policies.evaluate(context)
        let isDenied = results.contains { $0.effect == .deny }
        let requirements = isUnchanged ? [] : PolicySet.requirements(of: results, context: context)
        return Decision(
            verdict: isUnchanged ? .unchanged : isDenied ? .denied : requirements.isEmpty ? .approved : .pending,
            mode: comparison.mode,
            bump: comparison.bump,
            base: context.base,
            declared: context.declared,
            findings: comparison.findings,
            results: results,
            requirements: requirements
        )
    }
}

extension Ground {
    /// The first version compared with where versions of the same major version lie before it; else nil.
    fileprivate var firstLookedAt: Registered? {
        guard history.count > 1, let first = history.first, let latest = history.last, first.number > 1,
            first.version.major == latest.version.major
        else { return nil }
        return first
    }
}

extension Proposal {
    fileprivate func keepsManifest(on ground: Ground) -> Bool {
        ground.previous?.canonicalForm == manifestForm
    }
}
