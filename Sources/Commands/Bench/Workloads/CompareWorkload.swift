/// `canon compare` on two descriptions of 500 operations, as a whole process.
enum CompareWorkload: Workload {
    static let name = "compare-openapi-500"

    static func measure(_ setting: BenchSetting) throws -> [Measure] {
        let folder = try ScratchFolder("bench")
        for name in ["old", "breaking", "compatible"] {
            let path = "openapi/500/\(name).json"
            guard let bytes = try WorkloadDocument.bytes(path, in: setting) else {
                return [Measure("500 operations", missing: WorkloadDocument.absence(path, in: setting))]
            }
            try LocalFile.write(bytes, to: "\(folder.path)/\(name).json")
        }
        return try [("breaking", Int32(1)), ("compatible", 0)].map { name, expected in
            let arguments = ["compare", "--output", "json", "\(folder.path)/old.json", "\(folder.path)/\(name).json"]
            let wall = try setting.median {
                try WholeProcess.milliseconds(setting.program, arguments, expecting: expected)
            }
            return Measure("500 operations, \(name)", wall, "ms", goal: .below(100))
        }
    }
}

/// `canon --version`, as a whole process.
enum VersionWorkload: Workload {
    static let name = "version"

    static func measure(_ setting: BenchSetting) throws -> [Measure] {
        let wall = try setting.median {
            try WholeProcess.milliseconds(setting.program, ["--version"], expecting: 0)
        }
        return [Measure("canon --version", wall, "ms", goal: .below(15))]
    }
}

/// How long a process takes from start to end.
private enum WholeProcess {
    static func milliseconds(_ program: String, _ arguments: [String], expecting expected: Int32) throws -> Double {
        let watch = Stopwatch()
        let process = try ChildProcess(program, arguments)
        _ = process.readAll()
        let status = process.wait()
        guard status == expected else {
            let line = arguments.joined(separator: " ")
            throw Failure("BENCH_PROCESS", "'canon \(line)' ended with \(status), not \(expected)", .unjudged)
        }
        return watch.wall * 1000
    }
}
