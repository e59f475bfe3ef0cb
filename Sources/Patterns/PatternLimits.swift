/// What a pattern may be at most; beyond that it is stored and not executed.
public enum PatternLimits {
    /// Octets of the text.
    public static let octets = 4_096
    /// Groups within each other.
    public static let nesting = 200
    /// Places in the compiled pattern that take a code point, repetitions written out.
    public static let states = 10_000
    /// Instructions that one search looks at; what is known from searches before costs none.
    public static let steps = 20_000_000
    /// Instructions of the compiled pattern: its places with the forks between them.
    static let instructions = 30_000
    /// Parts looked at while compiling, those that take nothing among them.
    static let parts = 200_000
    /// States of the deterministic automaton that are kept for the next match.
    static let cachedStates = 2_000
    /// Members of all kept states together.
    static let cachedMembers = 200_000
}
