internal import Compatibility
internal import Syntax

/// The schemas that describe schemas, so that documents may refer to them without anything being fetched.
///
/// Their texts are those of json-schema.org, laid out anew. They are part of the JSON Schema specification,
/// "Copyright (c) 2022 JSON Schema Specification Authors", which may be used under the 3-clause BSD licence or under the
/// Academic Free License 3.0, as one chooses; used here under the former. Redistributions keep the copyright notice, its
/// conditions and its disclaimer, and the authors' names endorse nothing.
enum MetaSchemas {
    /// The document with a URI, without fragment; nil where it is none of these.
    static func document(_ uri: String) -> Document? {
        guard "//json-schema.org/".occurs(in: uri) else { return nil }
        return documents[uri]
    }

    /// All of them, as texts.
    static let texts = draft4 + draft6 + draft7 + draft2019 + draft2020

    private static let documents: [String: Document] = {
        var documents: [String: Document] = [:]
        for text in texts {
            guard let document = try? Document.json(Array(text.utf8)) else {
                preconditionFailure("an embedded meta-schema is no JSON: \(text.prefix(200))")
            }
            let identifier = (document.root["$id"] ?? document.root["id"])?.string ?? ""
            documents[URIReference(identifier).absolute] = document
        }
        return documents
    }()
}
