package import Contracts

/// What comparing two versions under a mode showed.
package struct Comparison: Hashable, Sendable {
    /// The mode that was asked for.
    package let mode: CompatibilityMode
    /// All that changed: errors first; what breaks only a direction that the mode does not promise is info.
    package private(set) var findings: [Finding]
    /// The smallest raise of the version that tells the truth about the change.
    package let bump: Bump

    /// A comparison.
    package init(mode: CompatibilityMode, findings: [Finding], bump: Bump) {
        self.mode = mode
        self.findings = findings
        self.bump = bump
    }

    /// Adds what breaks against an earlier version and is not known already; the bump stays that of the latest.
    package mutating func add(_ further: [Finding], against version: SemanticVersion) {
        let known = Set(findings.map { [$0.rule, $0.address, $0.direction?.rawValue ?? ""] })
        let new = further.filter { !known.contains([$0.rule, $0.address, $0.direction?.rawValue ?? ""]) }
        findings = (findings + new.map { $0.said(against: version) }).listed
    }

    /// Adds that versions before one were not compared, although the mode promises something about them too.
    package mutating func addNotLookedAt(before first: SemanticVersion, count: Int) {
        let note = Finding(
            Finding.notLookedAt,
            .warning,
            path: "",
            message:
                "\(count == 1 ? "1 version before \(first) was" : "\(count) versions before \(first) were") not compared: \(mode.rawValue) looks back so far and no further",
            remedy: "begin a new major version, or compare with the earlier ones by 'canon compare'"
        )
        findings = (findings + [note]).listed
    }

    /// Whether nothing breaks what the mode promises.
    package var isCompatible: Bool { findings.allSatisfy { $0.severity < .error } }
}

extension ContractFormat {
    /// Compares two versions in both directions and weighs what it finds by a mode.
    ///
    /// Versions of one form are the same, unless `referOtherwise` says that what they refer to by the same names is not.
    package func compare(
        _ old: Model,
        _ new: Model,
        mode: CompatibilityMode,
        options: ComparisonOptions = ComparisonOptions(),
        referOtherwise: Bool = false
    ) -> Comparison {
        guard referOtherwise || !hasSameForm(old, new) else {
            return Comparison(mode: mode, findings: [], bump: .none)
        }
        let broken = findings(from: old, to: new, options: options)
        let weighed = zip(Direction.allCases, broken).flatMap { direction, findings in
            findings.map { $0.weighed(isPromised: mode.directions.contains(direction)) }
        }
        return Comparison(
            mode: mode,
            findings: weighed.listed,
            bump: Bump(
                breaksBackward: Self.breaks(broken[0]),
                saysMore: Self.breaks(broken[1]) || broken.joined().contains { Self.isAddition($0.rule) }
            )
        )
    }

    private static func breaks(_ findings: [Finding]) -> Bool { findings.contains { $0.severity == .error } }
}

extension Bump {
    /// What breaks the old readers is major; what only the new version can say is minor; the rest is form.
    init(breaksBackward: Bool, saysMore: Bool) {
        self = breaksBackward ? .major : saysMore ? .minor : .patch
    }
}

extension Finding {
    /// The same finding, its message naming the version that it holds against.
    fileprivate func said(against version: SemanticVersion) -> Finding {
        var finding = self
        finding.message = "against \(version): \(message)"
        return finding
    }

    /// The same finding, no more than info where the mode does not promise its direction.
    fileprivate func weighed(isPromised: Bool) -> Finding {
        guard !isPromised, severity > .info else { return self }
        var finding = self
        finding.severity = .info
        return finding
    }
}
