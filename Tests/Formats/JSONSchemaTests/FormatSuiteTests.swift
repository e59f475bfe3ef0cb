import Compatibility
import OutsideSuites
import Syntax
import Testing

@testable import JSONSchema

@Suite(
    "JSON Schema test suite, formats",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct FormatSuiteTests {
    @Test(arguments: ["draft4", "draft6", "draft7", "draft2019-09", "draft2020-12"])
    func formats(_ draft: String) throws {
        let tally = try ValidatorSuiteTests.tally(draft, "optional/format", formats: .asserted)
        #expect(tally == Self.expected[draft])
    }

    /// What each draft comes to.
    private static let expected = [
        "draft4": ValidatorTally(right: 219), "draft6": ValidatorTally(right: 325),
        "draft7": ValidatorTally(right: 676), "draft2019-09": ValidatorTally(right: 757),
        "draft2020-12": ValidatorTally(right: 764),
    ]

    @Test func vocabulary() throws {
        let tally = try ValidatorSuiteTests.tally(
            "draft2020-12",
            "optional",
            only: ["format-assertion.json"],
            formats: .byDialect
        )
        #expect(tally == ValidatorTally(right: 4))
    }
}
