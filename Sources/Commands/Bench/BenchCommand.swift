internal import Arguments
internal import Glibc
internal import Syntax

/// `canon bench`: how fast and how large it is on this machine.
enum BenchCommand: Subcommand {
    static let path = ["bench"]

    static let command = Command(
        "bench",
        summary: "Measures speed and size on this machine: medians, with the goals beside them.",
        example: "canon bench --only json-read",
        options: [
            .value(
                "workloads",
                placeholder: "DIR",
                summary: "The documents to work on; else $CANON_SHARED/bench-workloads."
            ),
            .value("runs", placeholder: "N", default: "5", summary: "How often each is measured."),
            .repeated("only", placeholder: "NAME", summary: "Measure this one: \(names.joined(separator: ", "))."),
            .value(
                "client",
                placeholder: "JSON",
                summary: "What the bench starts itself as, to have its clients apart."
            ),
            .output,
        ]
    )

    private static let names = Workloads.all.map { $0.name }

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        if let plan = arguments.value("client") { return try LoadClient.run(plan, console) }
        let setting = BenchSetting(
            documents: documents(arguments, console),
            program: try ownProgram(),
            runs: try runs(arguments.value("runs") ?? ""),
            scale: .full
        )
        let report = try report(on: try chosen(arguments.values("only")), setting, console)
        if arguments.value("output") == "json" {
            console.json(report.json)
        } else {
            for line in report.lines { console.line(line) }
        }
        return .allowed
    }

    private static func report(
        on workloads: [any Workload.Type],
        _ setting: BenchSetting,
        _ console: Console
    ) throws -> BenchReport {
        var report = BenchReport()
        for workload in workloads {
            console.note("measuring \(workload.name) …")
            report.add(try workload.measure(setting), of: workload.name)
        }
        return report
    }

    private static func chosen(_ names: [String]) throws(Failure) -> [any Workload.Type] {
        guard !names.isEmpty else { return Workloads.all }
        if let unknown = names.first(where: { !self.names.contains($0) }) {
            let known = self.names.joined(separator: ", ")
            throw Failure("WORKLOAD_UNKNOWN", "there is no workload '\(unknown)'; use one of \(known)", .usage)
        }
        return Workloads.all.filter { names.contains($0.name) }
    }

    private static func documents(_ arguments: ParsedArguments, _ console: Console) -> String {
        arguments.value("workloads") ?? "\(console.environment["CANON_SHARED"] ?? "../shared")/bench-workloads"
    }

    private static func runs(_ text: String) throws(Failure) -> Int {
        guard let runs = Int(text), (1...1000).contains(runs) else {
            throw Failure("USAGE_RUNS", "'\(text)' is no number of runs; use 1 to 1000", .usage)
        }
        return runs
    }

    private static func ownProgram() throws(Failure) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { throw Failure("SYSTEM", "/proc/self/exe cannot be read; is /proc there?", .unjudged) }
        return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
