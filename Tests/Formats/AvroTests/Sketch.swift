import Avro
import Compatibility
import Contracts
import Syntax

/// Schemas of tests: texts to models and findings.
enum Sketch {
    static let format = AvroFormat()

    static func model(_ text: String, _ library: ReferenceLibrary = ReferenceLibrary()) throws -> AvroSchema {
        try format.parse(ContractSource(Array(text.utf8)), library: library)
    }

    /// The code of the failure with which a text is refused, and its place; nil where it is taken.
    static func refusal(_ text: String) -> String? {
        do throws(ContractFailure) {
            _ = try format.parse(ContractSource(Array(text.utf8)), library: ReferenceLibrary())
            return nil
        } catch {
            return "\(error.code) \(error.place.pointer) \(error.place.position.line):\(error.place.position.column)"
        }
    }

    static func findings(_ old: String, _ new: String, _ direction: Direction = .backward) throws -> [Finding] {
        format.findings(from: try model(old), to: try model(new), breaking: direction, options: ComparisonOptions())
    }

    /// A record `R` with fields that are written without their braces.
    static func record(_ fields: String...) -> String {
        #"{"type": "record", "name": "R", "fields": ["# + fields.map { "{\($0)}" }.joined(separator: ", ") + "]}"
    }
}
