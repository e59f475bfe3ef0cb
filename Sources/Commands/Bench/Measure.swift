internal import Syntax

/// One number that was measured, and what it should be.
struct Measure: Hashable, Sendable {
    /// What a number should be.
    enum Goal: Hashable, Sendable {
        case atLeast(Double)
        case below(Double)
    }

    /// What was measured.
    let what: String
    /// The median; nil where it could not be measured.
    let value: Double?
    /// What it is counted in.
    let unit: String
    /// What it should be, where something is promised.
    let goal: Goal?
    /// What should be known beside it.
    let remark: String

    /// A number.
    init(_ what: String, _ value: Double, _ unit: String, goal: Goal? = nil, remark: String = "") {
        self.what = what
        self.value = value
        self.unit = unit
        self.goal = goal
        self.remark = remark
    }

    /// A number that could not be had.
    init(_ what: String, missing why: String) {
        self.what = what
        value = nil
        unit = ""
        goal = nil
        remark = why
    }

    /// Whether the goal is met; nil where there is none.
    var isMet: Bool? {
        guard let value else { return nil }
        switch goal {
        case .atLeast(let least): return value >= least
        case .below(let bound): return value < bound
        case nil: return nil
        }
    }
}

extension Measure.Goal: CustomStringConvertible {
    var description: String {
        switch self {
        case .atLeast(let least): ">= \(least.rounded(toPlaces: 2))"
        case .below(let bound): "< \(bound.rounded(toPlaces: 2))"
        }
    }
}

extension Measure {
    /// The measure as JSON.
    func json(workload: String) -> JSON {
        var members: [JSON.Member] = [
            .init("workload", .string(workload)), .init("what", .string(what)),
            .init("value", value.flatMap { ExactNumber($0.rounded(toPlaces: 3)) }.map(JSON.number) ?? .null),
            .init("unit", .string(unit)),
        ]
        if let goal { members.append(.init("goal", .string("\(goal)"))) }
        if let isMet { members.append(.init("met", .bool(isMet))) }
        if !remark.isEmpty { members.append(.init("remark", .string(remark))) }
        return .object(members)
    }
}

extension Double {
    /// The number in decimal digits, with at most so many behind the point.
    func rounded(toPlaces places: Int) -> String {
        let scale = (0..<places).reduce(1) { product, _ in product * 10 }
        let whole = Int((self * Double(scale)).rounded())
        let digits = "\(abs(whole) % scale + scale)".dropFirst()
        let fraction = places == 0 ? "" : digits.reversed().drop { $0 == "0" }.reversed().map(String.init).joined()
        return (whole < 0 ? "-" : "") + "\(abs(whole) / scale)" + (fraction.isEmpty ? "" : ".\(fraction)")
    }
}
