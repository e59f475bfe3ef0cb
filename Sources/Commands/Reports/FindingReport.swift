internal import Contracts
internal import Syntax

/// Findings for people.
enum FindingReport {
    /// Lines for one finding: what, where on both sides, why, and what to do.
    static func lines(_ finding: Finding) -> [String] {
        let doubt = finding.isUndecided ? " (undecided)" : ""
        var lines = ["  \(padded(finding.severity.rawValue, 8)) \(finding.rule)\(doubt)  \(finding.address)"]
        let places = [place("old", finding.old), place("new", finding.new)].compactMap { $0 }
        if !places.isEmpty { lines.append("           " + places.joined(separator: "   ")) }
        lines.append("           " + finding.message)
        if let witness = finding.witness { lines.append("           for example: \(shortened(witness.text))") }
        if !finding.reaches.isEmpty { lines.append("           reaches \(reached(by: finding))") }
        if let remedy = finding.remedy { lines.append("           -> \(remedy)") }
        return lines
    }

    private static func place(_ side: String, _ place: Place?) -> String? {
        place.map { place in
            let file = place.file.map { "\($0):" } ?? ""
            return "\(side) \(file)\(place.position.line):\(place.position.column)"
        }
    }

    private static func reached(by finding: Finding) -> String {
        let left = finding.reaches.count - Finding.shown
        let rest = left > 0 ? " and \(left) more" : finding.reachesMore ? " and more" : ""
        return finding.reaches.prefix(Finding.shown).joined(separator: ", ") + rest
    }

    private static func shortened(_ text: String) -> String {
        text.count > 300 ? text.prefix(300) + "…" : text
    }

    /// A text filled up with spaces to a width.
    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
