internal import Syntax

extension SwaggerConversion {
    /// Writes one server for each scheme; without a host the document's own counts.
    mutating func writeServers(schemes: Node?, at place: Node) {
        let (host, base) = (root["host"], root["basePath"])
        guard let place = host ?? base else { return }
        let path = base.map { $0.text == "/" ? "" : $0.text } ?? ""
        tree.key("servers", at: place)
        tree.beginArray(at: place)
        let names = host == nil ? [] : schemes.map { Array($0.elements) } ?? []
        for scheme in names { writeServer("\(scheme.text)://\(host?.text ?? "")\(path)", at: scheme) }
        if names.isEmpty { writeServer(host.map { "//\($0.text)\(path)" } ?? (path.isEmpty ? "/" : path), at: place) }
        tree.end()
    }

    private mutating func writeServer(_ url: String, at place: Node) {
        tree.beginObject(at: place)
        tree.key("url", at: place)
        tree.string(url, at: place)
        tree.end()
    }
}
