internal import Contracts
internal import Crypto
internal import Governance
internal import HTTP
internal import Synchronization

/// Content of versions as it goes out, kept in memory: a version never changes.
final class ContentCache: Sendable {
    private struct Kept {
        var contents: [String: (tag: String, content: RenderedContent, size: Int)] = [:]
        var bytes = 0
    }

    private let kept = Mutex(Kept())

    /// Bytes of content that are kept at most; beyond, all are read anew.
    private static let mostBytes = 16 << 20

    /// The content that a request asks for.
    ///
    /// - Throws: ``RegistryError`` if there is none.
    func response(to request: Request, _ registry: Registry) throws -> Response {
        let key = request.rawPath
        guard let known = kept.withLock({ $0.contents[key] }) else { return try read(request, key, registry) }
        guard !request.has(tag: known.tag) else { return Self.notModified(known.tag) }
        return Response(known.content)
    }

    private func read(_ request: Request, _ key: String, _ registry: Registry) throws -> Response {
        let name = request.path["version"] ?? ""
        let (version, bytes) = try registry.content(of: name, of: request.subject())
        let tag = version.raw.hex
        let fields: Fields = [
            "Content-Type": Self.mediaType(version), "ETag": "\"\(tag)\"", "X-Content-Type-Options": "nosniff",
            "Cache-Control": name == "latest" ? "no-cache" : "private, max-age=31536000, immutable",
            "Content-Disposition": "attachment", "Canon-Version": version.version.description,
            "Canon-Digest": version.content.description,
        ]
        guard !request.has(tag: tag) else { return Self.notModified(tag) }
        let content = RenderedContent(.ok, fields: fields, body: bytes)
        if name != "latest" { keep(key, tag, content, size: bytes.count) }
        return Response(content)
    }

    private func keep(_ key: String, _ tag: String, _ content: RenderedContent, size: Int) {
        guard size <= Self.mostBytes / 4 else { return }
        kept.withLock { kept in
            if kept.bytes + size > Self.mostBytes { kept = Kept() }
            kept.contents[key] = (tag, content, size)
            kept.bytes += size
        }
    }

    private static func notModified(_ tag: String) -> Response {
        Response(.notModified, fields: ["ETag": "\"\(tag)\""])
    }

    /// JSON where the file is; else text, so that nothing in a contract is ever run by a browser.
    private static func mediaType(_ version: Version) -> String {
        version.file.hasSuffix(".json") ? "application/json" : "text/plain; charset=utf-8"
    }
}
