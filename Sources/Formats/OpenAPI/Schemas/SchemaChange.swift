internal import Contracts
internal import Syntax

/// What a change of one keyword does to the set of values that are valid.
enum Tendency: Hashable {
    /// Fewer values are valid.
    case narrows
    /// More values are valid.
    case widens
    /// Some that were valid are not, and some that were not are.
    case replaces
    /// The same values are valid.
    case keeps

    /// What it does where the values that a schema takes are the ones that another refuses.
    var inverted: Tendency {
        switch self {
        case .narrows: .widens
        case .widens: .narrows
        case .replaces, .keeps: self
        }
    }
}

/// One change between two versions of a schema, without its place in an API.
struct SchemaChange {
    /// What the name says after the words for the place, such as `max-length-decreased`.
    let name: SchemaRule
    let tendency: Tendency
    var severity: Severity = .error
    let old: Node
    let new: Node
    /// The member that it is about, where the change lies at the object and not in the member's own schema.
    var member: String?
    /// Tells changes with one name at one place apart.
    var about = ""
    let message: String
    /// Whether it counts whatever a proof about the whole says, since callers know the part by its name.
    var isNamed = false
    /// Why it is not decided what the change does; nil where the tendency says it.
    var undecided: String?

    /// Whether the keyword by itself does not settle what becomes of the values, so that a proof about the whole
    /// outweighs it.
    var isRefutable: Bool {
        guard !isNamed else { return false }
        return switch name {
        case .at(let suffix): Self.unsettled.contains { suffix.hasPrefix($0) }
        case .either, .atMember, .whole: false
        }
    }

    /// Whether the change is judged by convention: members that are not declared are not sent, and alternatives are told
    /// apart by their members.
    var isConventional: Bool {
        switch name {
        case .whole: member != nil || tendency == .keeps
        case .at(let suffix): suffix.hasPrefix("one-of") || suffix.hasPrefix("any-of") || suffix == "pattern-changed"
        case .either, .atMember: false
        }
    }

    /// Whether it is about how long something stays, and not about values.
    var isLifecycle: Bool {
        guard case .at(let suffix) = name else { return false }
        return ["deprecated", "reactivated", "stability-", "sunset-"].contains { suffix.hasPrefix($0) }
    }

    /// An alternative that was named and is gone is not among them: callers counted on it.
    private static let unsettled = [
        "any-of-added", "one-of-added", "all-of-added", "pattern", "additional-properties", "unevaluated", "if-",
        "then-", "else-",
        "not-",
        "max-properties", "min-properties", "property-names", "dependent", "contains", "unique-items", "multiple-of",
    ]
}

/// What is asked of a change again and again, wherever it shows.
struct ChangeTraits {
    /// The change's place in the list of all.
    let number: Int
    let tendency: Tendency
    let isConventional: Bool
    let isRefutable: Bool
    let isLifecycle: Bool
    /// Whether it is not decided what the change does.
    let isOpen: Bool

    init(_ change: SchemaChange, number: Int) {
        self.number = number
        tendency = change.tendency
        isConventional = change.isConventional
        isRefutable = change.isRefutable
        isLifecycle = change.isLifecycle
        isOpen = change.undecided != nil
    }
}

/// The name of a schema's change, before the place is known.
enum SchemaRule: Hashable {
    /// Follows the words for the place: `request-property-` and so on.
    case at(String)
    /// Follows the words for a member of the place.
    case atMember(String)
    /// Follows the words for the place, and differs between requests and responses.
    case either(request: String, response: String)
    /// Needs no words for the place.
    case whole(request: String, response: String)
}

/// How a schema is part of another, which decides what a change in it does to the whole.
enum Variance: Int, CaseIterable {
    /// More values of the part are more of the whole.
    case same
    /// More values of the part are fewer of the whole.
    case inverted
    /// Any change of the part may do both.
    case fixed

    func applied(to tendency: Tendency) -> Tendency {
        switch self {
        case .same: tendency
        case .inverted: tendency.inverted
        case .fixed: tendency == .keeps ? .keeps : .replaces
        }
    }

    /// This variance inside of another.
    func within(_ outer: Variance) -> Variance {
        switch (outer, self) {
        case (.same, let own): own
        case (let outer, .same): outer
        case (.inverted, .inverted): .same
        default: .fixed
        }
    }
}
