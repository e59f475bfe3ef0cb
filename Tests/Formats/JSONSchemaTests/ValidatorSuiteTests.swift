import Compatibility
import OutsideSuites
import Syntax
import Testing

@testable import JSONSchema

/// Counts over one draft of the JSON Schema test suite.
struct ValidatorTally: Equatable, CustomStringConvertible {
    var right = 0
    /// Something decides that is not worked out.
    var unknown = 0
    /// The schema refers to what is not at hand.
    var refused = 0
    var wrong: [String] = []

    var description: String { "\(right) right, \(unknown) unknown, \(refused) refused, wrong: \(wrong)" }
}

@Suite("JSON Schema test suite", .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
struct ValidatorSuiteTests {
    private static let folder = "conformance/json-schema-test-suite"

    @Test(arguments: ["draft4", "draft6", "draft7", "draft2019-09", "draft2020-12"])
    func required(_ draft: String) throws {
        let tally = try Self.tally(draft)
        #expect(tally == Self.expected[draft])
    }

    /// What each draft comes to: everything is right.
    private static let expected = [
        "draft4": ValidatorTally(right: 618), "draft6": ValidatorTally(right: 839),
        "draft7": ValidatorTally(right: 927), "draft2019-09": ValidatorTally(right: 1_259),
        "draft2020-12": ValidatorTally(right: 1_299),
    ]

    private static let dialects: [String: Dialect] = [
        "draft4": .draft4, "draft6": .draft6, "draft7": .draft7, "draft2019-09": .draft2019, "draft2020-12": .draft2020,
    ]

    /// Counts over the files of a folder of a draft, or over some of them.
    static func tally(
        _ draft: String,
        _ part: String = "",
        only files: Set<String>? = nil,
        formats: FormatUse = .annotated
    ) throws -> ValidatorTally {
        let library = ReferenceLibrary(try remotes("", draft: draft))
        var tally = ValidatorTally()
        let dialect = dialects[draft] ?? .draft2020
        let path = "\(folder)/tests/\(draft)/\(part)"
        for name in try OutsideSuites.names(in: path) where name.hasSuffix(".json") && files?.contains(name) != false {
            let file = try Document.json(try OutsideSuites.bytes("\(path)/\(name)"))
            for group in file.root.elements { try run(group, of: name, dialect, formats, library, &tally) }
        }
        return tally
    }

    /// The files that the suite serves at `http://localhost:1234/`.
    private static func remotes(_ path: String, draft: String) throws -> [String: Document] {
        var found: [String: Document] = [:]
        for name in try OutsideSuites.names(in: "\(folder)/remotes\(path)") {
            if name.hasSuffix(".json") {
                let document = try Document.json(try OutsideSuites.bytes("\(folder)/remotes\(path)/\(name)"))
                found["http://localhost:1234\(path)/\(name)"] = document
            } else if !name.hasPrefix("draft") && name != "v1" || name == draft {
                found.merge(try remotes("\(path)/\(name)", draft: draft)) { first, _ in first }
            }
        }
        return found
    }

    private static func run(
        _ group: Node,
        of file: String,
        _ dialect: Dialect,
        _ formats: FormatUse,
        _ library: ReferenceLibrary,
        _ tally: inout ValidatorTally
    ) throws {
        guard let schema = group["schema"], let tests = group["tests"] else { return }
        let title = "\(file): \(group["description"]?.text ?? "")"
        guard
            let document = try? SchemaDocument(
                of: try Document.json(schema.json.bytes),
                dialect: dialect,
                library: library
            ).asserting(formats),
            let root = document.root
        else {
            tally.refused += tests.count
            return
        }
        let validator = Validator(document)
        for test in tests.elements {
            guard let data = test["data"], let isValid = test["valid"]?.bool else { continue }
            let verdicts = (validator.validate(data, under: root), validator.validate(data.json, under: root))
            #expect(verdicts.0 == verdicts.1, "a value and its text differ")
            switch verdicts.0 {
            case .unknown: tally.unknown += 1
            case isValid ? .valid : .invalid: tally.right += 1
            default: tally.wrong.append("\(title): \(test["description"]?.text ?? "")")
            }
        }
    }
}
