/// A ``Validity`` while an instance is validated: a number, of which the obstacles are kept elsewhere.
struct Answer: Hashable {
    private let code: Int32

    private init(code: Int32) { self.code = code }

    static let valid = Answer(code: -2)
    static let invalid = Answer(code: -1)

    /// Valid where the flag is true, else invalid.
    init(_ holds: Bool) { self = holds ? .valid : .invalid }

    /// Unknown, for the obstacle with a number from 0 on.
    init(obstacle number: Int) { code = Int32(truncatingIfNeeded: number) }

    /// The number of the obstacle for which it is unknown; nil where it is known.
    var obstacle: Int? { code >= 0 ? Int(code) : nil }

    /// Both: invalid if one is, whatever the other.
    static func && (left: Answer, right: Answer) -> Answer {
        if left == .invalid || right == .invalid { return .invalid }
        return left == .valid ? right : left
    }

    /// Either: valid if one is, whatever the other.
    static func || (left: Answer, right: Answer) -> Answer { !(!left && !right) }

    /// The opposite.
    static prefix func ! (answer: Answer) -> Answer {
        switch answer {
        case .valid: .invalid
        case .invalid: .valid
        default: answer
        }
    }
}

/// What a valid schema has looked at, for `unevaluatedProperties` and `unevaluatedItems`.
struct Evaluated {
    /// Indexes of the members' keys; nil for none.
    private var members: Set<Int>?
    /// Whether every member is.
    var allMembers = false
    /// Elements before this one.
    var prefix = 0
    /// Further elements by their number; nil for none.
    private var elements: Set<Int>?
    /// Set where a schema whose validity is unknown might have looked at more.
    private(set) var doubt: Answer?

    func hasMember(_ key: Int) -> Bool { allMembers || members?.contains(key) ?? false }

    func hasElement(_ number: Int) -> Bool { number < prefix || elements?.contains(number) ?? false }

    mutating func insert(member key: Int) {
        if members == nil { members = [] }
        members?.insert(key)
    }

    mutating func insert(element number: Int) {
        if elements == nil { elements = [] }
        elements?.insert(number)
    }

    mutating func doubt(_ answer: Answer) { doubt = doubt ?? answer }

    mutating func formUnion(_ other: Evaluated) {
        members = other.members.map { $0.union(members ?? []) } ?? members
        elements = other.elements.map { $0.union(elements ?? []) } ?? elements
        allMembers = allMembers || other.allMembers
        prefix = max(prefix, other.prefix)
        doubt = doubt ?? other.doubt
    }
}
