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
    /// - Throws: ``ContractFailure`` with the code of the syntax that one breaks, or where a set is not of one
    ///   application.
    init(_ source: ContractSource) throws(ContractFailure) {
        guard let set = FileSet(source) else {
            let document = try Self.document(source.bytes, source.file)
            (path, file, home, written) = ("", source.file, document, [("", document)])
            return
        }
        var all: [(path: String, document: Document)] = []
        for file in set.files where Self.endings.contains(where: file.path.hasSuffix) {
            all.append((file.path, try Self.document(file.bytes, file.path)))
        }
        let applications = all.filter { $0.document.root["asyncapi"] != nil }
        guard let own = applications.first, applications.count == 1 else {
            let names = applications.map(\.path).joined(separator: ", ")
            let found =
                applications.isEmpty ? "none has the field 'asyncapi'" : "these have the field 'asyncapi': \(names)"
            let message = "a set of files must be one application with what it refers to; \(found)"
            let start = Place(pointer: "", position: SourcePosition(line: 1, column: 1), file: source.file)
            throw ContractFailure(AsyncAPIFault.set.rawValue, at: start, message)
        }
        (path, file, home, written) = (own.path, own.path, own.document, all)
    }

    private static func document(_ bytes: [UInt8], _ file: String?) throws(ContractFailure) -> Document {
        do throws(SyntaxFailure) { return try Document.parse(bytes, named: file) } catch {
            throw ContractFailure(error, file: file)
        }
    }
}
