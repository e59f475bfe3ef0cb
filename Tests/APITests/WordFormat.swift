import Compatibility
import Contracts
import Syntax

/// A contract format for tests: every line is a word, and a word that is gone breaks who reads it.
struct WordFormat: ContractFormat {
    static let id: FormatID = {
        guard let id = try? FormatID(parsing: "words") else { preconditionFailure("'words' is a valid name") }
        return id
    }()

    static let rules: [RuleCard] = []

    static func recognises(_ source: ContractSource) -> Bool { true }

    func references(in source: ContractSource) throws(ContractFailure) -> [String] { [] }

    func parse(_ source: ContractSource, library: ReferenceLibrary) throws(ContractFailure) -> [String] {
        let words = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        guard let bad = words.firstIndex(where: { $0.contains(" ") }) else { return words }
        throw ContractFailure(
            "WORDS_MALFORMED",
            at: Place(pointer: "/\(bad)", position: .init(line: bad + 1, column: 1)),
            "expected a word, found '\(words[bad])'"
        )
    }

    func canonicalForm(of model: [String]) -> [UInt8] { Array(model.sorted().joined(separator: "\n").utf8) }

    func shape(of model: [String]) -> Shape {
        Shape(fields: model.map { Shape.Field(address: "/\($0)", type: "word", isRequired: true) })
    }

    func findings(
        from old: [String],
        to new: [String],
        breaking direction: Direction,
        options: ComparisonOptions
    ) -> [Finding] {
        guard direction == .backward else { return [] }
        return old.filter { !new.contains($0) }.map { word in
            Finding("word-gone", .error, direction: direction, path: "/\(word)", message: "\(word) is gone")
        }
    }
}
