internal import Governance
internal import HTTP

/// The files of folders, from the disk or from a revision in Git.
enum FileTree {
    /// Most files that are read of a tree.
    static let mostFiles = 20_000

    /// The files below folders, by path; hidden ones are passed over.
    ///
    /// - Throws: ``Failure`` if one is no folder.
    static func files(in folders: [String]) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for folder in folders {
            guard LocalFile.isFolder(folder) else {
                throw Failure("FOLDER_MISSING", "'\(folder)' is no folder", .usage)
            }
            try add(folder, to: &files)
        }
        return files
    }

    private static func add(_ folder: String, to files: inout [String: [UInt8]]) throws {
        for name in try LocalFolder.names(in: folder) {
            let path = folder + "/" + name
            if LocalFile.isFolder(path) {
                try add(path, to: &files)
            } else {
                guard files.count < mostFiles else {
                    throw Failure("FOLDER_TOO_LARGE", "more than \(mostFiles) files below '\(folder)'", .usage)
                }
                files[path] = try LocalFile.read(path)
            }
        }
    }

    /// The files below folders as they were in a revision.
    ///
    /// - Throws: ``Failure`` if Git does not know the revision or the folders are in no repository.
    static func files(in folders: [String], at revision: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        let listing = try Git.run(["ls-tree", "-r", "-z", "--name-only", revision, "--"] + folders)
        for name in listing.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) }) {
            files[name] = try Git.run(["show", "\(revision):./\(name)"])
        }
        return files
    }
}
