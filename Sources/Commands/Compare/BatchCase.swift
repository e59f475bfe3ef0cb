internal import Compatibility
internal import Contracts
internal import Governance
internal import Syntax

/// One pair of `canon compare --batch`, as its line says it.
struct BatchCase {
    let format: any ContractFormat
    let mode: CompatibilityMode
    let options: ComparisonOptions
    /// The versions before, oldest first; the last one is what the change is made to.
    let earlier: [ContractSource]
    let after: ContractSource
    /// What the versions before refer to, and what the one after does.
    private let references: (before: BatchReferences, after: BatchReferences)

    /// The stable code of a line that says no such thing.
    static let code = "BATCH_CASE"

    /// Names of modes that say for whom the change has to hold, as other tools write them.
    private static let modes: [String: CompatibilityMode] = [
        "CLIENT_BACKWARD": .backward, "CHANNEL_PEERS_BACKWARD": .backward,
    ]

    /// Names of conventions, as other registries write them.
    private static let policies: [String: CompatibilityPolicy] = ["APICURIO": .strict]

    /// Reads a line.
    ///
    /// - Throws: ``Failure`` or ``ContractFailure`` where a member is missing or unknown.
    init(_ line: Node) throws {
        guard let before = line["before"], let after = line["after"] else {
            throw Failure(Self.code, "a case has the members 'before' and 'after'", .unjudged)
        }
        mode = try line["mode"]?.string.map(Self.mode) ?? .backward
        let policy = try line["options"]?["policy"]?.string.map(Self.policy)
        var options = try BatchOptions.options(line)
        options.lifecycle = Self.lifecycle(line["options"])
        references = (BatchReferences(line["before_refs"]), BatchReferences(line["after_refs"]))
        let format = try Self.format(line["format"]?.string, after)
        func source(_ document: Node) -> ContractSource { Self.source(document, format) }
        self.after = source(after)
        let latest = source(before)
        let history = mode.isTransitive ? line["history"]?.elements.map(source) ?? [] : []
        earlier = history.filter { $0.bytes != latest.bytes } + [latest]
        self.format = format.assuming(dialect: line["dialect"]?.string)
        options.policy = policy ?? (BatchOptions.namesRules(line) ? .strict : type(of: format).usualPolicy)
        self.options = options
    }

    /// What has to go before something is removed; a number may be written as text.
    private static func lifecycle(_ options: Node?) -> LifecyclePolicy {
        func number(_ name: String) -> Int? { options?[name].flatMap { $0.int ?? Int($0.text) } }
        return LifecyclePolicy(
            today: options?["today"]?.string,
            stableDays: number("min_sunset_stable_days") ?? 0,
            betaDays: number("min_sunset_beta_days") ?? 0,
            threshold: number("stability_threshold").flatMap(LifecyclePolicy.Stability.init)
        )
    }

    private static func mode(_ name: String) throws -> CompatibilityMode {
        if name.hasPrefix(BatchOptions.rulesPrefix) { return .backward }
        return try modes[name] ?? CompatibilityMode(parsing: name)
    }

    private static func policy(_ name: String) throws -> CompatibilityPolicy {
        try policies[name] ?? CompatibilityPolicy(parsing: name)
    }

    /// A document as text, as the JSON that it is, or as a set of files.
    private static func source<Format: ContractFormat>(_ document: Node, _ format: Format) -> ContractSource {
        FileSet(document)?.source ?? ContractSource(Format.text(embedded: document))
    }

    /// The format of a name, in which hyphens do not count, or the one that recognises a document.
    private static func format(_ name: String?, _ document: Node) throws -> any ContractFormat {
        guard let name else {
            let text = document.isString ? Array(document.bytes) : document.json.bytes
            return try CompareCommand.format(nil, FileSet(document)?.source ?? ContractSource(text))
        }
        func plain(_ name: String) -> String { name.filter { $0 != "-" } }
        return try BuiltIns.formats.all.first { plain(type(of: $0).id.name) == plain(name) }
            ?? BuiltIns.formats.named(FormatID(parsing: name))
    }
}

extension BatchCase {
    /// Compares; where the mode is transitive, with every earlier version, the last one first.
    ///
    /// - Throws: ``ContractFailure`` where a document cannot be read.
    func comparison() throws -> Comparison {
        let format = format
        return try compare(by: format)
    }

    private func compare<Format: ContractFormat>(by format: Format) throws -> Comparison {
        let new = try model(of: after, with: references.after, in: format)
        let models = try earlier.map { try model(of: $0, with: references.before, in: format) }
        let refersOtherwise = references.before != references.after
        let comparisons = models.reversed().map { model in
            format.compare(model, new, mode: mode, options: options, referOtherwise: refersOtherwise)
        }
        guard let latest = comparisons.first else { return Comparison(mode: mode, findings: [], bump: .none) }
        let others = comparisons.dropFirst().flatMap(\.findings).filter { $0.severity == .error }
        return Comparison(mode: mode, findings: latest.findings + others, bump: latest.bump)
    }

    private func model<Format: ContractFormat>(
        of source: ContractSource,
        with references: BatchReferences,
        in format: Format
    ) throws(ContractFailure) -> Format.Model {
        try format.parse(
            references.source(of: source, isSet: Format.refersToFiles),
            library: references.library(isSet: Format.refersToFiles)
        )
    }
}
