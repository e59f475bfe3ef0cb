internal import Compatibility
internal import Contracts
internal import Syntax

/// The text of a description, in JSON or YAML.
enum DescriptionText {
    /// Reads the text.
    ///
    /// - Throws: ``ContractFailure`` with the code of the syntax that it breaks.
    static func document(of source: ContractSource) throws(ContractFailure) -> Document {
        do throws(SyntaxFailure) { return try Document.parse(source.bytes, named: source.file) } catch {
            throw ContractFailure(error, file: source.file)
        }
    }
}
