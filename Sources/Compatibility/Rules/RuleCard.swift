package import Contracts

/// A rule as its page in the reference tells it.
package struct RuleCard: Hashable, Sendable {
    /// The rule's id, in the words of the field.
    package let id: String
    /// How much a finding weighs before modes and policies.
    ///
    /// In the direction of the example, backward where there is none; the most where that depends on the place.
    package let severity: Severity
    /// What it is about.
    package let axes: RuleAxes
    /// What it reports, in a sentence.
    package let summary: String
    /// Why that matters, in a sentence.
    package let why: String
    /// The document that it comes from, with the section.
    package let source: String
    /// Two versions between which the rule reports something; nil where a few lines cannot show it.
    package let example: Example?

    /// A card.
    package init(
        _ id: String,
        _ severity: Severity,
        _ axes: RuleAxes,
        summary: String,
        why: String,
        source: String,
        example: Example?
    ) {
        self.id = id
        self.severity = severity
        self.axes = axes
        self.summary = summary
        self.why = why
        self.source = source
        self.example = example
    }

    /// Two whole documents, as small as they can be.
    package struct Example: Hashable, Sendable {
        /// The text before.
        package let old: String
        /// The text after.
        package let new: String
        /// The direction in which the change shows.
        package let direction: Direction
        /// How the two are compared.
        package let options: ComparisonOptions

        /// An example.
        package init(
            _ old: String,
            _ new: String,
            _ direction: Direction = .backward,
            options: ComparisonOptions = ComparisonOptions()
        ) {
            self.old = old
            self.new = new
            self.direction = direction
            self.options = options
        }
    }
}

extension ContractFormat {
    /// What a comparison finds between the two versions of an example, in its direction.
    ///
    /// - Throws: ``ContractFailure`` where one of them is no contract of this format.
    package func findings(showing example: RuleCard.Example) throws(ContractFailure) -> [Finding] {
        let old = try parse(ContractSource(Array(example.old.utf8)), library: ReferenceLibrary())
        let new = try parse(ContractSource(Array(example.new.utf8)), library: ReferenceLibrary())
        return findings(from: old, to: new, breaking: example.direction, options: example.options)
    }
}
