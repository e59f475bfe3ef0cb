import FoundationEssentials
import HTTP
import Syntax
import Testing

/// The API's own contract, `Registry/canon.registry-api`, against the router and what it answers.
@Suite("own contract")
struct ContractTests {
    private static let methods = ["get", "put", "post", "delete", "patch", "options", "head", "trace"]

    /// The contract, found from this file's place.
    private static func contract() throws -> Node {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let file = "/\(root)/Registry/canon.registry-api/1.0.0.yaml"
        let bytes = try #require(FileManager.default.contents(atPath: file))
        return try Document.parse(Array(bytes), named: "1.0.0.yaml").root
    }

    /// Every operation by its name in the router, such as `GET /v1/subjects`.
    private static func operations() throws -> [String: Node] {
        var operations: [String: Node] = [:]
        for path in try #require(contract()["paths"]).members {
            for member in path.value.members where methods.contains(member.name) {
                operations["\(member.name.uppercased()) \(path.name)"] = member.value
            }
        }
        return operations
    }

    @Test func describesEveryRouteAndNoOther() async throws {
        let inventory = Set(try await Service().router.inventory)
        let described = Set(try Self.operations().keys)
        #expect(inventory.subtracting(described).sorted() == [])
        #expect(described.subtracting(inventory).sorted() == [])
    }

    @Test func describesEveryStatusThatTheTableSees() async throws {
        let (stage, operations) = (try await Stage(), try Self.operations())
        for call in Call.all {
            let name = "\(call.method.rawValue) \(call.template)"
            let responses = try #require(operations[name]?["responses"])
            let answer = try await stage.answer(call, as: call.person)
            #expect(responses["\(answer.status)"] != nil, "\(name) answers \(answer.status) \(answer.code)")
            #expect(responses["401"] != nil || ["/health", "/ready"].contains(call.template), "\(name)")
        }
    }

    @Test func namesEveryParameterOfAPath() throws {
        let root = try Self.contract()
        for (name, operation) in try Self.operations() {
            let inPath = name.split(separator: "/").filter { $0.hasPrefix("{") }.map {
                String($0.dropFirst().dropLast())
            }
            let described = try (operation["parameters"].map { Array($0.elements) } ?? []).compactMap { reference in
                let key = try #require(reference["$ref"]?.string?.split(separator: "/").last.map(String.init))
                let parameter = try #require(root["components"]?["parameters"]?[key])
                return parameter["in"]?.string == "path" ? parameter["name"]?.string : nil
            }
            #expect(described.sorted() == inPath.sorted(), "\(name)")
        }
    }

    @Test func letsEveryRecordedWriteBeRepeated() throws {
        for (name, operation) in try Self.operations() where !name.hasPrefix("GET") && !name.hasSuffix("/checks") {
            let keys = (operation["parameters"].map { Array($0.elements) } ?? []).compactMap { $0["$ref"]?.string }
            #expect(keys.contains("#/components/parameters/IdempotencyKey"), "\(name)")
        }
    }
}
