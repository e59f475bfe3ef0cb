internal import Contracts
internal import Governance
internal import Sockets
internal import Syntax

/// A fresh registry on a free port, the people who act on it, and the record of whether each verdict was the expected.
final class Stage {
    /// What is registered at the beginning.
    let folder: RegistryFolder
    /// Verdicts that were not the expected ones.
    private(set) var failures = 0
    private var checks = 0
    private let console: Console
    private let isQuiet: Bool
    private let folders: [String]
    private let data: String
    private let server: RegistryServer
    private let admin: RegistryConnection
    private var connections: [String: RegistryConnection] = [:]
    private var tokens: [(person: String, secret: String)] = []

    /// Starts a server over a fresh data folder.
    ///
    /// - Parameters:
    ///   - folders: The folders to begin with.
    ///   - console: Where the play is told.
    ///   - isQuiet: Tell nothing but the conclusion.
    /// - Throws: What reading the folders or starting the server throws.
    init(folders: [String], console: Console, isQuiet: Bool) throws {
        self.console = console
        self.isQuiet = isQuiet
        self.folders = folders
        folder = try RegistryFolder(FileTree.files(in: folders), functions: BuiltIns.functions)
        data = LocalFolder.freshPath("demo")
        let secret = try InitCommand.create(data, origin: "canon.demo/registry", admin: PersonID(parsing: "root"))
        server = try RegistryServer(folder: data, address: SocketAddress(host: "127.0.0.1", port: 0))
        admin = try RegistryConnection(server: "http://\(server.address)", token: secret)
        tokens.append(("root", secret))
    }

    /// Brings the folders in, as `canon apply` does.
    func fill() throws {
        say("A fresh registry at http://\(server.address).")
        let plan = try ApplyPlan(folder, admin, BuiltIns.formats)
        for step in plan.steps { _ = try step.perform(admin) }
        say(
            "canon apply \(folders.joined(separator: " ")): \(folder.items.count) catalog items, "
                + "\(folder.policies.count) policies, \(folder.contracts.count) contracts."
        )
    }

    /// The registry as somebody sees it; the token is issued at first use.
    func registry(as person: String) throws -> RegistryConnection {
        if let known = connections[person] { return known }
        let answer = try admin.post("/v1/tokens", ["person": .string(person), "days": 1])
        let secret = answer["token"]?.string ?? ""
        tokens.append((person, secret))
        let connection = try RegistryConnection(server: "http://\(server.address)", token: secret)
        connections[person] = connection
        return connection
    }

    /// The first people of a team who may approve, the author left out.
    func approvers(of team: String, except author: String) -> [String] {
        folder.catalog.people.values
            .filter { $0.roles.contains(.approver) && $0.id.name != author && $0.teams.contains { $0.name == team } }
            .sorted { ($0.teams.count, $0.id.name) < ($1.teams.count, $1.id.name) }
            .map(\.id.name)
    }

    /// A person's name as people say it.
    func name(_ person: String) -> String {
        let known = folder.catalog.people.values.first { $0.id.name == person }
        return known?.displayName ?? person
    }

    /// Lets go of the server and its data.
    func close() {
        try? server.stop()
        LocalFolder.remove(data)
    }

    /// Prints where the server is and waits until the process is told to stop.
    func keepOpen() {
        console.line("")
        console.line("The server goes on at http://\(server.address) until Ctrl-C. Tokens:")
        for (person, secret) in tokens { console.line("  \(FindingReport.padded(person, 12)) \(secret)") }
        console.line("Try: CANON_SERVER=http://\(server.address) CANON_TOKEN=… canon history")
        TerminationSignals.wait()
    }
}

// MARK: - Telling

extension Stage {
    /// Begins a scene.
    func title(_ text: String) {
        say("")
        say("== \(text)")
    }

    /// Tells what somebody does.
    func say(_ text: String) {
        guard !isQuiet else { return }
        console.line(text)
    }

    /// Shows what the registry answers, indented.
    func show(_ lines: [String]) {
        for line in lines { say("   | \(line)") }
    }

    /// Holds a verdict against the expected one.
    func expect(_ what: String, _ found: String, is wanted: String) {
        checks += 1
        if found == wanted {
            say("   ok: \(what) is \(wanted)")
        } else {
            failures += 1
            console.note("   NOT AS EXPECTED: \(what) is \(found), expected \(wanted)")
        }
    }

    /// Tells how the play went.
    func conclude(asJSON: Bool) {
        guard !asJSON else { return console.json(["verdicts": .int(checks), "unexpected": .int(failures)]) }
        say("")
        console.line("\(checks - failures) of \(checks) verdicts as expected.")
    }

    /// What the registry says when it refuses, as its stable code; empty where it does not.
    func refusal(_ work: () throws -> Void) throws -> String {
        do {
            try work()
            return ""
        } catch let failure as Failure {
            show([failure.message])
            return failure.code
        }
    }
}
