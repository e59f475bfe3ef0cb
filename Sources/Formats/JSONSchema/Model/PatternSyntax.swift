/// Whether a regular expression can be one at all; what it means is not looked into.
enum PatternSyntax {
    /// What is wrong with a pattern, or nil if nothing can be seen to be.
    ///
    /// - SeeAlso: ECMA-262, section 22.2.1.
    static func fault(of pattern: String) -> String? {
        var open = 0
        var inClass = false
        var isEscaped = false
        for byte in pattern.utf8 {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch byte {
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: "["): inClass = true
            case UInt8(ascii: "]"): inClass = false
            case UInt8(ascii: "(") where !inClass: open += 1
            case UInt8(ascii: ")") where !inClass:
                open -= 1
                if open < 0 { return "a ')' closes nothing" }
            default: break
            }
        }
        if isEscaped { return "it ends in a single backslash" }
        if inClass { return "a '[' is not closed" }
        return open > 0 ? "a '(' is not closed" : nil
    }
}
