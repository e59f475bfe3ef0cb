internal import Compatibility
internal import Contracts

/// A folder whose files are one contract together, such as the files of a Protobuf package.
enum ContractFolder {
    /// How the names of files end that contracts are written in; others, such as a README, are passed over.
    static let endings = [".proto", ".graphql", ".graphqls", ".gql", ".json", ".yaml", ".yml", ".avsc"]

    /// The contract of a folder, or of a folder as it was in a revision.
    ///
    /// - Throws: ``Failure`` where it cannot be read or holds no contract.
    static func source(_ folder: String, at revision: String? = nil) throws -> ContractSource {
        let folder = trimmed(folder)
        let all = try revision.map { try FileTree.files(in: [folder], at: $0) } ?? FileTree.files(in: [folder])
        let files = all.filter { path, _ in endings.contains(where: path.hasSuffix) }
            .map { path, bytes in FileSet.File(String(path.dropFirst(folder.utf8.count + 1)), bytes) }
        guard !files.isEmpty else {
            let known = endings.joined(separator: ", ")
            throw Failure("FOLDER_EMPTY", "no file below '\(folder)' ends in one of \(known)", .usage)
        }
        return FileSet(files).source
    }

    private static func trimmed(_ folder: String) -> String {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return folder
    }
}
