internal import Compatibility
package import Contracts
internal import Crypto
internal import Syntax

/// A file of a schema as it was handed in.
package struct ProtobufFile: Hashable, Sendable {
    /// Its path, as imports name it.
    package let path: String
    /// Its text.
    package let bytes: [UInt8]

    /// A file.
    package init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

extension ProtobufSchema {
    /// Reads files that belong together; what they import of Protocol Buffers itself need not be among them.
    ///
    /// - Throws: ``ContractFailure`` at the first place where one is wrong.
    package convenience init(files: [ProtobufFile]) throws(ContractFailure) {
        let limits = ProtobufLimits.contract
        guard files.count <= limits.files, files.reduce(0, { $0 + $1.bytes.count }) <= limits.bytes else {
            let message =
                "a schema has at most \(limits.files) files and \(limits.bytes) bytes (limits 'files' and 'bytes')"
            throw ContractFailure(
                ProtobufFault.limit.rawValue,
                at: Place(pointer: "", position: SourcePosition(line: 1, column: 1)),
                message
            )
        }
        self.init(try SchemaDraft(texts: Self.texts(of: files)))
    }

    /// The files, as texts those that are descriptors.
    ///
    /// These are read twice: what options are is known only after all is read once.
    private static func texts(of files: [ProtobufFile]) throws(ContractFailure) -> [ProtobufFile] {
        let descriptors = files.map { ProtobufText.descriptor($0.bytes) }
        guard descriptors.contains(where: { $0 != nil }) else { return files }
        var texts = try written(files, descriptors, by: WellKnownFiles.schema)
        texts = try written(files, descriptors, by: ProtobufSchema(try SchemaDraft(texts: texts)))
        return texts
    }

    private static func written(_ files: [ProtobufFile], _ descriptors: [[UInt8]?], by schema: ProtobufSchema)
        throws(ContractFailure) -> [ProtobufFile]
    {
        var texts: [ProtobufFile] = []
        for (file, descriptor) in zip(files, descriptors) {
            guard let descriptor else {
                texts.append(file)
                continue
            }
            texts.append(try DescriptorReader.file(descriptor, by: schema))
        }
        return texts
    }
}

extension SchemaDraft {
    /// Reads texts that belong together.
    fileprivate init(texts files: [ProtobufFile]) throws(ContractFailure) {
        let isOwnDescriptor = files.contains { $0.path == WellKnownFiles.descriptorPath }
        self = isOwnDescriptor ? SchemaDraft() : WellKnownFiles.base
        let first = self.files.count
        let sorted = files.count == 1 ? files : files.sorted { $0.path < $1.path }
        for (place, file) in sorted.enumerated() where place == 0 || sorted[place - 1].path != file.path {
            try FileReader.read(file.bytes, path: file.path, into: &self)
            builtIn.append(false)
        }
        try addImported(besides: sorted)
        try Linker.link(&self, from: first)
    }

    /// Adds the files that are built in and imported, and what they import.
    private mutating func addImported(besides files: [ProtobufFile]) throws(ContractFailure) {
        guard !imports.isEmpty else { return }
        var known = Set(files.map(\.path)).union([WellKnownFiles.descriptorPath])
        var next = 0
        while next < imports.count {
            let path = names.text(imports[next].path)
            next += 1
            guard known.insert(path).inserted else { continue }
            try WellKnownFiles.add(path, to: &self)
        }
    }
}

/// What a contract's text may be: one file, a set of files in JSON, or a descriptor in base64.
enum ProtobufText {
    /// The files of a text; `name` is that of the one file, where the text is one.
    ///
    /// - Throws: ``ContractFailure`` where a set of files is no such set.
    static func files(_ bytes: [UInt8], name: String?) throws(ContractFailure) -> [ProtobufFile] {
        let first = bytes.first { $0 > 0x20 }
        guard first == UInt8(ascii: "{") else { return [ProtobufFile(name ?? "contract.proto", bytes)] }
        if let set = FileSet(ContractSource(bytes)) { return set.files.map { ProtobufFile($0.path, $0.bytes) } }
        let document: Document
        do throws(SyntaxFailure) { document = try Document.parse(bytes, named: "set.json") } catch {
            throw ContractFailure(error, file: name)
        }
        let misplaced = document.root["files"]?.members.first { !$0.value.isString }?.value
        throw ContractFailure(
            ProtobufFault.syntax.rawValue,
            at: Place(misplaced ?? document.root, file: name),
            misplaced == nil ? "expected {\"files\": {PATH: TEXT}}" : "expected the text of a file"
        )
    }

    /// The bytes of a descriptor in base64, or nil where the text is something else.
    static func descriptor(_ bytes: [UInt8]) -> [UInt8]? {
        var text = bytes[...]
        while let last = text.last, last <= 0x20 { text = text.dropLast() }
        guard text.count >= 4, text.first == UInt8(ascii: "C") else { return nil }
        guard text.allSatisfy({ Scanner.isLetter($0) || Scanner.isDigit($0) || $0 == 43 || $0 == 47 || $0 == 61 })
        else {
            return nil
        }
        let decoded = Base64.standard.decode(String(decoding: text, as: UTF8.self))
        return decoded?.first == 0x0A ? decoded : nil
    }
}
