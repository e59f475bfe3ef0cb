internal import Compatibility
internal import Contracts
internal import Syntax

/// The text of a schema: one file, or several of a set one after the other.
struct JoinedText: Sendable {
    /// All texts, each at the beginning of a line.
    private(set) var bytes: [UInt8] = []
    private var starts: [Int] = []
    private var files: [String?] = []

    /// The text of a contract.
    init(_ source: ContractSource) {
        guard let set = FileSet(source) else {
            (bytes, starts, files) = (source.bytes, [0], [source.file])
            return
        }
        for file in set.files {
            starts.append(bytes.count)
            files.append(file.path)
            bytes += file.bytes + [UInt8(ascii: "\n")]
        }
    }

    /// The file that a byte lies in, and where that file begins.
    private func part(of offset: Int) -> (file: String?, start: Int) {
        let index = (starts.firstIndex { $0 > offset } ?? starts.count) - 1
        return (files[index], starts[index])
    }

    /// The place of a byte in its file.
    func place(ofByte offset: Int, _ coordinate: String, _ lines: SourceLines) -> Place {
        let position = lines.position(ofByte: offset, in: bytes)
        guard starts.count > 1 else { return Place(pointer: coordinate, position: position, file: files[0]) }
        let (file, start) = part(of: offset)
        let before = lines.position(ofByte: start, in: bytes).line - 1
        let inFile = SourcePosition(line: position.line - before, column: position.column)
        return Place(pointer: coordinate, position: inFile, file: file)
    }
}
