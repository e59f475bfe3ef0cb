internal import Compatibility
internal import Contracts
internal import Syntax

/// The text of an application, in JSON or YAML, with the files of its set that it may refer to.
struct DescriptionFiles: Sendable {
    /// How the names of files end that are read; others of a set are passed over.
    private static let endings = [".avsc", ".json", ".yaml", ".yml"]

    /// The path of the application's own document in its set; empty where it stands alone.
    let path: String
    /// The name of its file.
    let file: String?
    /// The application's own document.
    let home: Document
    /// All documents by path, the application's own among them.
    let written: [(path: String, document: Document)]

    /// Reads all texts.
    ///
    /// - Returns: One for each application of a set, by path; the only one where a text stands alone.
    /// - Throws: ``ContractFailure`` with the code of the syntax that one breaks, or where a set is of no application.
    static func applications(of source: ContractSource) throws(ContractFailure) -> [DescriptionFiles] {
        guard let set = FileSet(source) else {
            let document = try document(source.bytes, source.file)
            return [DescriptionFiles(path: "", file: source.file, home: document, written: [("", document)])]
        }
        var all: [(path: String, document: Document)] = []
        for file in set.files where endings.contains(where: file.path.hasSuffix) {
            all.append((file.path, try document(file.bytes, file.path)))
        }
        let applications = all.filter { $0.document.root["asyncapi"] != nil }
        guard !applications.isEmpty else {
            let message = "a set of files must hold an application, and none has the field 'asyncapi'"
            let start = Place(pointer: "", position: SourcePosition(line: 1, column: 1), file: source.file)
            throw ContractFailure(AsyncAPIFault.set.rawValue, at: start, message)
        }
        return applications.map { own in
            DescriptionFiles(path: own.path, file: own.path, home: own.document, written: all)
        }
    }

    private static func document(_ bytes: [UInt8], _ file: String?) throws(ContractFailure) -> Document {
        do throws(SyntaxFailure) { return try Document.parse(bytes, named: file) } catch {
            throw ContractFailure(error, file: file)
        }
    }
}
