import Commands
import Syntax
import Testing

@Suite("canon rules")
struct RulesCommandTests {
    @Test(arguments: [
        ("asyncapi", "channel-address-changed", "response-media-type-removed"),
        ("avro", "READER_FIELD_MISSING_DEFAULT_VALUE", "TYPE_REMOVED_FROM_UNION"),
        ("graphql", "TYPE_REMOVED_FROM_UNION", "FIXED_SIZE_MISMATCH"),
        ("json-schema", "REQUIRED_ATTRIBUTE_ADDED", "FIELD_SAME_TYPE"),
        ("openapi", "request-property-became-required", "FIELD_REMOVED"),
        ("protobuf", "FIELD_SAME_TYPE", "response-media-type-removed"),
    ])
    func listsTheRulesOfAFormat(_ format: String, _ own: String, _ other: String) {
        let run = CommandRun(["rules", "--format", format])
        #expect(run.exit == .allowed)
        #expect(run.out.hasPrefix("\(format) ("))
        #expect(run.out.contains(" \(own) "))
        #expect(!run.out.contains(" \(other) "))
        #expect(run.out.contains("every format (2 rules)"))
    }

    @Test func listsAllFormats() {
        let run = CommandRun(["rules"])
        for format in ["asyncapi", "avro", "graphql", "json-schema", "openapi", "protobuf"] {
            #expect(run.out.contains("\(format) ("))
        }
    }

    @Test func explainsARule() {
        let run = CommandRun(["rules", "FIXED_SIZE_MISMATCH"])
        #expect(run.exit == .allowed)
        #expect(
            run.out.hasPrefix(
                """
                FIXED_SIZE_MISMATCH  (avro, error)
                  A fixed type has another size.

                  why      Readers take as many bytes as their own schema says.
                  about    size, changed, reader
                  source   Avro 1.12 specification, Schema Resolution

                  example, backward
                    before
                      {"type": "fixed", "name": "F", "size": 4}
                    after
                      {"type": "fixed", "name": "F", "size": 8}

                  what 'canon compare' says
                    error    FIXED_SIZE_MISMATCH
                """
            )
        )
    }

    @Test func tellsFormatsWithTheSameNameApart() throws {
        let run = CommandRun(["rules", "FIELD_REMOVED", "--output", "json"])
        let rules = try #require(try Document.json(Array(run.out.utf8)).root["rules"])
        #expect(rules.elements.map { $0["format"]?.text ?? "" } == ["avro", "graphql"])
        for rule in rules.elements {
            for member in ["summary", "why", "source", "severity"] { #expect(rule[member]?.string != nil) }
            #expect(rule["axes"]?["change"]?.text == "removed")
            #expect(rule["example"]?["old"]?.string != nil && rule["example"]?["new"]?.string != nil)
        }
        let one = CommandRun(["rules", "FIELD_REMOVED", "--format", "avro", "--output", "json"])
        #expect(try Document.json(Array(one.out.utf8)).root["rules"]?.count == 1)
    }

    @Test(arguments: [
        ("FIELD_REMOVD", "FIELD_REMOVED"), ("request-property-become-required", "request-property-became-required"),
        ("fixed_size_mismatch", "FIXED_SIZE_MISMATCH"),
    ])
    func namesTheNearest(_ id: String, _ nearest: String) {
        let run = CommandRun(["rules", id])
        #expect(run.exit == .usage)
        #expect(run.error.contains("there is no rule '\(id)'"))
        #expect(run.error.contains(nearest))
    }

    @Test func knowsOnlyItsFormats() {
        #expect(CommandRun(["rules", "--format", "cobol"]).error.contains("json-schema"))
    }

    @Test func isNamedWhereFindingsAreTold() throws {
        let folder = try TemporaryFolder()
        let files = [try folder.write("old.avsc", "\"int\""), try folder.write("new.avsc", "\"string\"")]
        #expect(CommandRun(["compare", "--format", "avro"] + files).out.contains("'canon rules ID'"))
        #expect(!CommandRun(["compare", "--format", "avro", files[0], files[0]]).out.contains("canon rules"))
    }
}
