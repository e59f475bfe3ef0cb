internal import Compatibility
internal import Contracts
internal import Syntax

/// What a version in a batch refers to: `before_refs` and `after_refs`, texts by the names under which they are named.
///
/// A name without a text is one that the format brings along, such as `google/protobuf/descriptor.proto`.
struct BatchReferences: Hashable {
    private let files: [FileSet.File]

    /// The texts of an object; none where there is no object.
    init(_ object: Node?) {
        files = (object.map { Array($0.members) } ?? []).compactMap { member in
            guard !member.value.isNull else { return nil }
            let text = member.value.string.map { Array($0.utf8) } ?? member.value.json.bytes
            return FileSet.File(member.name, text)
        }
    }

    /// A version with what it refers to, as one set, where the format has sets; else the version alone.
    func source(of own: ContractSource, isSet: Bool) -> ContractSource {
        guard isSet, !files.isEmpty else { return own }
        if let set = FileSet(own) { return FileSet(set.files + files).source }
        return FileSet([FileSet.File(own.file ?? freeName, own.bytes)] + files).source
    }

    /// A name that no text has, with an ending like theirs.
    private var freeName: String {
        let ending = files[0].path.lastIndex(of: ".").map { files[0].path[$0...] } ?? ""
        var stem = "contract"
        while files.contains(where: { $0.path == stem + ending }) { stem += "-" }
        return stem + ending
    }

    /// The texts as documents, for a format that has no sets.
    ///
    /// - Throws: ``ContractFailure`` where one is neither JSON nor YAML.
    func library(isSet: Bool) throws(ContractFailure) -> ReferenceLibrary {
        guard !isSet else { return ReferenceLibrary() }
        var documents: [String: Document] = [:]
        for file in files {
            do throws(SyntaxFailure) { documents[file.path] = try Document.parse(file.bytes, named: file.path) } catch {
                throw ContractFailure(error, file: file.path)
            }
        }
        return ReferenceLibrary(documents)
    }
}
