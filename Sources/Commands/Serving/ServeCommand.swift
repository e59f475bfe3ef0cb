internal import Arguments
internal import Glibc
internal import HTTP
internal import Sockets

/// `canon serve`: serves a data folder until it is told to stop.
enum ServeCommand: Subcommand {
    static let path = ["serve"]

    static let command = Command(
        "serve",
        summary: "Serves a data folder over HTTP until SIGTERM or SIGINT.",
        example: "canon serve --data ./canon-data --listen 127.0.0.1:8080",
        options: [
            .value("data", placeholder: "DIR", isRequired: true, summary: "The data folder; 'canon init' makes one."),
            .value(
                "listen",
                placeholder: "HOST:PORT",
                default: "127.0.0.1:8080",
                summary: "A literal address; port 0 takes a free one."
            ),
            .choice(
                "log",
                among: ["json", "off"],
                default: "json",
                summary: "Access log as JSON lines on standard error."
            ),
        ]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        TerminationSignals.block()
        OpenFiles.raiseLimit()
        let address = try SocketAddress(parsing: arguments.value("listen") ?? "")
        let log = arguments.value("log") == "json" ? try AccessLog(writingTo: STDERR_FILENO) : nil
        let server = try RegistryServer(
            folder: arguments.value("data") ?? "",
            address: address,
            accessLog: { log?.record($0) }
        )
        console.line("canon serves http://\(server.address)")
        if !server.address.isLoopback {
            console.note("canon: \(server.address) is not loopback; put a proxy that speaks TLS in front of it")
        }
        TerminationSignals.wait()
        try TerminationSignals.exitOnNext(status: ExitCode.denied.rawValue)
        try server.stop()
        log?.end()
        return .allowed
    }
}
