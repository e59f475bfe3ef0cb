internal import Compatibility
internal import Contracts
internal import Syntax

/// `canon compare --batch`: many pairs in one process, a line of JSON in, a line of JSON out, in the same order.
enum BatchComparison {
    /// Compares every line of a text.
    ///
    /// - Returns: Unjudged where one pair could not be judged, else not compatible where one is not.
    static func run(_ text: [UInt8], _ console: Console) -> ExitCode {
        var worst = ExitCode.allowed
        for line in text.split(separator: UInt8(ascii: "\n")) where !line.allSatisfy(isBlank) {
            let (members, exit) = answer(Array(line))
            console.line(JSON.object(members).text)
            if exit.rawValue > worst.rawValue { worst = exit }
        }
        return worst
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    private static func answer(_ line: [UInt8]) -> ([JSON.Member], ExitCode) {
        var id: JSON = .null
        do {
            let root = try Document.json(line, limits: .batchLine).root
            id = root["id"]?.json ?? .null
            return answer(id, try BatchCase(root).comparison())
        } catch {
            return (undecided(id, Failure(error).message), .unjudged)
        }
    }

    private static func answer(_ id: JSON, _ comparison: Comparison) -> ([JSON.Member], ExitCode) {
        let report = ComparisonReport(comparison: comparison)
        if let reason = report.undecided {
            return (undecided(id, reason) + report.members.dropFirst(), .unjudged)
        }
        return ([.init("id", id)] + report.members, comparison.isCompatible ? .allowed : .denied)
    }

    private static func undecided(_ id: JSON, _ reason: String) -> [JSON.Member] {
        [.init("id", id), .init("compatible", .null), .init("reason", .string(reason))]
    }
}

extension DocumentLimits {
    /// The limits of a line: two contracts, each a string or embedded, and what they refer to.
    fileprivate static let batchLine = DocumentLimits(
        bytes: 4 * DocumentLimits.contract.bytes,
        depth: 2 * DocumentLimits.contract.depth,
        nodes: 4 * DocumentLimits.contract.nodes,
        stringBytes: DocumentLimits.contract.bytes
    )
}
