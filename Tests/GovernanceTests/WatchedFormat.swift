import Compatibility
import Contracts

/// ``LineFormat``, telling when a text is read.
struct WatchedFormat: ContractFormat {
    private let lines = LineFormat()
    private let onParse: @Sendable () -> Void

    init(_ onParse: @escaping @Sendable () -> Void) { self.onParse = onParse }

    static let id = LineFormat.id

    static let rules: [RuleCard] = []

    static func recognises(_ source: ContractSource) -> Bool { LineFormat.recognises(source) }

    func references(in source: ContractSource) throws(ContractFailure) -> [String] { try lines.references(in: source) }

    func parse(_ source: ContractSource, library: ReferenceLibrary) throws(ContractFailure) -> [LineFormat.Field] {
        onParse()
        return try lines.parse(source, library: library)
    }

    func canonicalForm(of model: [LineFormat.Field]) -> [UInt8] { lines.canonicalForm(of: model) }

    func shape(of model: [LineFormat.Field]) -> Shape { lines.shape(of: model) }

    func findings(
        from old: [LineFormat.Field],
        to new: [LineFormat.Field],
        breaking direction: Direction,
        options: ComparisonOptions
    ) -> [Finding] {
        lines.findings(from: old, to: new, breaking: direction, options: options)
    }
}
