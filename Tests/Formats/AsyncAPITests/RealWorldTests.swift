import AsyncAPI
import Compatibility
import Contracts
import OutsideSuites
import Syntax
import Testing

/// The examples of the specification, release after release.
@Suite(
    "documents in the wild",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct RealWorldTests {
    private static let folder = "realworld/asyncapi-spec-examples"

    @Test func readsAndCompares() throws {
        let index = try Document.json(OutsideSuites.bytes("\(Self.folder)/index.json")).root
        var series: [String: [(seq: Int, model: EventDescription)]] = [:]
        var refused: [String: Int] = [:]
        var (read, fields) = (0, 0)
        for item in index["items"].map({ Array($0.elements) }) ?? [] {
            let file = item["file"]?.text ?? ""
            let source = ContractSource(try OutsideSuites.bytes("\(Self.folder)/\(file)"), file: file)
            do throws(ContractFailure) {
                let model = try Sketch.format.parse(source, library: ReferenceLibrary())
                for direction in Direction.allCases {
                    let own = Sketch.format.findings(from: model, to: model, breaking: direction, options: .init())
                    #expect(own == [], "\(file)")
                }
                #expect(AsyncAPIFormat.recognises(source))
                fields += Sketch.format.shape(of: model).fields.count
                series[item["series"]?.text ?? "", default: []].append((item["seq"]?.int ?? 0, model))
                read += 1
            } catch {
                refused[error.code, default: 0] += 1
            }
        }
        var (compared, compatible) = (0, 0)
        for versions in series.values.map({ $0.sorted { $0.seq < $1.seq } }) {
            for (old, new) in zip(versions, versions.dropFirst()) {
                let options = ComparisonOptions(policy: .lenient)
                compared += 1
                let comparison = Sketch.format.compare(old.model, new.model, mode: .full, options: options)
                if comparison.isCompatible { compatible += 1 }
            }
        }
        #expect(read == 90)
        // Documents of 1.x and files that are a part of another; schemas behind addresses in the net and in other files;
        // a scheme that is not declared; and an operation that asks for security without a list.
        #expect(
            refused == [
                "ASYNCAPI_VERSION": 12, "REFERENCE_UNRESOLVED": 22, "ASYNCAPI_SECURITY": 1, "ASYNCAPI_FIELD": 1,
            ]
        )
        #expect(fields == 2170)
        #expect(compared == 47)
        #expect(compatible == 45)
    }

    @Test("an application is read with the files that it refers to")
    func readsSets() throws {
        let index = try Document.json(OutsideSuites.bytes("\(Self.folder)/index.json")).root
        let names = index["items"].map { $0.elements.compactMap { $0["file"]?.text } } ?? []
        var current: [String: [UInt8]] = [:]
        var last: [String: EventDescription] = [:]
        var (read, compared, refused) = (0, 0, [String]())
        for release in Set(names.map { $0.prefix { $0 != "/" } }).sorted() {
            let own = names.filter { $0.hasPrefix("\(release)/social-media/") }
            for name in own {
                current[String(name.dropFirst(release.count + 1))] = try OutsideSuites.bytes("\(Self.folder)/\(name)")
            }
            for name in own where name.hasSuffix("asyncapi.yaml") {
                let path = String(name.dropFirst(release.count + 1))
                let files = current.filter { $0.key == path || !$0.key.hasSuffix("asyncapi.yaml") }
                let source = FileSet(files.map { FileSet.File($0.key, $0.value) }).source
                #expect(AsyncAPIFormat.recognises(source))
                guard let model = try? Sketch.format.parse(source, library: ReferenceLibrary()) else {
                    refused.append(name)
                    continue
                }
                #expect(Sketch.format.findings(from: model, to: model, breaking: .backward, options: .init()) == [])
                read += 1
                if let old = last[path] {
                    _ = Sketch.format.compare(old, model, mode: .full)
                    compared += 1
                }
                last[path] = model
            }
        }
        #expect(read == 18)
        #expect(compared == 13)
        // Both use a message whose payload is a schema that the file named there does not have.
        let folder = "04_v2.4.0/social-media"
        #expect(refused == ["\(folder)/backend/asyncapi.yaml", "\(folder)/comments-service/asyncapi.yaml"])
    }
}
