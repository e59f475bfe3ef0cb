package import Compatibility
package import Contracts
internal import Syntax

/// Protocol Buffers: proto2, proto3 and edition 2023, one file or a set of files.
package struct ProtobufFormat: ContractFormat {
    package static let id: FormatID = {
        guard let id = try? FormatID(parsing: "protobuf") else { preconditionFailure("'protobuf' is a format's name") }
        return id
    }()

    package static let refersToFiles = true

    /// What schema registries ask is no category of buf's.
    package static let usualPolicy = CompatibilityPolicy.lenient

    package static let rules: [RuleCard] =
        (ProtobufRule.allCases.map(\.card) + AnnotationRule.allCases.map(\.card) + RegistryRule.allCases.map(\.card))
        .sorted { $0.id < $1.id }

    /// The format.
    package init() {}

    /// A file named `.proto`, a text that begins as one does, a set of such files, or a descriptor in base64.
    package static func recognises(_ source: ContractSource) -> Bool {
        if source.file?.hasSuffix(".proto") ?? false { return true }
        if let set = FileSet(source) { return set.allEnd(in: [".proto"]) }
        if ProtobufText.descriptor(source.bytes) != nil { return true }
        guard let scanner = try? Scanner(source.bytes, file: "") else { return false }
        let words: [StaticString] = ["syntax", "edition", "package", "import", "message", "enum", "service", "option"]
        guard words.contains(where: scanner.isWord) else { return false }
        return (try? ProtobufSchema(files: [ProtobufFile("contract.proto", source.bytes)])) != nil
    }

    /// None: what a schema imports is handed in with it, or built in.
    package func references(in source: ContractSource) throws(ContractFailure) -> [String] { [] }

    package func parse(_ source: ContractSource, library: ReferenceLibrary) throws(ContractFailure) -> ProtobufSchema {
        try ProtobufSchema(files: try ProtobufText.files(source.bytes, name: source.file))
    }

    /// Names in full, elements by number or name, options as bytes; comments, order and white space are form.
    package func canonicalForm(of model: ProtobufSchema) -> [UInt8] { CanonicalForm.bytes(of: model) }

    package func shape(of model: ProtobufSchema) -> Shape { SchemaShape.shape(of: model) }

    /// What a change breaks by the rules of ``ComparisonOptions/category``.
    ///
    /// Forward, the change is looked at the other way round: what going back from the new version would break. Under
    /// ``CompatibilityPolicy/lenient`` the convention of schema registries holds in place of the category's rules.
    package func findings(
        from old: ProtobufSchema,
        to new: ProtobufSchema,
        breaking direction: Direction,
        options: ComparisonOptions
    ) -> [Finding] {
        let (before, after) = direction == .backward ? (old, new) : (new, old)
        let found =
            options.policy == .lenient
            ? RegistryComparison.findings(from: before, to: after)
            : findings(from: before, to: after, options: options)
        return direction == .backward ? found : found.map(\.reversed)
    }

    /// What a change breaks by the rules of a category and those of annotations that belong to it, or by those named.
    private func findings(from old: ProtobufSchema, to new: ProtobufSchema, options: ComparisonOptions) -> [Finding] {
        var settings = BreakingSettings()
        settings.rules = options.rules.map(ProtobufRule.rules(named:)) ?? ProtobufRule.rules(of: options.category)
        settings.ignoredPaths = options.ignoredPaths
        settings.ignoresUnstablePackages = options.ignoresUnstablePackages
        let found = findings(from: old, to: new, settings: settings)
        guard options.rules == nil else { return found }
        let annotated = AnnotationComparison.findings(from: old, to: new, category: options.category)
        return annotated.isEmpty ? found : (found + annotated).listed
    }

    /// What a change breaks by some rules, backward.
    package func findings(from old: ProtobufSchema, to new: ProtobufSchema, rules: ProtobufRules) -> [Finding] {
        BreakingComparison.findings(from: old, to: new, rules: rules)
    }
}

extension Finding {
    /// The finding of a change that was looked at from its end.
    fileprivate var reversed: Finding {
        Finding(
            rule,
            severity,
            direction: .forward,
            path: path,
            old: new,
            new: old,
            message: "seen from the new version back to the old one: \(message)"
        )
    }
}
