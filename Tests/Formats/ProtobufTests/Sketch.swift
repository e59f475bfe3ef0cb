import Compatibility
import Contracts
import Syntax

@testable import Protobuf

/// Short ways to schemas.
enum Sketch {
    static let format = ProtobufFormat()

    /// The schema of one text.
    static func schema(_ text: String) throws(ContractFailure) -> ProtobufSchema {
        try format.parse(ContractSource(Array(text.utf8)), library: ReferenceLibrary())
    }

    /// The schema of a file or of `{"files": {PATH: TEXT}}`.
    static func schema(_ node: Node?, with more: Node? = nil) throws(ContractFailure) -> ProtobufSchema {
        try ProtobufSchema(files: files(node) + files(more))
    }

    /// The files of a text, a set, or an object of paths and texts.
    static func files(_ node: Node?) -> [ProtobufFile] {
        guard let node else { return [] }
        if node.isString { return [ProtobufFile("contract.proto", Array(node.text.utf8))] }
        return (node["files"] ?? node).members.filter { $0.value.isString }.map {
            ProtobufFile($0.name, Array($0.value.text.utf8))
        }
    }
}
