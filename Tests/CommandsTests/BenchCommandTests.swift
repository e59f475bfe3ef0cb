import Testing

@testable import Commands

@Suite("canon bench")
struct BenchCommandTests {
    /// Documents of the names that the workloads look for, as small as can be.
    private static func documents() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let operation = #""/a":{"get":{"responses":{"200":{"description":"a"}}}}"#
        for name in ["old", "compatible"] {
            _ = try folder.write("openapi/500/\(name).json", description(paths: operation))
        }
        _ = try folder.write("openapi/500/breaking.json", description(paths: ""))
        for name in ["openapi/500/old.yaml", "stripe/spec3.2022-03-29.yaml"] {
            _ = try folder.write(name, "a: [1, b]\n")
        }
        for size in ["small", "medium", "large"] {
            for name in ["old", "compatible"] { _ = try folder.write("avro/\(size)/\(name).avsc", #"{"type": "int"}"#) }
            for name in ["old", "compatible", "breaking"] {
                _ = try folder.write("jsonschema/\(size)/\(name).json", #"{"type": "string"}"#)
            }
            for name in ["old", "compatible"] { _ = try folder.write("protobuf/\(size)/\(name).proto", "message A {}") }
        }
        for size in ["medium", "large"] {
            for name in ["old", "breaking"] {
                _ = try folder.write("graphql/\(size)/\(name).graphql", "scalar \(name)")
            }
        }
        for name in ["invoices/invoice.2020-12.json", "invoices/invoices.jsonl"] { _ = try folder.write(name, "{}") }
        _ = try folder.write("stripe/spec3.2022-03-29.json", #"{"a": [1, "b"]}"#)
        return folder
    }

    private static func description(paths: String) -> String {
        #"{"openapi":"3.0.3","info":{"title":"a","version":"1"},"paths":{\#(paths)}}"#
    }

    private static let tiny = BenchSetting.Scale(
        readings: 1,
        clients: 2,
        submissions: 2,
        requests: 2,
        seconds: 1,
        versions: 3
    )

    @Test("each workload runs", .enabled(if: BuiltProgram.isBuilt, BuiltProgram.absence))
    func eachRuns() async throws {
        let documents = try Self.documents()
        let setting = BenchSetting(
            documents: documents.path,
            program: BuiltProgram.path ?? "",
            runs: 1,
            scale: Self.tiny
        )
        let measured = try await onOwnThread {
            try Workloads.all.map { workload in
                (name: workload.name, isMeasured: try workload.measure(setting).contains { $0.value ?? 0 > 0 })
            }
        }
        #expect(measured.filter { !$0.isMeasured }.map(\.name) == [])
    }

    @Test("a workload without its documents says what is missing")
    func missingDocuments() throws {
        let setting = BenchSetting(documents: "/nowhere", program: "", runs: 1, scale: Self.tiny)
        let remarks = try JSONReadWorkload.measure(setting).map(\.remark)
        #expect(remarks == ["/nowhere/stripe/spec3.2022-03-29.json is not there; name the folder with --workloads"])
    }

    @Test(arguments: [(["--only", "nothing"], "WORKLOAD"), (["--runs", "0"], "runs"), (["--runs", "x"], "runs")])
    func wrongArguments(_ words: [String], _ mentioned: String) {
        let run = CommandRun(["bench"] + words)
        #expect(run.exit == .usage)
        #expect(run.error.lowercased().contains(mentioned.lowercased()))
    }

    @Test(arguments: [(1.0, "1"), (0.125, "0.13"), (-2.5, "-2.5"), (99.999, "100"), (1234.5, "1234.5"), (0.004, "0")])
    func numbersAreShownInDecimal(_ number: Double, _ text: String) {
        #expect(number.rounded(toPlaces: 2) == text)
    }

    @Test func goalsAreMetOrNot() {
        #expect(Measure("a", 5, "", goal: .atLeast(5)).isMet == true)
        #expect(Measure("a", 5, "", goal: .below(5)).isMet == false)
        #expect(Measure("a", 5, "").isMet == nil)
        #expect(Measure("a", missing: "why").isMet == nil)
    }

    @Test func mediansAreInTheMiddle() {
        #expect([3.0, 1, 2].median == 2)
        #expect([4.0, 1, 2, 3].median == 2.5)
        #expect([Double]().median == nil)
    }

    @Test func aPlanSurvivesTheCommandLine() throws {
        let plan = LoadPlan(kind: .content, port: 80, clients: 2, requests: 3, path: "/a")
        #expect(try LoadPlan(parsing: plan.text) == plan)
        #expect(throws: Failure.self) { try LoadPlan(parsing: "{}") }
    }

    @Test func answersAreFoundPieceByPiece() {
        var scanner = AnswerScanner()
        let octets = Array("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 204 No Content\r\n\r\n".utf8)
        var found: [Int] = []
        for octet in octets {
            scanner.append([octet].span)
            if let status = scanner.next() { found.append(status) }
        }
        #expect(found == [201, 204])
    }
}
