import Avro
import Compatibility
import Contracts
import Syntax
import Testing

@Suite("schemas in several files")
struct FileSetTests {
    private static func model(_ files: [String: String]) throws(ContractFailure) -> AvroSchema {
        let set = FileSet(files.map { FileSet.File($0.key, Array($0.value.utf8)) })
        return try Sketch.format.parse(set.source, library: ReferenceLibrary())
    }

    private static func told(
        _ old: [String: String],
        _ new: [String: String],
        _ direction: Direction = .backward
    ) throws -> [String] {
        let (before, after) = (try model(old), try model(new))
        let found = Sketch.format.findings(from: before, to: after, breaking: direction, options: .init())
        return found.filter { $0.severity == .error }.map { finding in
            let place = finding.new ?? finding.old
            return "\(finding.rule) \(place?.file ?? ""):\(place?.position.line ?? 0) \(place?.pointer ?? "")"
        }
    }

    private static func record(_ name: String, _ fields: String...) -> String {
        "{\"type\": \"record\", \"name\": \"\(name)\", \"fields\": [\n\(fields.joined(separator: ",\n"))]}"
    }

    /// An invoice whose lines are in another file, with an amount in a third one, which names its type in short.
    private static func invoice(_ type: String) -> [String: String] {
        [
            "invoice.avsc": record(
                "billing.Invoice",
                #"{"name": "lines", "type": {"type": "array", "items": "Line"}}"#
            ),
            "a/line.avsc": record("billing.Line", #"{"name": "amount", "type": "common.Amount"}"#),
            "amount.json": record("common.Amount", #"{"name": "n", "type": "\#(type)"}"#),
            "README.md": "no schema",
        ]
    }

    @Test("types are found in other files, and places name the file")
    func follows() throws {
        #expect(try Self.told(Self.invoice("int"), Self.invoice("int")) == [])
        #expect(try Self.told(Self.invoice("int"), Self.invoice("long")) == [])
        let found = ["TYPE_MISMATCH amount.json:2 /fields/0/type"]
        #expect(try Self.told(Self.invoice("int"), Self.invoice("long"), .forward) == found)
        #expect(try Self.told(Self.invoice("long"), Self.invoice("int")) == found)
    }

    @Test("a set says the same as one text that holds all definitions")
    func joins() throws {
        let one = try Sketch.model(
            """
            {"type": "record", "name": "Invoice", "namespace": "billing", "fields": [{"name": "lines", "type":
            {"type": "array", "items": {"type": "record", "name": "Line", "fields": [{"name": "amount", "type":
            {"type": "record", "name": "common.Amount", "fields": [{"name": "n", "type": "int"}]}}]}}}]}
            """
        )
        let set = try Self.model(Self.invoice("int"))
        #expect(Sketch.format.canonicalForm(of: set) == Sketch.format.canonicalForm(of: one))
        #expect(Sketch.format.shape(of: set) == Sketch.format.shape(of: one))
    }

    @Test("several types that no other file uses are a union")
    func unites() throws {
        let (a, b) = (Self.record("A"), Self.record("B", #"{"name": "x", "type": "int"}"#))
        let (one, both) = (["a.avsc": a], ["a.avsc": a, "b.avsc": b])
        #expect(try Self.told(both, both) == [])
        #expect(try Self.told(one, both) == [])
        #expect(try Self.told(both, one).count == 1)
        let changed = try Self.told(
            both,
            ["a.avsc": a, "b.avsc": Self.record("B", #"{"name": "x", "type": "string"}"#)]
        )
        #expect(changed == ["TYPE_MISMATCH b.avsc:2 /fields/0/type"])
    }

    static let refusals: [(file: String, text: String, failure: String)] = [
        (
            "amount.json", record("common.Other"),
            "AVRO_TYPE_UNKNOWN a/line.avsc, line 2, column 28 (/fields/0/type): nothing defines the type 'common.Amount'"
        ),
        ("a/line.avsc", #"{"type": "record"}"#, "AVRO_ATTRIBUTE_MISSING a/line.avsc, line 1, column 1: "),
        (
            "b.avsc", record("common.Amount"),
            "AVRO_NAME_REDEFINED b.avsc, line 1, column 1: 'common.Amount' is defined otherwise at amount.json, line 1, column 1"
        ),
        ("b.avsc", #"{"type": "map", "values": "int"}"#, "AVRO_SET b.avsc, line 1, column 1: "),
        ("b.avsc", "{", "SYNTAX_"),
    ]

    @Test(arguments: refusals)
    func refuses(_ file: String, _ text: String, _ failure: String) {
        var files = Self.invoice("int")
        files[file] = text
        do throws(ContractFailure) {
            _ = try Self.model(files)
            Issue.record("the set was read")
        } catch { #expect("\(error.code) \(error)".hasPrefix(failure), Comment(rawValue: "\(error)")) }
    }

    /// As many types that no file uses, each with a chain of as many records that all of them share.
    private static func many(_ count: Int, ending type: String) -> [String: String] {
        var chain = "\"\(type)\""
        for link in 0..<count {
            chain = #"{"type": "record", "name": "c.L\#(link)", "fields": [{"name": "n", "type": \#(chain)}]}"#
        }
        let shared = #"{"name": "c", "type": "c.L\#(count - 1)"}"#
        return (0..<count).reduce(into: ["chain.avsc": chain]) { $0["\($1).avsc"] = record("r.R\($1)", shared) }
    }

    @Test("what many types share is judged once, and told once")
    func shares() throws {
        let count = 100
        let old = try Self.model(Self.many(count, ending: "int"))
        let new = try Self.model(Self.many(count, ending: "long"))
        func told(_ direction: Direction, steps: Int) -> [String] {
            Sketch.format.incompatibilities(
                from: old,
                to: new,
                breaking: direction,
                options: ComparisonOptions(stepBudget: steps)
            )
            .map(\.rule)
        }
        // All types take no more together, and one by itself would take less than the smaller budget.
        #expect(told(.backward, steps: 8 * count) == [])
        #expect(told(.backward, steps: 5 * count) == ["compatibility-undecided"])
        #expect(told(.forward, steps: 20 * count) == ["TYPE_MISMATCH"])
    }

    @Test("what is defined twice alike is defined once")
    func merges() throws {
        var files = Self.invoice("int")
        files["again.avsc"] = files["amount.json"]
        #expect(try Self.told(Self.invoice("int"), files) == [])
        #expect(try Self.told(files, Self.invoice("int")) == [])
    }
}
