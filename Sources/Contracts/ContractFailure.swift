package import Syntax

/// Why a contract, manifest, catalog file or policy cannot be read as what it is.
package struct ContractFailure: Error, Hashable, Sendable {
    /// Stable code, such as `SYNTAX_MALFORMED`, `SCHEMA_KEYWORD_TYPE` or `REFERENCE_UNRESOLVED`.
    package let code: String
    /// Where.
    package let place: Place
    /// What is wrong there and what was expected, in a sentence without the place.
    package let message: String

    /// A failure.
    package init(_ code: String, at place: Place, _ message: String) {
        self.code = code
        self.place = place
        self.message = message
    }

    /// The same failure in a file, where none is named yet.
    package func inFile(_ file: String?) -> ContractFailure {
        guard place.file == nil, let file else { return self }
        return ContractFailure(code, at: Place(pointer: place.pointer, position: place.position, file: file), message)
    }

    /// A failure of the text's syntax.
    package init(_ failure: SyntaxFailure, file: String? = nil) {
        self.init(
            failure.code.rawValue,
            at: Place(pointer: "", position: failure.position, file: file),
            "expected \(failure.expected), found \(failure.found)"
        )
    }
}

extension ContractFailure: CustomStringConvertible {
    /// Such as `invoice.json, line 3, column 7 (/properties/a): expected …`.
    package var description: String { "\(place): \(message)" }
}
