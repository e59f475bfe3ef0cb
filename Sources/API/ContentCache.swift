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

    /// Bytes that are kept at most, of content and of what finds it; beyond, all are read anew.
    private static let mostBytes = 16 << 20
    /// Bytes that an entry takes beside its content and key: a path can be written in many ways, and content be small.
    private static let overhead = 1024

    /// The content that a request asks for.
    ///
    /// - Throws: ``RegistryError`` if there is none.
    func response(to request: Request, _ registry: Registry) throws -> Response {
        let key = request.rawPath
        guard let known = kept.withLock({ $0.contents[key] }) else { return try read(request, key, registry) }
        guard !request.has(tag: known.tag) else { return Self.notModified(known.tag, Self.forever) }
        return Response(known.content)
    }

    private func read(_ request: Request, _ key: String, _ registry: Registry) throws -> Response {
        let name = request.path["version"] ?? ""
        let (version, bytes) = try registry.content(of: name, of: request.subject())
        let tag = version.raw.hex
        let caching = name == "latest" ? "no-cache" : Self.forever
        let fields: Fields = [
            "Content-Type": Self.mediaType(version), "ETag": "\"\(tag)\"", "X-Content-Type-Options": "nosniff",
            "Cache-Control": caching,
            "Content-Disposition": "attachment", "Canon-Version": version.version.description,
            "Canon-Digest": version.content.description,
        ]
        guard !request.has(tag: tag) else { return Self.notModified(tag, caching) }
        let content = RenderedContent(.ok, fields: fields, body: bytes)
        if name != "latest" { keep(key, tag, content, size: bytes.count + key.utf8.count + Self.overhead) }
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

    private static let forever = "private, max-age=31536000, immutable"

    private static func notModified(_ tag: String, _ caching: String) -> Response {
        Response(.notModified, fields: ["ETag": "\"\(tag)\"", "Cache-Control": caching])
    }

    /// JSON where the file is; else text, so that nothing in a contract is ever run by a browser.
    private static func mediaType(_ version: Version) -> String {
        version.file.hasSuffix(".json") ? "application/json" : "text/plain; charset=utf-8"
    }
}
