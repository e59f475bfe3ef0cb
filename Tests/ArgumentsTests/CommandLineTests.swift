import Arguments
import Testing

@Suite("command lines")
struct CommandLineTests {
    static let verify = Command(
        "verify",
        summary: "Checks the log.",
        example: "canon audit verify --data ./data",
        options: [
            .value("data", letter: "d", placeholder: "DIR", isRequired: true, summary: "The data folder."),
            .choice("output", among: ["text", "json"], default: "text", summary: "How the result is shown."),
            .repeated("key", placeholder: "FILE", summary: "A key to trust."),
            .flag("replay", letter: "r", summary: "Compare the tables too."),
        ],
        positionals: [
            .required("FIRST", summary: "The first entry."), .optional("LAST", summary: "The last entry."),
            .rest("MORE", summary: "Further ones."),
        ]
    )
    static let canon = Command(
        "canon",
        summary: "Keeps contracts.",
        subcommands: [
            Command("audit", summary: "Looks at the log.", subcommands: [verify]),
            Command("version", summary: "Shows the version.", example: "canon version"),
        ]
    )

    /// Parses words and writes out what was understood.
    static func understood(_ line: String) -> String {
        do {
            switch try canon.parse(line.split(separator: " ").map(String.init)) {
            case .help(let text): return "help: \(text.split(separator: "\n")[0])"
            case .run(let parsed):
                guard parsed.path.last == "verify" else { return parsed.path.joined(separator: " ") }
                let options =
                    [parsed.value("data") ?? "-", parsed.value("output") ?? "-"]
                    + [parsed.values("key").joined(separator: ","), parsed.has("replay") ? "replay" : ""]
                let arguments = [parsed.argument("FIRST") ?? "-", parsed.argument("LAST") ?? "-"]
                return (options + arguments + parsed.arguments("MORE")).joined(separator: "|")
            }
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [
        ("audit verify --data d a", "d|text|||a|-"),
        ("audit verify a --data=d", "d|text|||a|-"),
        ("audit verify a -d d b c e", "d|text|||a|b|c|e"),
        ("audit verify --data d --output json -r a", "d|json||replay|a|-"),
        ("audit verify --data d --output=text --replay a", "d|text||replay|a|-"),
        ("audit verify --data d --key k1 a --key=k2", "d|text|k1,k2||a|-"),
        ("audit verify --data= a", "|text|||a|-"),
        ("audit verify --data=a=b a", "a=b|text|||a|-"),
        ("audit verify --data d -- --key -r", "d|text|||--key|-r"),
        ("audit verify --data d - --", "d|text|||-|-"),
        ("audit verify --data -- a", "--|text|||a|-"),
        ("version", "canon version"),
    ])
    func understands(_ line: String, _ expected: String) {
        #expect(Self.understood(line) == expected)
    }

    @Test(arguments: [
        ("--help", "help: Keeps contracts."),
        ("-h", "help: Keeps contracts."),
        ("help", "help: Keeps contracts."),
        ("audit --help", "help: Looks at the log."),
        ("audit verify -h", "help: Checks the log."),
        ("audit verify --nonsense --help", "help: Checks the log."),
    ])
    func helps(_ line: String, _ expected: String) {
        #expect(Self.understood(line) == expected)
    }

    @Test(arguments: [
        ("", "canon: name a command: audit, version; see 'canon --help'"),
        ("audti", "canon: there is no command 'audti'; did you mean 'audit'?; see 'canon --help'"),
        ("zzz", "canon: there is no command 'zzz'; see 'canon --help'"),
        ("--quick", "canon: there is no option '--quick'; see 'canon --help'"),
        ("audit", "canon audit: name a command: verify; see 'canon audit --help'"),
        (
            "audit verify --dta d a",
            "canon audit verify: there is no option '--dta'; did you mean '--data'?; see 'canon audit verify --help'"
        ),
        ("audit verify -x a", "canon audit verify: there is no option '-x'; see 'canon audit verify --help'"),
        ("audit verify a", "canon audit verify: option '--data' is missing; see 'canon audit verify --help'"),
        ("audit verify a --data", "canon audit verify: option '--data' needs a value; see 'canon audit verify --help'"),
        (
            "audit verify --data d --data e a",
            "canon audit verify: option '--data' is given twice; see 'canon audit verify --help'"
        ),
        (
            "audit verify --replay=yes --data d a",
            "canon audit verify: option '--replay' takes no value; see 'canon audit verify --help'"
        ),
        (
            "audit verify --data d --output xml a",
            "canon audit verify: option '--output' cannot be 'xml'; use one of: text, json;"
                + " see 'canon audit verify --help'"
        ),
        ("audit verify --data d", "canon audit verify: argument FIRST is missing; see 'canon audit verify --help'"),
        ("version now", "canon version: 'now' is one argument too many; see 'canon version --help'"),
    ])
    func refuses(_ line: String, _ expected: String) {
        #expect(Self.understood(line) == expected)
    }

    @Test func showsHelp() {
        #expect(
            Self.verify.help(path: ["canon", "audit", "verify"]) == """
                Checks the log.

                Usage: canon audit verify --data DIR [OPTIONS] FIRST [LAST] [MORE...]

                Arguments:
                  FIRST  The first entry.
                  LAST   The last entry.
                  MORE   Further ones.

                Options:
                  -d, --data DIR     The data folder. (required)
                      --output WORD  How the result is shown. (one of: text, json; default: text)
                      --key FILE     A key to trust. (may be repeated)
                  -r, --replay       Compare the tables too.
                  -h, --help         Show this help.

                Example:
                  canon audit verify --data ./data

                """
        )
    }

    @Test func restMayBeRequired() {
        let command = Command(
            "apply",
            summary: "Applies folders.",
            example: "apply Registry",
            positionals: [.rest("DIR", atLeast: 1, summary: "Folders.")]
        )
        #expect(throws: UsageError.missingArgument("DIR", path: "apply")) { try command.parse([]) }
        #expect(command.help(path: ["apply"]).contains("Usage: apply DIR...\n"))
    }
}
