import Avro
import Compatibility
import Contracts
import OutsideSuites
import Syntax
import Testing

/// Schemas that a project published over the years.
@Suite(
    "schemas in the wild",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct RealWorldTests {
    private static let folder = "realworld/avro-radar"

    @Test func readsEverySchema() throws {
        let index = try Document.json(OutsideSuites.bytes("\(Self.folder)/index.json")).root
        var (read, alone, fields) = (0, 0, 0)
        for item in index["items"]?.elements.map({ $0 }) ?? [] {
            let file = item["file"]?.text ?? ""
            let source = ContractSource(try OutsideSuites.bytes("\(Self.folder)/\(file)"), file: file)
            #expect(AvroFormat.recognises(source))
            do throws(ContractFailure) {
                let model = try AvroFormat().parse(source, library: ReferenceLibrary())
                #expect(AvroFormat().compare(model, model, mode: .full).findings == [])
                fields += AvroFormat().shape(of: model).fields.count
                for direction in Direction.allCases {
                    let findings = AvroFormat().findings(
                        from: model,
                        to: model,
                        breaking: direction,
                        options: ComparisonOptions()
                    )
                    #expect(findings == [], "\(file)")
                }
                read += 1
            } catch {
                #expect(error.code == "AVRO_TYPE_UNKNOWN", "\(error)")
                #expect(item["parsesStandalone"]?.bool == false, "\(error)")
            }
            if item["parsesStandalone"]?.bool == true { alone += 1 }
        }
        #expect(read == alone)
        #expect(read == 275)
        #expect(fields == 2102)
    }

    @Test func agreesWithAnotherChecker() throws {
        var agreed = 0
        let labels = try Document.json(OutsideSuites.bytes("\(Self.folder)/labels.json")).root
        for label in labels.elements {
            let models = try ["before", "after"].map { key in
                let bytes = try OutsideSuites.bytes("\(Self.folder)/\(label[key]?.text ?? "")")
                return try AvroFormat().parse(ContractSource(bytes), library: ReferenceLibrary())
            }
            let verdicts = [CompatibilityMode.backward, .forward].map {
                AvroFormat().compare(models[0], models[1], mode: $0).isCompatible
            }
            let expected = [label["newReadsOld"]?.bool, label["oldReadsNew"]?.bool]
            #expect(verdicts == expected, "\(label["after"]?.text ?? "")")
            if verdicts == expected { agreed += 1 }
            if label["textChangeOnly"]?.bool == true {
                #expect(AvroFormat().canonicalForm(of: models[0]) == AvroFormat().canonicalForm(of: models[1]))
            }
        }
        #expect(agreed == labels.count)
    }
}
