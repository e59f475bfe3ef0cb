internal import Contracts

/// Compares two schemas by rules, each of which looks at one aspect.
///
/// Messages, enums and services belong together by their full names, wherever they lie; fields and values by number.
struct BreakingComparison {
    let pair: SchemaPair
    /// The rules that are asked for.
    let rules: ProtobufRules
    private(set) var findings: [Finding] = []

    var old: ProtobufSchema { pair.old }
    var new: ProtobufSchema { pair.new }

    /// All that the rules find, in the order of listings.
    static func findings(from old: ProtobufSchema, to new: ProtobufSchema, rules: ProtobufRules) -> [Finding] {
        var comparison = BreakingComparison(pair: SchemaPair(old, new), rules: rules)
        comparison.compare()
        return comparison.findings.listed
    }

    private init(pair: SchemaPair, rules: ProtobufRules) {
        self.pair = pair
        self.rules = rules
    }

    private mutating func compare() {
        comparePackages()
        for file in pair.old.ownFiles { compareFile(file) }
        for match in pair.messages { compareMessages(match.old, match.new) }
        compareExtensions()
        for match in pair.enums { compareEnums(match.old, match.new) }
        for match in pair.services { compareServices(match.old, match.new) }
    }

    /// Where something is on one side.
    struct Spot {
        let file: Int
        /// Below 0 for the file as a whole.
        let offset: Int

        init(_ file: Int, _ offset: Int = -1) {
            self.file = file
            self.offset = offset
        }
    }

    /// Adds a finding where its rule is asked for.
    mutating func report(
        _ rule: ProtobufRule,
        _ address: String,
        old oldSpot: Spot?,
        new newSpot: Spot?,
        _ message: String
    ) {
        findings.append(
            Finding(
                rule.rawValue,
                .error,
                direction: .backward,
                path: address,
                old: oldSpot.map { pair.old.place($0.offset, file: $0.file, address) },
                new: newSpot.map { pair.new.place($0.offset, file: $0.file, address) },
                message: message
            )
        )
    }

    /// Whether a rule is asked for.
    func asks(_ rule: ProtobufRule) -> Bool { rules.contains(rule) }
}
