/// Something whose speed or size is measured.
protocol Workload: Sendable {
    /// The name that `--only` takes.
    static var name: String { get }

    /// Measures it.
    ///
    /// - Throws: Where it could not be measured.
    static func measure(_ setting: BenchSetting) throws -> [Measure]
}

/// Under what the workloads are measured.
struct BenchSetting: Sendable {
    /// The folder with the documents to work on.
    let documents: String
    /// The program that is started where a whole process is measured.
    let program: String
    /// How often each is measured; the median counts.
    let runs: Int
    /// How much is done in one run.
    let scale: Scale

    /// How much is done in one run.
    struct Scale: Sendable {
        /// How often a document is read.
        let readings: Int
        /// Clients at the same time.
        let clients: Int
        /// Submissions of each client.
        let submissions: Int
        /// Requests of each client for content.
        let requests: Int
        /// Seconds that a load generator of another house runs.
        let seconds: Int
        /// Versions of the registry that is started.
        let versions: Int

        /// What the goals are stated for.
        static let full = Scale(
            readings: 10,
            clients: 64,
            submissions: 250,
            requests: 1500,
            seconds: 4,
            versions: 10_000
        )
    }
}

/// All workloads, in the order of the report.
enum Workloads {
    static let all: [any Workload.Type] = [
        JSONReadWorkload.self,
        YAMLReadWorkload.self,
        AvroWorkload.self,
        JSONSchemaWorkload.self,
        ProtobufWorkload.self,
        CompareWorkload.self,
        GraphQLWorkload.self,
        AsyncAPIWorkload.self,
        VersionWorkload.self,
        SubmissionsWorkload.self,
        ContentWorkload.self,
        ReadyWorkload.self,
    ]
}
