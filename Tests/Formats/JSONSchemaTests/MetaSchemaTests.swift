import Compatibility
import Syntax
import Testing

@testable import JSONSchema

@Suite("the dialects' own schemas")
struct MetaSchemaTests {
    @Test(arguments: MetaSchemas.texts.indices)
    func parses(_ index: Int) throws {
        let document = try Document.json(Array(MetaSchemas.texts[index].utf8))
        let identifier = try #require((document.root["$id"] ?? document.root["id"])?.string)
        #expect(MetaSchemas.document(URIReference(identifier).absolute) != nil)
        let dialect = try #require(document.root["$schema"]?.string.flatMap(Dialect.init(schemaURI:)))
        _ = try SchemaDocument(of: document, dialect: dialect)
    }

    @Test func areAllThere() {
        // Drafts 04, 06 and 07 are one document each; 2019-09 has six vocabularies beside it, 2020-12 eight.
        #expect(MetaSchemas.texts.count == 3 + 7 + 9)
    }
}
