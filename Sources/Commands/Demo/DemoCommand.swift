internal import Arguments
internal import Sockets

/// `canon demo`: the whole way of a change, played against a real server.
enum DemoCommand: Subcommand {
    static let path = ["demo"]

    static let command = Command(
        "demo",
        summary: "Plays the way of a change on a fresh registry: who does what, the verdicts, and the proof.",
        example: "canon demo --keep",
        options: [
            .value(
                "registry",
                placeholder: "DIR",
                default: "Registry",
                summary: "The catalog and contracts to begin with."
            ),
            .value("policies", placeholder: "DIR", default: "Policies", summary: "The policies to begin with."),
            .flag("keep", summary: "Leave the server running at the end, and print its address and tokens."),
            .output,
        ]
    )

    /// The scenes in the order in which they are played; each begins where the one before ended.
    private static let scenes: [any Scene.Type] = [
        OwnershipScene.self,
        RenameScene.self,
        SeparateDutiesScene.self,
        GateScene.self,
        AuditorScene.self,
    ]

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        TerminationSignals.block()
        let folders = [arguments.value("registry") ?? "", arguments.value("policies") ?? ""]
        let isJSON = arguments.value("output") == "json"
        let stage = try Stage(folders: folders, console: console, isQuiet: isJSON)
        defer { stage.close() }
        try stage.fill()
        for scene in scenes {
            stage.title(scene.title)
            try scene.play(on: stage)
        }
        stage.conclude(asJSON: isJSON)
        if arguments.has("keep") { stage.keepOpen() }
        return stage.failures == 0 ? .allowed : .denied
    }
}

/// One scenario of the demonstration.
protocol Scene: Sendable {
    /// What it shows, in a line.
    static var title: String { get }

    /// Plays it.
    ///
    /// - Throws: What asking the registry throws; verdicts other than the expected are counted by the stage instead.
    static func play(on stage: Stage) throws
}
