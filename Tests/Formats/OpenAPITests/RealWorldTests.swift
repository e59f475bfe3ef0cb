import Compatibility
import Contracts
import OpenAPI
import OutsideSuites
import Syntax
import Testing

/// Documents that vendors published; a sample that is quick in debug.
@Suite(
    "documents in the wild",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct RealWorldTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let name: String
        let read: Int
        let refused: [String: Int]
        let compared: Int

        var testDescription: String { name }
    }

    static let samples: [Sample] = [
        .init(name: "openapi-twilio", read: 97, refused: [:], compared: 72),
        .init(name: "openapi-slack", read: 2, refused: ["OPENAPI_VERSION": 1], compared: 1),
        .init(name: "openapi-kubernetes", read: 2, refused: [:], compared: 1),
    ]

    @Test(arguments: samples)
    func readsAndCompares(_ sample: Sample) throws {
        let format = OpenAPIFormat()
        let index = try Document.json(OutsideSuites.bytes("realworld/\(sample.name)/index.json")).root
        var series: [String: [(seq: Int, model: APIDescription)]] = [:]
        var refused: [String: Int] = [:]
        for item in index["items"].map({ Array($0.elements) }) ?? [] {
            let file = item["file"]?.text ?? ""
            let source = ContractSource(try OutsideSuites.bytes("realworld/\(sample.name)/\(file)"), file: file)
            do throws(ContractFailure) {
                let model = try format.parse(source, library: ReferenceLibrary())
                #expect(format.findings(from: model, to: model, breaking: .backward, options: .init()) == [])
                series[item["series"]?.text ?? "", default: []].append((item["seq"]?.int ?? 0, model))
            } catch {
                refused[error.code, default: 0] += 1
            }
        }
        var compared = 0
        for versions in series.values.map({ $0.sorted { $0.seq < $1.seq } }) {
            for (old, new) in zip(versions, versions.dropFirst()) {
                _ = format.compare(old.model, new.model, mode: .full)
                compared += 1
            }
        }
        #expect(series.values.map(\.count).reduce(0, +) == sample.read)
        #expect(refused == sample.refused)
        #expect(compared == sample.compared)
    }
}
