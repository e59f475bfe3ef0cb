import Commands
import OutsideSuites
import Syntax
import Testing

@Suite("canon compare --batch")
struct BatchComparisonTests {
    private static let open = #"{"type":"object","properties":{"rate":{"type":"string"}}}"#
    private static let required = #"{"type":"object","properties":{"rate":{"type":"string"}},"required":["rate"]}"#

    private func run(_ lines: [String]) throws -> (CommandRun, [Node]) {
        let folder = try TemporaryFolder()
        let run = CommandRun(["compare", "--batch", try folder.write("cases.jsonl", lines.joined(separator: "\n"))])
        let answers = run.out.split(separator: "\n").map { Array($0.utf8) }
        return (run, try answers.map { try Document.json($0).root })
    }

    @Test(
        "each line is judged by its own mode, in the order of the lines",
        arguments: [
            (#""mode":"BACKWARD""#, false), (#""mode":"FORWARD""#, true), (#""mode":"NONE""#, true),
            (#""mode":"FULL""#, false), (#""format":"json-schema""#, false), (#""format":"jsonschema""#, false),
            (#""mode":"CLIENT_BACKWARD""#, false), (#""dialect":"draft-07""#, false),
        ]
    )
    func judges(_ member: String, _ isCompatible: Bool) throws {
        let (run, answers) = try run([
            #"{"id":"one",\#(member),"before":\#(Self.open),"after":\#(Self.required)}"#, "",
            #"{"id":2,\#(member),"before":\#(Self.open),"after":\#(Self.open)}"#,
        ])
        #expect(answers.map { $0["compatible"]?.bool } == [isCompatible, true])
        #expect(answers[0]["id"]?.string == "one")
        #expect(answers[1]["id"]?.int == 2)
        #expect(answers[1]["changes"]?.count == 0)
        #expect(run.exit == (isCompatible ? .allowed : .denied))
    }

    @Test("a lone name is the Avro schema that it names")
    func readsNames() throws {
        let (_, answers) = try run([
            #"{"id":1,"format":"avro","before":"int","after":"long"}"#,
            #"{"id":2,"format":"avro","before":"long","after":"int"}"#,
            #"{"id":3,"format":"avro","before":"null","after":["null","int"]}"#,
        ])
        #expect(answers.map { $0["compatible"]?.bool } == [true, false, true])
    }

    @Test(
        "what cannot be judged is null with the reason, and ends nothing",
        arguments: [
            (#"{"id":1,"before":"#, "line 1"), (#"{"id":1,"after":{}}"#, "'before'"),
            (#"{"id":1,"format":"cobol","before":{},"after":{}}"#, "cobol"),
            (#"{"id":1,"mode":"SIDEWAYS","before":{},"after":{}}"#, "SIDEWAYS"),
            (#"{"id":1,"format":"json-schema","before":{},"after":"{\"type\":"}"#, "line 1"),
            (#"{"id":1,"options":{"policy":"LAX"},"before":{},"after":{}}"#, "LAX"),
        ]
    )
    func refuses(_ line: String, _ reason: String) throws {
        let (run, answers) = try run([line, #"{"id":2,"before":\#(Self.open),"after":\#(Self.open)}"#])
        #expect(run.exit == .unjudged)
        #expect(answers[0]["compatible"]?.kind == .null)
        #expect(answers[0]["reason"]?.string?.contains(reason) == true)
        #expect(answers[1]["compatible"]?.bool == true)
    }

    @Test(
        "a transitive mode looks at the history, any other at the last version only",
        arguments: [
            ("BACKWARD_TRANSITIVE", false), ("BACKWARD", true), ("FORWARD_TRANSITIVE", true),
        ]
    )
    func looksBack(_ mode: String, _ isCompatible: Bool) throws {
        let (_, answers) = try run([
            """
            {"mode":"\(mode)","before":\(Self.required),"after":\(Self.required),
            "history":[\(Self.open),\(Self.required)]}
            """.replacing("\n", with: "")
        ])
        #expect(answers[0]["compatible"]?.bool == isCompatible)
    }

    @Test(arguments: [("BUF_WIRE", true), ("BUF_RULES", true), ("BUF_NOPE", nil), ("NOPE", nil)])
    func knowsItsModes(_ mode: String, _ isCompatible: Bool?) throws {
        let text = #""syntax = \"proto3\"; message M {}""#
        let (_, answers) = try run([#"{"format":"protobuf","mode":"\#(mode)","before":\#(text),"after":\#(text)}"#])
        #expect(answers[0]["compatible"]?.bool == isCompatible)
    }

    @Test("the version before counts beside a history that does not list it")
    func looksAtTheVersionBefore() throws {
        let (_, answers) = try run([
            #"{"mode":"BACKWARD_TRANSITIVE","before":\#(Self.open),"after":\#(Self.required),"history":[\#(Self.required)]}"#
        ])
        #expect(answers[0]["compatible"]?.bool == false)
    }

    @Test func takesTextAndOneFile() throws {
        let text = JSON.string(Self.open).text
        let (_, answers) = try run([#"{"before":\#(text),"after":{"files":{"a.json":\#(text)}}}"#])
        #expect(answers[0]["compatible"]?.bool == true)
    }

    @Test("a text may be as large as a contract, alone and as a file of a set")
    func takesLargeTexts() throws {
        let text = JSON.string(String(repeating: " ", count: 1 << 20) + Self.open).text
        let set = #"{"files":{"a.json":\#(text),"b.json":"{}"}}"#
        let (_, answers) = try run([
            #"{"before":\#(text),"after":\#(Self.open)}"#, #"{"before":\#(set),"after":\#(set)}"#,
        ])
        #expect(answers.map { $0["compatible"]?.bool } == [true, true])
    }

    @Test("those who meet on a channel leave their messages open where no policy is named")
    func leavesMessagesOpen() throws {
        func application(_ members: String) -> String {
            """
            {"asyncapi":"2.6.0","info":{"title":"T","version":"1"},"channels":{"c":{"publish":{"message":{"payload":
            {"type":"object","properties":{\(members)}}}}}}}
            """.replacing("\n", with: "")
        }
        let pair =
            #""before":\#(application(#""a":{"type":"string"}"#)),"after":\#(application(#""a":{"type":"string"},"b":{"type":"string"}"#))"#
        let (_, answers) = try run([
            #"{"id":1,"format":"asyncapi","mode":"CHANNEL_PEERS_BACKWARD",\#(pair)}"#,
            #"{"id":2,"options":{"policy":"STRICT"},\#(pair)}"#,
        ])
        #expect(answers.map { $0["compatible"]?.bool } == [true, false])
    }

    @Test(
        "what a version refers to comes with its line",
        arguments: [
            // A field's type is imported, and changes in the file that is imported.
            (
                "protobuf", #"import \"m.proto\"; message A { optional p.M m = 1; }"#,
                #"{"m.proto":"package p; message M { optional int32 a = 1; }"}"#,
                #"{"m.proto":"package p; message M { optional string a = 1; }"}"#, false
            ),
            (
                "protobuf", #"import \"m.proto\"; message A { optional p.M m = 1; }"#,
                #"{"m.proto":"package p; message M { optional int32 a = 1; }"}"#,
                #"{"m.proto":"package p; message M { optional int64 a = 1; }","google/protobuf/any.proto":null}"#, true
            ),
            (
                "avro",
                #"{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"m\",\"type\":\"p.M\"}]}"#,
                #"{"p.M":{"type":"fixed","name":"p.M","size":4}}"#, #"{"p.M":{"type":"fixed","name":"p.M","size":8}}"#,
                false
            ),
            (
                "avro", #"{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"m\",\"type\":\"p.M\"}]}"#,
                #"{"money":"{\"type\":\"fixed\",\"name\":\"p.M\",\"size\":4}"}"#,
                #"{"money":"{\"type\":\"fixed\",\"name\":\"p.M\",\"size\":4}"}"#, true
            ),
            (
                "json-schema", #"{\"properties\":{\"m\":{\"$ref\":\"m.json\"}}}"#,
                #"{"m.json":{"type":["integer","string"]}}"#, #"{"m.json":{"type":"string"}}"#, false
            ),
            (
                "json-schema",
                #"{\"$id\":\"https://a.example/s.json\",\"properties\":{\"m\":{\"$ref\":\"m.json#/$defs/a\"}}}"#,
                #"{"m.json":{"$defs":{"a":{"type":"integer"}}}}"#, #"{"m.json":{"$defs":{"a":{"type":"number"}}}}"#,
                true
            ),
        ]
    )
    func readsReferences(_ format: String, _ text: String, _ before: String, _ after: String, _ isCompatible: Bool)
        throws
    {
        let (_, answers) = try run([
            """
            {"format":"\(format)","before":"\(text)","after":"\(text)","before_refs":\(before),"after_refs":\(after)}
            """,
            #"{"format":"\#(format)","before":"\#(text)","after":"\#(text)","before_refs":\#(before)}"#,
        ])
        #expect(answers[0]["compatible"]?.bool == isCompatible, "\(answers[0].json.text)")
        #expect(answers[1]["compatible"]?.kind == .null)
    }

    @Test("the name of a text that is referred to is no other's")
    func keepsNamesApart() throws {
        let text = #"import \"contract.proto\"; message A { optional p.M m = 1; }"#
        let references = #"{"contract.proto":"package p; message M {}"}"#
        let (_, answers) = try run([
            #"{"format":"protobuf","before":"\#(text)","after":"\#(text)","before_refs":\#(references),"after_refs":\#(references)}"#
        ])
        #expect(answers[0]["compatible"]?.bool == true)
    }

    @Test(
        "outside suites of changes",
        .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)),
        arguments: [("asyncapi-compat", 53, 53), ("protobuf-confluent", 43, 43), ("protobuf-karapace", 12, 10)]
    )
    func judgesSuites(_ name: String, _ count: Int, _ expected: Int) throws {
        let cases = try OutsideSuites.lines("conformance/\(name)/cases.jsonl").map { try Document.json($0).root }
        let (_, answers) = try run(
            cases.map { test in
                let names = ["id", "format", "dialect", "before", "after", "before_refs", "after_refs"]
                let members = names.compactMap { name in test[name].map { JSON.Member(name, $0.json) } }
                return JSON.object(members + [.init("mode", test["direction_or_mode"]?.json ?? .null)]).text
            }
        )
        let right = zip(cases, answers).filter { test, answer in
            answer["compatible"]?.bool == (test["expect"]?.text == "compatible")
        }
        #expect(answers.count == count)
        #expect(right.count == expected)
    }
}
