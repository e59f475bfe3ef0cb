package import Syntax

/// Files that are one contract together, as one text: `{"files": {PATH: TEXT, …}}`.
package struct FileSet: Hashable, Sendable {
    /// A file of the set.
    package struct File: Hashable, Sendable {
        /// Where it lies in the set, such as `billing/v1/invoice.proto`.
        package let path: String
        /// Its text.
        package let bytes: [UInt8]

        /// A file.
        package init(_ path: String, _ bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// The files, by path.
    package let files: [File]

    /// A set of files.
    package init(_ files: [File]) { self.files = files.sorted { $0.path < $1.path } }

    /// The set that a text is; nil where it is a contract of one file.
    package init?(_ source: ContractSource) {
        guard Self.mayBegin(source.bytes),
            let root = try? Document.json(source.bytes, limits: .fileSet).root
        else { return nil }
        self.init(root)
    }

    /// Whether the first key of a JSON object may be `files`, found without reading on.
    private static func mayBegin(_ text: [UInt8]) -> Bool {
        let inside = text.drop { $0 <= 0x20 }
        guard inside.first == UInt8(ascii: "{") else { return false }
        let key = inside.dropFirst().drop { $0 <= 0x20 }
        return key.starts(with: "\"files\"".utf8) || key.prefix(32).contains(UInt8(ascii: "\\"))
    }

    /// The same for a text that has been read.
    package init?(_ root: Node) {
        let names = root.members.map(\.name)
        let files = root["files"]?.members.map { $0 } ?? []
        guard names == ["files"], !files.isEmpty, files.allSatisfy(\.value.isString) else { return nil }
        self.init(files.map { File($0.name, Array($0.value.text.utf8)) })
    }

    /// The set as one text; a single file as it is.
    package var source: ContractSource {
        if files.count == 1 { return ContractSource(files[0].bytes, file: files[0].path) }
        let members = files.map { JSON.Member($0.path, .string(String(decoding: $0.bytes, as: UTF8.self))) }
        return ContractSource(JSON.object([.init("files", .object(members))]).bytes)
    }

    /// Whether the names of all files end in one of some endings, such as `.proto`.
    package func allEnd(in endings: [String]) -> Bool {
        files.allSatisfy { file in endings.contains(where: file.path.hasSuffix) }
    }
}

extension DocumentLimits {
    /// The limits of a set as one text: those of a contract, of which one file may be nearly all.
    fileprivate static let fileSet = DocumentLimits(stringBytes: DocumentLimits.contract.bytes)
}
