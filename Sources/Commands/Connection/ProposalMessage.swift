internal import Arguments
internal import Contracts
internal import HTTP
internal import Syntax

/// A proposal as the API takes it.
enum ProposalMessage {
    static func body(version: String, content: [UInt8], file: String?, manifest: JSON?) throws -> JSON {
        guard let text = String(validating: content, as: UTF8.self) else {
            throw Failure("SYNTAX_ENCODING", "\(file ?? "the content") is not UTF-8", .usage)
        }
        var members: [JSON.Member] = [.init("version", .string(version)), .init("content", .string(text))]
        if let name = file?.split(separator: "/").last { members.append(.init("file", .string(String(name)))) }
        if let manifest { members.append(.init("manifest", manifest)) }
        return .object(members)
    }

    static func manifest(_ file: String) throws -> JSON {
        let root = try Document.parse(LocalFile.read(file), named: file).root
        return try Manifest(root, file: file).declared
    }
}
