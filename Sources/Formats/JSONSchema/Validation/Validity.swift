/// Whether an instance is valid; unknown where that depends on something that is not worked out.
package enum Validity: Hashable, Sendable {
    case valid
    case invalid
    case unknown(Obstacle)

    /// Valid where the flag is true, else invalid.
    init(_ holds: Bool) { self = holds ? .valid : .invalid }

    /// Both: invalid if one is, whatever the other.
    static func && (left: Validity, right: Validity) -> Validity {
        switch (left, right) {
        case (.invalid, _), (_, .invalid): .invalid
        case (.unknown, _): left
        default: right
        }
    }

    /// Either: valid if one is, whatever the other.
    static func || (left: Validity, right: Validity) -> Validity { !(!left && !right) }

    /// The opposite.
    static prefix func ! (validity: Validity) -> Validity {
        switch validity {
        case .valid: .invalid
        case .invalid: .valid
        case .unknown: validity
        }
    }
}
