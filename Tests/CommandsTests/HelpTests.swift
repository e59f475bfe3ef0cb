import Commands
import Testing

@Suite("command line")
struct HelpTests {
    static let commands = [
        "demo", "init", "serve", "token create", "token list", "token revoke", "apply", "check", "compare", "rules",
        "submit",
        "approve", "reject", "show", "history", "lock", "gate", "audit log", "audit show", "audit verify",
        "audit prove",
        "audit export", "fmt", "bench", "doctor",
    ]

    @Test(arguments: commands)
    func showsAnExample(_ command: String) {
        let run = CommandRun(command.split(separator: " ").map(String.init) + ["--help"])
        #expect(run.exit == .allowed)
        #expect(run.out.contains("Example:\n  canon \(command)"))
    }

    @Test func listsEveryCommandAndNoOther() {
        let run = CommandRun(["--help"])
        let groups = Set(Self.commands.map { String($0.split(separator: " ")[0]) })
        for group in groups { #expect(run.out.contains("\n  \(group) ")) }
    }

    @Test(arguments: [
        (["cmpare"], "compare"), (["compare", "--mod", "FULL", "a", "b"], "--mode"), (["gate"], "--environment"),
        (["compare", "a"], "NEW"), (["compare", "--mode", "SIDEWAYS", "a", "b"], "BACKWARD_TRANSITIVE"), ([], "demo"),
    ])
    func saysWhatIsWrongWithACommandLine(_ arguments: [String], hint: String) {
        let run = CommandRun(arguments)
        #expect(run.exit == .usage)
        #expect(run.error.contains(hint))
    }

    @Test func tellsItsVersion() {
        #expect(CommandRun(["--version"]).out == "canon \(CommandLineTool.version)\n")
    }

    @Test(arguments: [["history"], ["gate", "--environment", "x", "--lock", "/nowhere"], ["audit", "log"]])
    func asksForATokenOrAFile(_ arguments: [String]) {
        let run = CommandRun(arguments)
        #expect(run.exit == .usage)
        #expect(run.error.contains("token") || run.error.contains("/nowhere"))
    }

    @Test func neverMakesAVerdictOfAnOutage() throws {
        let folder = try TemporaryFolder()
        let lock = try folder.write("canon.lock", "{}")
        let environment = ["CANON_TOKEN": "canon_x", "CANON_SERVER": "http://127.0.0.1:9"]
        let run = CommandRun(["gate", "--lock", lock, "--environment", "production"], environment: environment)
        #expect(run.exit == .unreachable)
        #expect(run.error.contains("cannot reach"))
    }
}
