import Compatibility
import Contracts
import OutsideSuites
import Syntax
import Testing

@testable import JSONSchema

/// Counts over one set of published schemas.
struct RealTally: Equatable {
    var read = 0
    /// Refusals by code.
    var refused: [String: Int] = [:]
    /// Pairs of successive versions.
    var pairs = 0
    /// Pairs by what became of them, both ways.
    var outcomes: [String: Int] = [:]
}

@Suite("published schemas", .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
struct RealSchemaTests {
    /// Refused are references to documents that are not in the set, `record` as a type, and keys that stand twice.
    private static let expected = [
        "jsonschema-schemastore": RealTally(read: 136, refused: ["REFERENCE_UNRESOLVED": 14]),
        "jsonschema-iglu": RealTally(
            read: 213,
            refused: ["SCHEMA_TYPE_NAME": 6, "SYNTAX_DUPLICATE_KEY": 2],
            pairs: 139,
            outcomes: ["kept": 112, "broken": 166]
        ),
        "jsonschema-ocds": RealTally(
            read: 20,
            refused: ["SYNTAX_DUPLICATE_KEY": 1, "REFERENCE_UNRESOLVED": 3],
            pairs: 16,
            outcomes: ["kept": 1, "broken": 31]
        ),
    ]

    @Test(arguments: ["jsonschema-schemastore", "jsonschema-iglu", "jsonschema-ocds"])
    func set(_ name: String) throws {
        let tally = try Self.tally(name)
        #expect(tally == Self.expected[name])
    }

    private static func tally(_ set: String) throws -> RealTally {
        let index = try Document.json(try OutsideSuites.bytes("realworld/\(set)/index.json")).root
        let files = (index["items"].map { Array($0.elements) } ?? []).filter { $0["format"]?.string == "jsonschema" }
        let library = try library(of: files, set)
        // These name a dialect of their own that is a part of draft-04.
        let format = JSONSchemaFormat(dialect: set == "jsonschema-iglu" ? .draft4 : .draft2020)
        var tally = RealTally()
        var series: [String: [(sequence: Int, model: SchemaDocument)]] = [:]
        for item in files {
            let source = ContractSource(try OutsideSuites.bytes("realworld/\(set)/\(item["file"]?.text ?? "")"))
            do throws(ContractFailure) {
                let model = try format.parse(source, library: library)
                tally.read += 1
                expectNothing(from: model, to: try format.parse(source, library: library), format)
                guard let sequence = item["seq"]?.int else { continue }
                series[item["series"]?.text ?? "", default: []].append((sequence, model))
            } catch {
                tally.refused[error.code, default: 0] += 1
            }
        }
        for versions in series.sorted(by: { $0.key < $1.key }).map(\.value) {
            let sorted = versions.sorted { $0.sequence < $1.sequence }
            for (old, new) in zip(sorted, sorted.dropFirst()) { compare(old.model, new.model, format, &tally) }
        }
        return tally
    }

    /// The set's own documents under the URIs that they give themselves.
    private static func library(of files: [Node], _ set: String) throws -> ReferenceLibrary {
        var documents: [String: Document] = [:]
        for item in files {
            let bytes = try OutsideSuites.bytes("realworld/\(set)/\(item["file"]?.text ?? "")")
            guard let document = try? Document.json(bytes) else { continue }
            guard let id = (document.root["$id"] ?? document.root["id"])?.string else { continue }
            documents[URIReference(id).absolute] = document
        }
        return ReferenceLibrary(documents)
    }

    private static func expectNothing(from old: SchemaDocument, to new: SchemaDocument, _ format: JSONSchemaFormat) {
        #expect(format.canonicalForm(of: old) == format.canonicalForm(of: new))
        #expect(format.shape(of: old) == format.shape(of: new))
        for direction in Direction.allCases {
            #expect(format.findings(from: old, to: new, breaking: direction, options: ComparisonOptions()).isEmpty)
        }
    }

    private static func compare(
        _ old: SchemaDocument,
        _ new: SchemaDocument,
        _ format: JSONSchemaFormat,
        _ tally: inout RealTally
    ) {
        tally.pairs += 1
        for direction in Direction.allCases {
            let found = format.findings(from: old, to: new, breaking: direction, options: ComparisonOptions())
            let outcome = found.isEmpty ? "kept" : found.contains { $0.witness == nil } ? "open in part" : "broken"
            tally.outcomes[outcome, default: 0] += 1
        }
    }
}
