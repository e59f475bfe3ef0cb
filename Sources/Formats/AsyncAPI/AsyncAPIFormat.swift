package import Compatibility
package import Contracts
internal import Syntax

/// AsyncAPI 2.0 to 2.6, 3.0 and 3.1, in JSON or YAML.
///
/// Verdicts come from the roles of those who meet on a channel: what one sends, the other must be able to receive. The
/// document is the application's; backward asks for the other parties that follow the old version.
package struct AsyncAPIFormat: ContractFormat {
    package static let id: FormatID = {
        guard let id = try? FormatID(parsing: "asyncapi") else { preconditionFailure("'asyncapi' is a format's name") }
        return id
    }()

    package static let refersToFiles = true

    /// What tells an application's own document from what it refers to.
    private static let home = DocumentSet.Home(
        keys: ["asyncapi"],
        code: AsyncAPIFault.set.rawValue,
        noun: "application"
    )

    /// Those who meet on a channel leave their messages open.
    package static let usualPolicy = CompatibilityPolicy.lenient

    /// What it finds by itself; findings within payloads, headers and keys have cards of the formats of these schemas.
    package static let rules: [RuleCard] = AsyncAPIRule.allCases.map(\.card).sorted { $0.id < $1.id }

    /// The format.
    package init() {}

    /// A document, or a set of files in which one is, that says which version of AsyncAPI it follows.
    package static func recognises(_ source: ContractSource) -> Bool {
        guard source.mayName("asyncapi"), let all = try? DocumentSet.each(source, home: home) else { return false }
        return all[0].home.document.root["asyncapi"] != nil
    }

    package func references(in source: ContractSource) throws(ContractFailure) -> [String] {
        guard source.mayName("canon:") else { return [] }
        let members = try DocumentSet.each(source, home: Self.home)[0].members
        let all = members.flatMap { References.registered(in: $0.document.root) }
        return Set(all).sorted()
    }

    package func parse(_ source: ContractSource, library: ReferenceLibrary) throws(ContractFailure) -> EventDescription
    {
        var all: [EventDescription] = []
        for files in try DocumentSet.each(source, home: Self.home) {
            all.append(try DescriptionReader.read(files, library: library))
        }
        return all[0].beside(Array(all.dropFirst()))
    }

    package func canonicalForm(of model: EventDescription) -> [UInt8] { model.files.canonicalForm }

    package func hasSameForm(_ one: EventDescription, _ other: EventDescription) -> Bool {
        one.files.hasSameForm(as: other.files)
    }

    package func shape(of model: EventDescription) -> Shape { DescriptionShape.shape(of: model) }

    /// What those who follow one version meet in an application that follows the other.
    ///
    /// Where a set is of several applications, each is compared with the one of its path.
    ///
    /// Under ``CompatibilityPolicy/lenient``, nobody sends anything under names of members that only the other side
    /// declares; members that nobody declares may be sent where a schema is open.
    package func findings(
        from old: EventDescription,
        to new: EventDescription,
        breaking direction: Direction,
        options: ComparisonOptions
    ) -> [Finding] {
        guard old.others.isEmpty, new.others.isEmpty else {
            return ApplicationComparison(Pair(old, new), breaking: direction, options: options).findings()
        }
        var comparison = DescriptionComparison(Pair(old, new), breaking: direction, options: options)
        return comparison.findings()
    }
}
