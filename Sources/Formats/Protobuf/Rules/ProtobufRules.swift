package import Compatibility

/// Some of the rules; asking for one costs no more than looking at a bit.
package struct ProtobufRules: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// A bit for each rule, by ``ProtobufRule/ordinal``.
    private var bits: UInt64 = 0

    /// The rules of a list.
    package init(_ rules: some Sequence<ProtobufRule>) {
        for rule in rules { insert(rule) }
    }

    package init(arrayLiteral rules: ProtobufRule...) { self.init(rules) }

    /// All rules.
    package static let all = ProtobufRules(ProtobufRule.allCases)

    /// Whether a rule is one of them.
    package func contains(_ rule: ProtobufRule) -> Bool { bits & rule.bit != 0 }

    /// Whether one of some rules is one of them.
    package func overlaps(_ other: ProtobufRules) -> Bool { bits & other.bits != 0 }

    package mutating func insert(_ rule: ProtobufRule) { bits |= rule.bit }

    package mutating func formUnion(_ other: ProtobufRules) { bits |= other.bits }
}

extension ProtobufRule {
    /// The place among all rules, in the order in which they are declared: 0 to 63.
    var ordinal: Int { Int(withUnsafeBytes(of: self) { $0[0] }) }

    fileprivate var bit: UInt64 { 1 << UInt64(ordinal) }

    /// The rules of a category.
    package static func rules(of category: BreakingCategory) -> ProtobufRules {
        switch category {
        case .file: file
        case .package: package
        case .wireJSON: wireJSON
        case .wire: wire
        }
    }

    private static let file = select(.file)
    private static let package = select(.package)
    private static let wireJSON = select(.wireJSON)
    private static let wire = select(.wire)

    private static func select(_ category: BreakingCategory) -> ProtobufRules {
        ProtobufRules(allCases.filter { $0.categories.contains(category) })
    }
}
