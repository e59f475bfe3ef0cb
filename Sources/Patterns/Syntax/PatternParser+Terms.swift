/// Terms: assertions, groups, and atoms with what repeats them.
extension PatternParser {
    mutating func term() throws(PatternFault) -> PatternTree {
        let start = position
        guard let next = peek else { return .empty }
        switch next {
        case "^", "$":
            position += 1
            return .assertion(next == "^" ? .start : .end)
        case "\\" where peek(1) == "b" || peek(1) == "B":
            position += 2
            return .assertion(scalars[start + 1] == "b" ? .boundary : .noBoundary)
        case "(":
            let (tree, canRepeat) = try group()
            return canRepeat ? try repeated(tree) : tree
        default: return try repeated(try atom(next))
        }
    }

    private mutating func atom(_ next: Unicode.Scalar) throws(PatternFault) -> PatternTree {
        switch next {
        case ".":
            position += 1
            return .scalar(.dot)
        case "[": return .scalar(try characterClass())
        case "\\": return try escapedAtom()
        case "*", "+", "?": throw fault("'\(next)' has nothing to repeat")
        case "{" where isUnicode: throw fault("'{' has nothing to repeat")
        case "{":
            let start = position
            if try bounds() != nil { throw fault("'{' has nothing to repeat", at: start) }
        case "]" where isUnicode, "}" where isUnicode: throw fault("a '\(next)' closes nothing")
        default: break
        }
        position += 1
        return .scalar(ScalarSet(next))
    }

    /// A group from its `(` on, and whether it may be repeated.
    private mutating func group() throws(PatternFault) -> (PatternTree, canRepeat: Bool) {
        let start = position
        position += 1
        if peek == "?", let isNegated = ["=": false, "!": true][peek(1)] {
            position += 2
            return (.lookAhead(try groupBody(start), isNegated: isNegated), canRepeat: !isUnicode)
        }
        let canRepeat = try groupKind(start)
        return (try groupBody(start), canRepeat)
    }

    /// What is inside a group, and its `)`.
    private mutating func groupBody(_ start: Int) throws(PatternFault) -> PatternTree {
        let tree = try choice()
        guard take(")") else { throw fault("a '(' is not closed", at: start) }
        return tree
    }

    /// What stands between `(` and what is inside, and whether such a group may be repeated.
    private mutating func groupKind(_ start: Int) throws(PatternFault) -> Bool {
        guard peek == "?", !take(text: "?:") else { return true }
        if take(text: "?<=") || take(text: "?<!") {
            note("a look-behind", at: start)
            return false
        }
        if take(text: "?<") {
            try groupName()
        } else {
            position += 1
            try modifiers(start)
        }
        return true
    }

    /// A name up to its `>`.
    mutating func groupName() throws(PatternFault) {
        let start = position
        while let next = peek, next != ">" {
            guard Self.isNamePart(next) || position > start && Self.isDigit(next) else {
                throw fault("a group's name has letters, digits, '_' and '$' only")
            }
            position += 1
        }
        guard position > start, take(">") else { throw fault("a group's name is not closed by '>'", at: start) }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIDContinue }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isIDStart || scalar == "_" || scalar == "$"
    }

    /// Modifiers up to their `:`, such as `(?i:`.
    private mutating func modifiers(_ start: Int) throws(PatternFault) {
        while let next = peek, "ims-".unicodeScalars.contains(next) { position += 1 }
        guard position > start + 2, take(":") else { throw fault("'(?' begins no kind of group", at: start) }
        note("a group with flags of its own", at: start)
    }
}

/// What repeats an atom.
extension PatternParser {
    private mutating func repeated(_ tree: PatternTree) throws(PatternFault) -> PatternTree {
        guard let bounds = try quantifier() else { return tree }
        // Greedy and lazy find the same texts.
        _ = take("?")
        return .repeated(tree, atLeast: bounds.least, atMost: bounds.most)
    }

    private mutating func quantifier() throws(PatternFault) -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        guard peek == "{" else { return nil }
        let start = position
        if let bounds = try bounds() { return bounds }
        if isUnicode { throw fault("'{' begins no '{n}', '{n,}' or '{n,m}'", at: start) }
        return nil
    }

    /// `{n}`, `{n,}` or `{n,m}`; nil, and nothing taken, where none stands here.
    private mutating func bounds() throws(PatternFault) -> (least: Int, most: Int?)? {
        let start = position
        position += 1
        guard let least = number() else {
            position = start
            return nil
        }
        var most: Int? = least
        if take(",") { most = number() }
        guard take("}") else {
            position = start
            return nil
        }
        if let most, most < least { throw fault("the bounds of '{n,m}' are out of order", at: start) }
        return (least, most)
    }

    /// Digits as a number; what is beyond every limit is cut off.
    private mutating func number() -> Int? {
        let start = position
        var value = 0
        while let digit = peek?.value, 0x30...0x39 ~= digit {
            value = min(value * 10 + Int(digit - 0x30), 1_000_000_000)
            position += 1
        }
        return position > start ? value : nil
    }
}
