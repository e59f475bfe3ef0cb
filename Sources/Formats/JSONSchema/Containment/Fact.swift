import Syntax

/// One simple thing that is asked of an instance of a known type.
enum Fact {
    case never
    /// Valid under a schema, or not.
    case literal(Literal)
    /// Something was left out that would ask for more.
    case obstacle(Obstacle)
    /// One of these.
    case values(ValueSet)
    /// None of these.
    case excluded(ValueSet)

    case lower(ExactNumber, isExclusive: Bool)
    case upper(ExactNumber, isExclusive: Bool)
    /// A whole multiple, or not.
    case multiple(ExactNumber, Bool)

    /// Code points of a string, elements of an array, members of an object; both ends count.
    case size(Int, Int)
    case pattern(SchemaPattern, Bool)
    /// Of a format, or not.
    case format(StringFormat, Bool)

    /// Elements by index, where they are there.
    case prefix([Literal])
    /// Every element from an index on.
    case rest(Int, Literal)
    /// Some element from an index on, before another.
    case someElement(Range<Int>, Literal)
    case atLeast(Int, Literal)
    case atMost(Int, Literal)
    /// No two elements are equal, or some are.
    case unique(Bool)

    /// Members by name, where they are there.
    case table(PropertyTable, Origin)
    case property(PropertyName, Literal)
    case present(PropertyName)
    case absent(PropertyName)
    /// Every member whose name matches.
    case matching(SchemaPattern, Literal)
    /// Every member whose name is not covered.
    case additional(NameCover, Literal)
    /// Every name.
    case names(Literal)
    /// Some member.
    case someMember(MemberNeed)
}

/// A member that must be there under a name that is not given.
struct MemberNeed {
    /// Names that do not serve, and patterns that the name does not match.
    var cover = NameCover()
    /// A pattern that the name matches.
    var pattern: SchemaPattern?
    /// What the name satisfies.
    var name: Literal?
    /// What the value satisfies.
    var value: Literal = .truth
}

/// What a literal asks: all facts, and of each clause one alternative.
struct Expansion {
    var facts: [Fact] = []
    var clauses: [[[Fact]]] = []
}
