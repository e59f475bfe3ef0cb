import AsyncAPI
import Compatibility
import Contracts
import Syntax
import Testing

@Suite("applications in several files")
struct FileSetTests {
    private static func source(_ files: [String: String]) -> ContractSource {
        FileSet(files.map { FileSet.File($0.key, Array($0.value.utf8)) }).source
    }

    private static let home = Sketch.v3(
        """
        channels:
          paid: {address: invoice.paid, messages: {m: {$ref: '../common/messages.yaml#/paid'}}}
        operations:
          o: {action: receive, channel: {$ref: '#/channels/paid'}}
        """
    )

    private static func application(_ type: String) -> [String: String] {
        [
            "billing/asyncapi.yaml": home,
            "common/messages.yaml":
                "paid: {name: Paid, payload: {$ref: './schemas.yaml#/Paid'}, traits: [{$ref: '#/traits/t'}]}\ntraits: {t: {contentType: a/b}}",
            "common/schemas.yaml": "Paid:\n  properties:\n    n: {type: \(type)}\n    self: {$ref: '#/Paid'}",
            "README.md": "no document",
        ]
    }

    private static func model(_ files: [String: String]) throws -> EventDescription {
        try Sketch.format.parse(source(files), library: ReferenceLibrary())
    }

    @Test("references lead to files of the set, and places name them")
    func follows() throws {
        #expect(AsyncAPIFormat.recognises(Self.source(Self.application("integer"))))
        let (old, new) = (try Self.model(Self.application("number")), try Self.model(Self.application("integer")))
        let findings = Sketch.format.findings(from: old, to: new, breaking: .backward, options: ComparisonOptions())
        #expect(findings.map(\.rule) == ["TYPE_NARROWED"])
        #expect(findings.first?.address == "receive invoice.paid Paid /n")
        #expect(findings.first?.new?.file == "common/schemas.yaml")
        #expect(findings.first?.new?.position.line == 3)
        #expect(Sketch.format.findings(from: new, to: new, breaking: .forward, options: ComparisonOptions()) == [])
    }

    @Test("traits in other files are merged in")
    func merges() throws {
        var other = Self.application("integer")
        other["common/messages.yaml"] = other["common/messages.yaml"]?.replacing("a/b", with: "a/c")
        let (old, new) = (try Self.model(Self.application("integer")), try Self.model(other))
        let findings = Sketch.format.findings(from: old, to: new, breaking: .backward, options: ComparisonOptions())
        #expect(findings.map(\.rule) == ["message-content-type-changed"])
        #expect(findings.first?.new?.file == "common/messages.yaml")
    }

    @Test("a set that is of no application is refused, and what is wrong is told with its file")
    func refuses() {
        func failure(_ change: (inout [String: String]) -> Void) -> String {
            var files = Self.application("integer")
            change(&files)
            do throws(ContractFailure) {
                _ = try Sketch.format.parse(Self.source(files), library: ReferenceLibrary())
                return ""
            } catch { return "\(error.code) \(error.place.file ?? "") \(error.place.pointer)" }
        }
        #expect(failure { $0["billing/asyncapi.yaml"] = "{}" } == "ASYNCAPI_SET  ")
        #expect(failure { $0["b.yaml"] = Sketch.v3("") } == "")
        #expect(failure { $0["b.yaml"] = Sketch.v3("channels: []") } == "ASYNCAPI_FIELD b.yaml /channels")
        #expect(
            failure { $0["common/messages.yaml"] = "paid: {payload: {type: 7}}" }
                == "SCHEMA_KEYWORD_TYPE common/messages.yaml /paid/payload/type"
        )
        #expect(
            failure { $0["common/messages.yaml"] = "unpaid: {}" }
                == "REFERENCE_UNRESOLVED billing/asyncapi.yaml /channels/paid/messages/m/$ref"
        )
        #expect(failure { $0["common/schemas.yaml"] = "Paid: {" }.hasPrefix("SYNTAX_"))
    }

    @Test(
        "each application of a set is compared with the one of its path",
        arguments: [
            (["a/x.yaml": "integer", "b/x.yaml": "integer"], [], []),
            (
                ["a/x.yaml": "integer", "b/x.yaml": "string"],
                ["TYPE_CHANGED b/x.yaml receive invoice.paid M"], ["TYPE_CHANGED b/x.yaml receive invoice.paid M"]
            ),
            (["a/x.yaml": "integer"], ["application-removed b/x.yaml"], []),
            (
                ["a/x.yaml": "integer", "b/x.yaml": "integer", "c/x.yaml": "integer"], [],
                ["application-added c/x.yaml"]
            ),
            (
                ["a/x.yaml": "integer", "c/x.yaml": "integer"], ["application-removed b/x.yaml"],
                ["application-added c/x.yaml"]
            ),
        ]
    )
    func comparesSeveral(_ types: [String: String], _ backward: [String], _ forward: [String]) throws {
        func set(_ types: [String: String]) throws -> EventDescription {
            var files = types.mapValues { Sketch.message("receive", "name: M, payload: {type: \($0)}") }
            files["common.yaml"] = "{}"
            return try Self.model(files)
        }
        let (old, new) = (try set(["a/x.yaml": "integer", "b/x.yaml": "integer"]), try set(types))
        for (direction, expected) in [(Direction.backward, backward), (.forward, forward)] {
            let found = Sketch.format.findings(from: old, to: new, breaking: direction, options: ComparisonOptions())
            #expect(found.map { "\($0.rule) \($0.operation ?? "")" } == expected)
        }
        let shape = Sketch.format.shape(of: old)
        #expect(
            shape.fields.map(\.address).filter { $0.hasPrefix("b/x.yaml receive ") }.count == shape.fields.count / 2
        )
    }

    @Test(
        "an application that is left alone is the one that it was",
        arguments: [
            ("a/x.yaml", ["application-removed b/x.yaml"]), ("b/x.yaml", ["application-removed a/x.yaml"]),
            // By its title, where nothing else tells.
            (nil, ["application-removed b/x.yaml"]),
        ]
    )
    func findsTheOneLeft(_ file: String?, _ expected: [String]) throws {
        let text = Sketch.message("receive", "name: M")
        let old = try Self.model(["a/x.yaml": text, "b/x.yaml": text])
        let source = ContractSource(Array(text.utf8), file: file)
        let new = try Sketch.format.parse(source, library: ReferenceLibrary())
        let found = Sketch.format.findings(from: old, to: new, breaking: .backward, options: ComparisonOptions())
        #expect(found.map { "\($0.rule) \($0.operation ?? "")" } == expected)
        let back = Sketch.format.findings(from: new, to: old, breaking: .backward, options: ComparisonOptions())
        #expect(back == [])
    }

    @Test("an Avro schema may be a file of its own")
    func readsAvroFiles() throws {
        func application(_ type: String) -> [String: String] {
            let payload = "name: P, payload: {schemaFormat: application/vnd.apache.avro, schema: {$ref: './R.avsc'}}"
            return [
                "asyncapi.yaml": Sketch.message("send", payload),
                "R.avsc": #"{"type": "record", "name": "R", "fields": [{"name": "a", "type": "\#(type)"}]}"#,
            ]
        }
        let (old, new) = (try Self.model(application("int")), try Self.model(application("long")))
        let findings = Sketch.format.findings(from: old, to: new, breaking: .backward, options: ComparisonOptions())
        #expect(findings.map(\.rule) == ["TYPE_MISMATCH"])
        #expect(findings.first?.new?.file == "R.avsc")
    }
}
