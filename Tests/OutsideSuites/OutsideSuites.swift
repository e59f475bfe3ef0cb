import FoundationEssentials

/// Where the conformance suites, real-world contracts and benchmark workloads from outside lie.
///
/// They are not part of the project: `CANON_SHARED` names their folder, else `../shared` beside the checkout is used.
/// A test that needs them is enabled only where they are present, so that its absence is said and not passed over.
package enum OutsideSuites {
    /// The folder, or nil where there is none.
    package static let folder: String? = {
        let named = ProcessInfo.processInfo.environment["CANON_SHARED"]
        let candidates = [named, checkout + "/../shared"].compactMap { $0 }
        return candidates.first { FileManager.default.fileExists(atPath: $0 + "/conformance") }
    }()

    /// The root of the checkout, from the place of this file.
    package static let checkout: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    /// True where the folder exists.
    package static var arePresent: Bool { folder != nil }

    /// Said by a test that is skipped for want of the suites.
    package static let absence = "outside suites not found: set CANON_SHARED or put them at ../shared"

    /// The bytes of a file below the folder.
    ///
    /// - Parameter path: Relative to the folder, such as `conformance/jcs/numbers.csv`.
    /// - Returns: The whole file.
    /// - Throws: Foundation's error where it cannot be read.
    package static func bytes(_ path: String) throws -> [UInt8] {
        let file = (folder ?? "") + "/" + path
        return Array(try Data(contentsOf: URL(filePath: file)))
    }

    /// The names in a folder below the folder, sorted.
    package static func names(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: (folder ?? "") + "/" + path).sorted()
    }

    /// The files below a folder below the folder, with their paths from there, sorted.
    package static func files(below path: String) throws -> [(path: String, bytes: [UInt8])] {
        let root = (folder ?? "") + "/" + path
        let all = try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
        return try all.compactMap { name in
            var isFolder = false
            guard FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder), !isFolder else {
                return nil
            }
            return (name, try bytes(path + "/" + name))
        }
    }

    /// The lines of a file that are not empty, as bytes: one JSON document a line.
    package static func lines(_ path: String) throws -> [[UInt8]] {
        try bytes(path).split(separator: UInt8(ascii: "\n")).map(Array.init)
    }
}
