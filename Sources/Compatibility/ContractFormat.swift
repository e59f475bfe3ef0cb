package import Contracts
package import Syntax

/// A contract format: how its text is read, normalised and compared.
///
/// Everything here is pure: no clock, no disk, no network. A new format is a folder with one conformance, and one line
/// in the list of formats.
package protocol ContractFormat: Sendable {
    /// A contract that has been read, ready to be compared many times.
    associatedtype Model: Sendable

    /// The name it is known by, such as `json-schema`.
    static var id: FormatID { get }

    /// Whether what a text refers to are files of one set with it, as imports are, rather than contracts by themselves.
    static var refersToFiles: Bool { get }

    /// How a change is judged where registries ask by a mode alone, as others do whose convention the format has.
    static var usualPolicy: CompatibilityPolicy { get }

    /// Every rule that a comparison can report, sorted by id; those of every format are ``RuleCard/common``.
    static var rules: [RuleCard] { get }

    /// Whether a rule tells of something that the new version has besides what the old one has, so that the change is at
    /// least minor although nothing breaks.
    static func isAddition(_ rule: String) -> Bool

    /// Whether a text that comes without a format's name looks like this one; the first format that says yes is taken.
    static func recognises(_ source: ContractSource) -> Bool

    /// The text of a contract that is a value of another document, such as a line of JSON.
    static func text(embedded value: Node) -> [UInt8]

    /// The registered contracts that a text refers to, such as `canon:billing.invoice@3`, each once, sorted.
    ///
    /// - Throws: ``ContractFailure`` where the text cannot be read so far.
    func references(in source: ContractSource) throws(ContractFailure) -> [String]

    /// Reads a text and checks it by itself.
    ///
    /// - Throws: ``ContractFailure`` with the first place where the text is no contract of this format.
    func parse(_ source: ContractSource, library: ReferenceLibrary) throws(ContractFailure) -> Model

    /// The same format for documents that do not say which dialect they are written in; unknown names change nothing.
    func assuming(dialect name: String?) -> Self

    /// The text's normalised form: the same for texts that differ in form only, such as order and white space.
    func canonicalForm(of model: Model) -> [UInt8]

    /// Whether two texts have the same normalised form.
    func hasSameForm(_ one: Model, _ other: Model) -> Bool

    /// What the contract carries, field by field.
    func shape(of model: Model) -> Shape

    /// Everything that a change breaks in one direction; empty means that nothing does, by proof.
    ///
    /// What cannot be decided is a finding too (``Finding/undecided``), never silence. The same two models always give
    /// the same findings, in the same order.
    func findings(from old: Model, to new: Model, breaking direction: Direction, options: ComparisonOptions)
        -> [Finding]

    /// The same for each direction, in the order of `Direction.allCases`.
    func findings(from old: Model, to new: Model, options: ComparisonOptions) -> [[Finding]]
}

extension ContractFormat {
    /// Contracts by themselves.
    package static var refersToFiles: Bool { false }

    /// What a string says, or any other value as it is.
    package static func text(embedded value: Node) -> [UInt8] {
        value.isString ? Array(value.bytes) : value.json.bytes
    }

    /// By proof, as everywhere else in Canon.
    package static var usualPolicy: CompatibilityPolicy { .strict }

    /// Most formats take for an addition only what a reader of the old version would refuse.
    package static func isAddition(_ rule: String) -> Bool { false }

    /// Found by writing both forms; a format may tell sooner that they differ.
    package func hasSameForm(_ one: Model, _ other: Model) -> Bool {
        canonicalForm(of: one) == canonicalForm(of: other)
    }

    /// Each direction by itself; a format may share between them what does not depend on it.
    package func findings(from old: Model, to new: Model, options: ComparisonOptions) -> [[Finding]] {
        Direction.allCases.map { findings(from: old, to: new, breaking: $0, options: options) }
    }

    /// The same format for documents that do not say which dialect they are written in; most formats have none.
    package func assuming(dialect name: String?) -> Self { self }
}

/// A contract's text as it was handed in.
package struct ContractSource: Hashable, Sendable {
    /// The text.
    package let bytes: [UInt8]
    /// The name of the file it came from, for messages and to tell JSON from YAML.
    package let file: String?

    /// A text.
    package init(_ bytes: [UInt8], file: String? = nil) {
        self.bytes = bytes
        self.file = file
    }

    /// Whether the text may contain a word of ASCII letters and signs, found without reading it.
    ///
    /// - Returns: False only where it surely does not; true also where the word could be written with escapes, or in
    ///   another encoding than UTF-8.
    package func mayName(_ word: StaticString) -> Bool {
        let (text, word) = (bytes.span, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        for place in 0..<text.count {
            switch text[place] {
            case UInt8(ascii: "\\"), 0: return true
            case word[0] where place + word.count <= text.count:
                if word.indices.allSatisfy({ text[place + $0] == word[$0] }) { return true }
            default: break
            }
        }
        return false
    }
}

/// The registered contracts that a text may refer to; nothing else is ever opened.
package struct ReferenceLibrary: Sendable {
    /// The documents by the reference that names them, such as `canon:billing.invoice@3`.
    package let documents: [String: Document]

    /// A library.
    package init(_ documents: [String: Document] = [:]) { self.documents = documents }
}

/// How two versions are compared.
package struct ComparisonOptions: Hashable, Sendable {
    /// By proof or by convention.
    package var policy: CompatibilityPolicy
    /// What must stay as it is: for formats whose names live on in generated code, such as Protobuf.
    package var category: BreakingCategory
    /// Names of rules or categories that are asked in place of the category's rules; nil for those.
    package var rules: [String]?
    /// Files and folders of a set whose elements may change.
    package var ignoredPaths: [String] = []
    /// Whether packages that say themselves that they are unstable, such as `a.v1beta1`, may change.
    package var ignoresUnstablePackages = false
    /// Steps that one comparison may take before it is "undecided".
    package var stepBudget: Int
    /// What has to go before something is removed.
    package var lifecycle: LifecyclePolicy
    /// Whether `format` of JSON Schema asks something of texts; nil where each schema's dialect says.
    package var assertsFormats: Bool?

    /// Options; by proof unless told otherwise.
    package init(
        policy: CompatibilityPolicy = .strict,
        category: BreakingCategory = .file,
        stepBudget: Int = 2_000_000,
        lifecycle: LifecyclePolicy = LifecyclePolicy(),
        assertsFormats: Bool? = nil
    ) {
        self.policy = policy
        self.category = category
        self.stepBudget = stepBudget
        self.lifecycle = lifecycle
        self.assertsFormats = assertsFormats
    }
}
