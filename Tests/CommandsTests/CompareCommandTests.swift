import Commands
import OutsideSuites
import Syntax
import Testing

@Suite("canon compare")
struct CompareCommandTests {
    static let old = """
        {"type": "object", "properties": {"rate": {"type": "string"}}, "additionalProperties": false}
        """
    static let required = """
        {"type": "object", "properties": {"rate": {"type": "string"}}, "required": ["rate"],
         "additionalProperties": false}
        """

    private func run(_ arguments: [String], _ old: String, _ new: String) throws -> (CommandRun, Node) {
        let folder = try TemporaryFolder()
        let files = [try folder.write("old.json", old), try folder.write("new.json", new)]
        let run = CommandRun(["compare", "--output", "json"] + arguments + files)
        return (run, try Document.json(Array(run.out.utf8)).root)
    }

    @Test(arguments: [
        ("BACKWARD", false, 1), ("FORWARD", true, 0), ("FULL", false, 1), ("NONE", true, 0),
        ("BACKWARD_TRANSITIVE", false, 1),
    ])
    func judgesByTheMode(_ mode: String, isCompatible: Bool, exit: Int) throws {
        let (run, answer) = try run(["--mode", mode], Self.old, Self.required)
        #expect(Int(run.exit.rawValue) == exit)
        #expect(answer["compatible"]?.bool == isCompatible)
        #expect(answer["mode"]?.string == mode)
        #expect(answer["bump"]?.string == "major")
    }

    @Test func saysWhatAndWhereOnBothSides() throws {
        let (_, answer) = try run([], Self.old, Self.required)
        let change = try #require(answer["changes"]?[0])
        #expect(change["id"]?.string == "REQUIRED_ATTRIBUTE_ADDED")
        #expect(change["severity"]?.string == "error")
        #expect(change["direction"]?.string == "backward")
        #expect(change["path"]?.string == "/rate")
        for side in ["old", "new"] {
            #expect(change[side]?["pointer"]?.string != nil)
            #expect(change[side]?["line"]?.int ?? 0 > 0)
            #expect(change[side]?["column"]?.int ?? 0 > 0)
        }
        #expect(change["message"]?.string?.isEmpty == false)
    }

    /// Files of a folder before and after, and the rules that are reported, with the file of the new place.
    static let folders: [(why: String, old: [String: String], new: [String: String], found: [String])] = [
        (
            "files of a package, one of which changed",
            [
                "a/v1/a.proto": "syntax = \"proto3\"; package a.v1; message A { string x = 1; }",
                "a/v1/b.proto":
                    "syntax = \"proto3\"; package a.v1; import \"a/v1/a.proto\"; message B { A a = 1; }",
                "README.md": "no contract",
            ],
            [
                "a/v1/a.proto": "syntax = \"proto3\"; package a.v1; message A { string x = 1; }",
                "a/v1/b.proto":
                    "syntax = \"proto3\"; package a.v1; import \"a/v1/a.proto\";\nmessage B { A b = 1; }",
            ],
            ["FIELD_SAME_JSON_NAME a/v1/b.proto:2", "FIELD_SAME_NAME a/v1/b.proto:2"]
        ),
        (
            "a schema in two files",
            ["a.graphql": "type Query { a: A }", "b.graphql": "type A { x: Int y: Int }"],
            ["a.graphql": "type Query { a: A }\n\n", "b.graphql": "\ntype A { x: Int }"],
            ["FIELD_REMOVED b.graphql:2"]
        ),
        (
            "what moved to another file is the same schema",
            ["a.graphql": "type Query { a: A }", "b.graphql": "type A { x: Int }"],
            ["a.graphql": "type A { x: Int } type Query { a: A }", "c.graphql": "type B { x: Int }"],
            ["TYPE_ADDED c.graphql:1"]
        ),
        (
            "a description whose answers stand in a file of their own",
            [
                "openapi.yaml":
                    "openapi: 3.1.0\ninfo: {title: T, version: v1}\npaths: {/x: {get: {responses: {200: {$ref: answers.yaml#/x}}}}}",
                "answers.yaml": "x: {description: d, content: {application/json: {schema: {type: integer}}}}",
                "other.json": "{}",
            ],
            [
                "openapi.yaml":
                    "openapi: 3.1.0\ninfo: {title: T, version: v1}\npaths: {/x: {get: {responses: {200: {$ref: answers.yaml#/x}}}}}",
                "answers.yaml":
                    "x:\n  description: d\n  content: {application/json: {schema: {type: string}}}",
            ],
            ["response-body-type-changed answers.yaml:3"]
        ),
        (
            "a schema whose types stand in other files",
            [
                "a.avsc": #"{"type": "record", "name": "A", "fields": [{"name": "b", "type": "x.B"}]}"#,
                "x/b.avsc": #"{"type": "record", "name": "x.B", "fields": []}"#,
            ],
            [
                "a.avsc": #"{"type": "record", "name": "A", "fields": [{"name": "b", "type": "x.B"}]}"#,
                "x/b.avsc":
                    "{\"type\": \"record\", \"name\": \"x.B\", \"fields\": [\n{\"name\": \"c\", \"type\": \"int\"}]}",
            ],
            ["READER_FIELD_MISSING_DEFAULT_VALUE x/b.avsc:2"]
        ),
        (
            "a folder of one file is that file",
            ["only.json": old], ["only.json": required], ["REQUIRED_ATTRIBUTE_ADDED only.json:1"]
        ),
    ]

    @Test(arguments: folders)
    func takesFolders(why: String, old: [String: String], new: [String: String], found: [String]) throws {
        let folder = try TemporaryFolder()
        for (side, files) in [("old", old), ("new", new)] {
            for (path, text) in files { _ = try folder.write("\(side)/\(path)", text) }
        }
        let run = CommandRun(["compare", "--output", "json", folder.path + "/old", folder.path + "/new/"])
        let answer = try Document.json(Array(run.out.utf8)).root
        let changes = answer["changes"]?.elements.filter { $0["severity"]?.string != "none" } ?? []
        let seen = changes.map { change in
            let place = change["new"]
            return "\(change["id"]?.string ?? "") \(place?["file"]?.string ?? ""):\(place?["line"]?.int ?? 0)"
        }
        #expect(Set(found).isSubset(of: seen), Comment(rawValue: why + ": \(seen) \(run.error)"))
    }

    /// A contract of one file, before and after.
    static let single: [(path: String, old: String, new: String)] = [
        ("a/only.json", old, required),
        ("a/only.yaml", "type: object", "type: object\nrequired: [a]"),
        ("only.avsc", #"{"type": "map", "values": "int"}"#, #"{"type": "map", "values": "string"}"#),
        ("a/only.json", #"["int", "string"]"#, #"["int"]"#),
        ("only.graphql", "type Query { a: Int }", "type Query { a: String }"),
        (
            "a/only.proto", "syntax = \"proto3\"; message A { string x = 1; }",
            "syntax = \"proto3\"; message A { int32 x = 1; }"
        ),
        (
            "a/only.yaml", "openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {/x: {get: {responses: {}}}}",
            "openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {}"
        ),
        (
            "only.yaml",
            "asyncapi: 3.0.0\ninfo: {title: T, version: v}\nchannels: {c: {address: c, messages: {m: {payload: {type: string}}}}}\noperations: {r: {action: receive, channel: {$ref: '#/channels/c'}}}",
            "asyncapi: 3.0.0\ninfo: {title: T, version: v}\nchannels: {c: {address: c, messages: {m: {payload: {type: number}}}}}\noperations: {r: {action: receive, channel: {$ref: '#/channels/c'}}}"
        ),
    ]

    @Test("a folder of one file gets the verdict of the file, with its path in the folder", arguments: single)
    func takesFoldersOfOneFile(_ path: String, _ old: String, _ new: String) throws {
        let folder = try TemporaryFolder()
        let files = [try folder.write("old/\(path)", old), try folder.write("new/\(path)", new)]
        func changes(_ names: [String]) throws -> (ExitCode, [Node]) {
            let run = CommandRun(["compare", "--output", "json"] + names)
            return (run.exit, try Document.json(Array(run.out.utf8)).root["changes"]?.elements.map { $0 } ?? [])
        }
        let (alone, inFolder) = (try changes(files), try changes(["old", "new"].map { "\(folder.path)/\($0)" }))
        #expect(alone.0 == .denied && inFolder.0 == .denied)
        #expect(alone.1.map { $0["message"]?.string } == inFolder.1.map { $0["message"]?.string })
        #expect(alone.1.first?["new"]?["file"]?.string == files[1])
        #expect(inFolder.1.first?["new"]?["file"]?.string == path)
    }

    @Test func judgesAvroByItsReaders() throws {
        let folder = try TemporaryFolder()
        let fields = [#"{"name": "id", "type": "long"}"#, #"{"name": "note", "type": "string"}"#]
        let files = try zip(["old.avsc", "new.avsc"], [fields.prefix(1), fields.prefix(2)]).map { name, fields in
            let list = fields.joined(separator: ",\n")
            return try folder.write(name, #"{"type": "record", "name": "Order", "fields": [\#(list)]}"#)
        }
        let run = CommandRun(["compare"] + files)
        #expect(run.exit == .denied)
        #expect(run.out.contains("READER_FIELD_MISSING_DEFAULT_VALUE"))
        #expect(run.out.contains("new.avsc:2:1"))
        #expect(CommandRun(["compare", "--mode", "FORWARD"] + files).exit == .allowed)
    }

    @Test func findsNothingBetweenFormsOfTheSame() throws {
        let (run, answer) = try run(
            [],
            Self.old,
            "{ \"additionalProperties\": false,\n\"properties\": {\"rate\": {\"type\": \"string\"}}, \"type\": \"object\"}"
        )
        #expect(run.exit == .allowed)
        #expect(answer["bump"]?.string == "none")
        #expect(answer["changes"]?.count == 0)
    }

    @Test(arguments: ["{", "{\"type\": 12}", "", "\u{0}"])
    func doesNotJudgeWhatItCannotRead(_ text: String) throws {
        let folder = try TemporaryFolder()
        let files = [try folder.write("old.json", Self.old), try folder.write("new.json", text)]
        let run = CommandRun(["compare", "--format", "json-schema"] + files)
        #expect(run.exit == .usage)
        #expect(run.error.contains("new.json, line 1, column"))
    }

    @Test func saysWhereATextOfNoFormatStopsMakingSense() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("new.json", "{\"a\": 1")
        let run = CommandRun(["compare", file, file])
        #expect(run.exit == .usage)
        #expect(run.error.contains("new.json, line 1, column 8: expected ',' or '}'"))
    }

    @Test func followsReferencesIntoAFolder() throws {
        let registry = OutsideSuites.checkout + "/Registry"
        let versions = ["2.3.0", "2.4.0"].map { "\(registry)/canonical.invoice/\($0).json" }
        #expect(CommandRun(["compare"] + versions).error.contains("no registered contract"))
        let run = CommandRun(["compare", "--references", registry, "--output", "json"] + versions)
        #expect(run.exit == .allowed)
        #expect(try Document.json(Array(run.out.utf8)).root["bump"]?.string == "minor")
    }

    @Test func namesTheFormatsItKnows() throws {
        let run = CommandRun(["compare", "--format", "cobol", "a", "b"])
        #expect(run.exit == .usage)
    }

    /// Files that are no contract, and what is said of them: what cannot be read is named before an unknown format is.
    @Test(arguments: [
        (["a.json": "{}", "b.json": #"{"a":1,"a":2}"#], #"canon: b.json, line 1, column 8: expected each key once"#),
        (["a.json": #"{"a":1,"a":2}"#], #"canon: a.json, line 1, column 8: expected each key once"#),
        (["a.json": "{}", "b.json": "{}"], "canon: the 2 files from 'a.json' on are together a contract of no known"),
    ])
    func saysWhatIsUnreadable(_ files: [String: String], _ message: String) throws {
        let folder = try TemporaryFolder()
        for (path, text) in files { _ = try folder.write("set/\(path)", text) }
        let run = CommandRun(["compare", folder.path + "/set", folder.path + "/set"])
        #expect(run.exit == .usage)
        #expect(run.error.hasPrefix(message), Comment(rawValue: run.error))
    }
}
