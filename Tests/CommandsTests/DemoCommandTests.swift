import Commands
import OutsideSuites
import Testing

@Suite("canon demo")
struct DemoCommandTests {
    @Test func everyVerdictIsTheExpectedOne() {
        let folders = [
            "--registry", OutsideSuites.checkout + "/Registry", "--policies", OutsideSuites.checkout + "/Policies",
        ]
        let run = CommandRun(["demo"] + folders)
        #expect(run.error == "")
        #expect(run.exit == .allowed)
        #expect(run.out.contains("verdicts as expected."))
    }
}
