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

/// What a valid schema has looked at, for `unevaluatedProperties` and `unevaluatedItems`.
struct Evaluated {
    var names: Set<PropertyName> = []
    var allNames = false
    /// Elements before this index.
    var prefix = 0
    var elements: Set<Int> = []
    /// Set where a schema whose validity is unknown might have looked at more.
    var doubt: Obstacle?

    mutating func formUnion(_ other: Evaluated) {
        names.formUnion(other.names)
        allNames = allNames || other.allNames
        prefix = max(prefix, other.prefix)
        elements.formUnion(other.elements)
        doubt = doubt ?? other.doubt
    }
}
