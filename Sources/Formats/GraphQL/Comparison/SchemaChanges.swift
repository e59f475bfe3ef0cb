internal import Contracts
internal import Syntax

/// Collects what changed between two versions and whom it breaks.
///
/// Backward: requests written for the old version go to the new one. Forward: requests written for the new version go
/// to the old one. A change has one name, whichever direction it breaks.
struct SchemaChanges {
    /// How much a change weighs in each direction; info where it breaks nothing.
    struct Weight {
        let backward: Severity
        let forward: Severity
    }

    let pair: SchemaPair
    let direction: Direction
    private(set) var findings: [Finding] = []
    lazy var oldUsage = Usage(of: pair.old)
    lazy var newUsage = Usage(of: pair.new)
    /// For the requests of the direction.
    lazy var narrowing = Narrowing(written: pair.old, served: pair.new, budget: budget)
    lazy var widening = Narrowing(written: pair.new, served: pair.old, budget: budget)
    private lazy var oldLines = SourceLines(of: pair.old.source)
    private lazy var newLines = SourceLines(of: pair.new.source)
    private let budget: Int

    init(_ pair: SchemaPair, breaking direction: Direction, budget: Int) {
        (self.pair, self.direction, self.budget) = (pair, direction, budget)
    }

    /// Where a change is on both sides, in bytes.
    struct Offsets {
        let old: UInt32?
        let new: UInt32?
    }

    /// Adds a change where it belongs into this direction's list.
    ///
    /// A change that breaks neither direction is told once, backward; a warning of the forward direction only where the
    /// change is harmless backward.
    mutating func add(
        _ rule: GraphQLRule,
        _ weight: Weight,
        at coordinate: @autoclosure () -> String,
        _ offsets: Offsets,
        _ message: @autoclosure () -> String,
        remedy: String? = nil,
        undecided: String? = nil
    ) {
        let isHarmless = weight.backward == .info && weight.forward == .info
        let isTold =
            switch direction {
            case .backward: weight.backward > .info || isHarmless
            case .forward: weight.forward == .error || (weight.forward == .warning && weight.backward == .info)
            }
        guard isTold else { return }
        let coordinate = coordinate()
        findings.append(
            Finding(
                rule.rawValue,
                direction == .backward ? weight.backward : weight.forward,
                direction: isHarmless ? nil : direction,
                path: coordinate,
                old: offsets.old.map { pair.old.place($0, coordinate, oldLines) },
                new: offsets.new.map { pair.new.place($0, coordinate, newLines) },
                message: message(),
                remedy: remedy,
                undecided: undecided
            )
        )
    }

    /// Everything that was added, in the order in which findings are listed.
    mutating func found() -> [Finding] {
        compareAll()
        return findings.listed
    }

    /// Error where a type is used, else info.
    func error(if isUsed: Bool) -> Severity { isUsed ? .error : .info }
}

extension SchemaChanges.Weight {
    /// Breaks nothing.
    static let none = Self(backward: .info, forward: .info)
}
