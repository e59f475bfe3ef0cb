/// Reads a pattern, first as with the flag `u`, then as without.
///
/// - SeeAlso: ECMA-262, section 22.2.1 (grammar), 22.2.1.1 (early errors) and B.1.2 (without the flag).
struct PatternParser {
    let scalars: [Unicode.Scalar]
    /// Whether the flag `u` is on, so that nothing is let pass.
    let isUnicode: Bool
    /// How many capturing groups there are, and whether one has a name.
    let groups: (count: Int, areNamed: Bool)
    var position = 0
    private var depth = 0
    /// The first part that is not executed.
    private var unexecuted: PatternFault?

    private init(_ scalars: [Unicode.Scalar], isUnicode: Bool) {
        self.scalars = scalars
        self.isUnicode = isUnicode
        groups = Self.countGroups(scalars)
    }

    /// The tree of a text.
    ///
    /// - Throws: The fault that it has with the flag, if it has one with it and without.
    static func tree(of text: String) throws(PatternFault) -> PatternTree {
        guard text.utf8.count <= PatternLimits.octets else {
            throw .tooLarge(limit: "octets", allows: PatternLimits.octets)
        }
        let scalars = Array(text.unicodeScalars)
        var strict = PatternParser(scalars, isUnicode: true)
        do {
            return try strict.whole()
        } catch .syntax(let offset, let problem) {
            var lenient = PatternParser(scalars, isUnicode: false)
            do {
                return try lenient.whole()
            } catch .syntax {
                throw .syntax(offset: offset, problem: problem)
            }
        }
    }

    /// Reads a text with the flag only.
    static func checkUnicode(_ text: String) throws(PatternFault) {
        guard text.utf8.count <= PatternLimits.octets else {
            throw .tooLarge(limit: "octets", allows: PatternLimits.octets)
        }
        var parser = PatternParser(Array(text.unicodeScalars), isUnicode: true)
        _ = try parser.whole()
    }

    private static func countGroups(_ scalars: [Unicode.Scalar]) -> (Int, Bool) {
        var (count, areNamed, inClass, index) = (0, false, false, 0)
        while index < scalars.count {
            switch scalars[index] {
            case "\\": index += 1
            case "[": inClass = true
            case "]": inClass = false
            case "(" where !inClass:
                let next = scalars[(index + 1)...].prefix(3).map(Character.init)
                let isNamed = next.starts(with: "?<") && next.last != "=" && next.last != "!"
                if isNamed { areNamed = true }
                if isNamed || next.first != "?" { count += 1 }
            default: break
            }
            index += 1
        }
        return (count, areNamed)
    }

    private mutating func whole() throws(PatternFault) -> PatternTree {
        let tree = try choice()
        guard position == scalars.count else { throw fault("a ')' closes nothing") }
        if let unexecuted { throw unexecuted }
        return tree
    }

    mutating func choice() throws(PatternFault) -> PatternTree {
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternLimits.nesting else { throw .tooLarge(limit: "nesting", allows: PatternLimits.nesting) }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternFault) -> PatternTree {
        var parts: [PatternTree] = []
        while let next = peek, next != "|", next != ")" { parts.append(try term()) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    /// Notes a part that is well-formed and not executed; reading goes on, since a fault further on weighs more.
    mutating func note(_ construct: String, at offset: Int) {
        unexecuted = unexecuted ?? .notExecuted(offset: offset, construct: construct)
    }
}

/// Looking at the text.
extension PatternParser {
    var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    func peek(_ distance: Int) -> Unicode.Scalar? {
        position + distance < scalars.count ? scalars[position + distance] : nil
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    /// Takes a text if it stands here.
    mutating func take(text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    func fault(_ problem: String, at offset: Int? = nil) -> PatternFault {
        .syntax(offset: offset ?? position, problem: problem)
    }
}
