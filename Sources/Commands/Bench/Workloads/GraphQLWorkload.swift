internal import Compatibility
internal import Contracts
internal import GraphQL

/// Two versions of a GraphQL schema, from text and read before, of 100 fields and of 1,000.
enum GraphQLWorkload: Workload {
    static let name = "compare-graphql"

    static func measure(_ setting: BenchSetting) throws -> [Measure] {
        try [("medium", "100 fields"), ("large", "1,000 fields")].flatMap { size, what in
            let texts = try ["old", "breaking"].map { version in
                try WorkloadDocument.bytes("graphql/\(size)/\(version).graphql", in: setting)
            }
            guard let old = texts[0], let new = texts[1] else {
                return [Measure(what, missing: WorkloadDocument.absence("graphql/\(size)/old.graphql", in: setting))]
            }
            return try [
                Measure("\(what), text", fromText(ContractSource(old), ContractSource(new), setting), "/CPU-s"),
                Measure("\(what), parsed", parsed(ContractSource(old), ContractSource(new), setting), "/CPU-s"),
            ]
        }
    }

    private static func fromText(_ old: ContractSource, _ new: ContractSource, _ setting: BenchSetting) throws -> Double
    {
        try setting.rate(setting.scale.readings * 20) {
            let before = try GraphQLFormat().parse(old, library: ReferenceLibrary())
            let after = try GraphQLFormat().parse(new, library: ReferenceLibrary())
            return GraphQLFormat().compare(before, after, mode: .backward).findings.count
        }
    }

    private static func parsed(_ old: ContractSource, _ new: ContractSource, _ setting: BenchSetting) throws -> Double {
        let before = try GraphQLFormat().parse(old, library: ReferenceLibrary())
        let after = try GraphQLFormat().parse(new, library: ReferenceLibrary())
        return try setting.rate(setting.scale.readings * 20) {
            GraphQLFormat().compare(before, after, mode: .backward).findings.count
        }
    }
}
