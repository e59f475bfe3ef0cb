import Syntax

/// Whose schema it is.
enum Origin: Int32, Hashable {
    /// Of the document whose instances are asked about.
    case sub
    /// Of the document that should accept them.
    case sup
    /// Made up during the work: a set of values, or some keywords of a schema of the second document.
    case made
}

/// A schema of either document, or one made up.
struct Term: Hashable {
    /// Index shifted by two bits, and the origin.
    let raw: Int32

    init(_ id: SchemaID, _ origin: Origin) { raw = id.index << 2 | origin.rawValue }

    var id: SchemaID { SchemaID(Int(raw >> 2)) }
    var origin: Origin { Origin(rawValue: raw & 3) ?? .made }
    /// Whose the schemas inside it are.
    var inside: Origin { origin == .sub ? .sub : .sup }
}

/// "Is valid under this schema", or the opposite.
struct Literal: Hashable, Comparable {
    /// The term shifted by one bit, and 1 for the opposite.
    let raw: Int32

    init(_ term: Term, isNegative: Bool = false) { raw = term.raw << 1 | (isNegative ? 1 : 0) }
    private init(raw: Int32) { self.raw = raw }

    /// "Is valid under `true`", which everything is.
    static let truth = Literal(Term(SchemaID(0), .made))

    var term: Term { Term(SchemaID(Int(raw >> 3)), Origin(rawValue: (raw >> 1) & 3) ?? .made) }
    var isNegative: Bool { raw & 1 == 1 }
    var negated: Literal { Literal(raw: raw ^ 1) }

    static func < (left: Literal, right: Literal) -> Bool { left.raw < right.raw }
}

/// Whether anything satisfies a conjunction of literals.
enum Verdict {
    /// Nothing does: proved.
    case empty
    /// This should; whether it does is confirmed by the validator before anybody is told.
    case inhabited(JSON)
    case unknown(Obstacle)

    var isEmpty: Bool { if case .empty = self { true } else { false } }
}
