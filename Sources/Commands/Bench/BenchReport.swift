internal import Syntax

/// What was measured, as people and programs read it.
struct BenchReport {
    private(set) var rows: [(workload: String, measure: Measure)] = []

    mutating func add(_ measures: [Measure], of workload: String) {
        rows += measures.map { (workload, $0) }
    }

    var json: JSON { ["measures": .array(rows.map { $0.measure.json(workload: $0.workload) })] }

    /// One line a number, in columns.
    var lines: [String] {
        let cells = rows.map { Self.cells($0.workload, $0.measure) }
        let headed = [["workload", "what", "median", "goal", "met", ""]] + cells
        let widths = (0..<6).map { column in headed.map { $0[column].count }.max() ?? 0 }
        return headed.map { row in
            let padded = zip(row, widths).map { FindingReport.padded($0, $1) }.joined(separator: "  ")
            return String(padded.reversed().drop { $0 == " " }.reversed())
        }
    }

    private static func cells(_ workload: String, _ measure: Measure) -> [String] {
        let value = measure.value.map { "\($0.rounded(toPlaces: $0 < 100 ? 2 : 0)) \(measure.unit)" } ?? "-"
        let met = measure.isMet.map { $0 ? "yes" : "NO" } ?? ""
        return [workload, measure.what, value, measure.goal.map { "\($0)" } ?? "", met, measure.remark]
    }
}
