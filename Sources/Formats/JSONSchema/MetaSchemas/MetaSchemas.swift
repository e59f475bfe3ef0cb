import Syntax

/// The schemas that describe schemas, so that documents may refer to them without anything being fetched.
enum MetaSchemas {
    /// The document with a URI, without fragment; nil where it is none of these.
    static func document(_ uri: String) -> Document? {
        guard uri.contains("//json-schema.org/") else { return nil }
        return documents[uri]
    }

    private static let documents: [String: Document] = {
        var documents: [String: Document] = [:]
        for text in draft4 + draft6 + draft7 + draft2019 + draft2020 {
            guard let document = try? Document.json(Array(text.utf8)) else { continue }
            let identifier = (document.root["$id"] ?? document.root["id"])?.string ?? ""
            documents[URIReference(identifier).absolute] = document
        }
        return documents
    }()
}
