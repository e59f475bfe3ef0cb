internal import Crypto
internal import Glibc

/// Folders that the user names, or that a command needs for a while.
enum LocalFolder {
    /// The names in a folder, sorted, without those that begin with a dot.
    ///
    /// - Throws: ``Failure`` that says which folder and why.
    static func names(in folder: String) throws(Failure) -> [String] {
        try entries(of: folder).filter { !$0.hasPrefix(".") }.sorted()
    }

    private static func entries(of folder: String) throws(Failure) -> [String] {
        guard let stream = opendir(folder) else { throw failure("read", folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a folder with everything in it, as far as that is possible.
    static func remove(_ folder: String) {
        for name in (try? entries(of: folder)) ?? [] where unlink("\(folder)/\(name)") != 0 {
            remove("\(folder)/\(name)")
        }
        rmdir(folder)
    }

    /// A path in the system's folder for temporary files at which there is nothing yet.
    static func freshPath(_ purpose: String) -> String {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        return "\(parent)/canon-\(purpose)-\(Hex.encode(RandomBytes.generate(8)))"
    }

    fileprivate static func failure(_ verb: String, _ path: String) -> Failure {
        Failure("FOLDER_\(verb.uppercased())", "cannot \(verb) '\(path)': \(String(cString: strerror(errno)))", .usage)
    }
}

/// A new folder that is removed when nobody needs it any more.
final class ScratchFolder: Sendable {
    /// Where it is.
    let path: String

    /// Makes one.
    ///
    /// - Throws: ``Failure`` that says why there can be none.
    init(_ purpose: String) throws(Failure) {
        path = LocalFolder.freshPath(purpose)
        guard mkdir(path, 0o755) == 0 else { throw LocalFolder.failure("make", path) }
    }

    deinit { LocalFolder.remove(path) }
}
