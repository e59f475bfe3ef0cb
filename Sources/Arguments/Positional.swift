/// An argument that is known by its place.
package struct Positional: Sendable {
    /// How often it may stand.
    package enum Arity: Hashable, Sendable {
        /// Exactly once.
        case required
        /// Once or not.
        case optional
        /// As often as wanted, at least so many times; only as the last.
        case rest(atLeast: Int)
    }

    /// What the help calls it, in capitals.
    package let name: String
    /// One sentence.
    package let summary: String
    /// How often it may stand.
    package let arity: Arity

    /// One that must be given.
    package static func required(_ name: String, summary: String) -> Positional {
        Positional(name: name, summary: summary, arity: .required)
    }

    /// One that may be left out.
    package static func optional(_ name: String, summary: String) -> Positional {
        Positional(name: name, summary: summary, arity: .optional)
    }

    /// All that remain.
    package static func rest(_ name: String, atLeast count: Int = 0, summary: String) -> Positional {
        Positional(name: name, summary: summary, arity: .rest(atLeast: count))
    }

    var isRest: Bool {
        if case .rest = arity { true } else { false }
    }

    /// How many arguments it needs at least.
    var minimum: Int {
        switch arity {
        case .required: 1
        case .optional: 0
        case .rest(let count): count
        }
    }

    /// As the usage line shows it.
    var usage: String {
        switch arity {
        case .required: name
        case .optional: "[\(name)]"
        case .rest(let count): count == 0 ? "[\(name)...]" : "\(name)..."
        }
    }
}
