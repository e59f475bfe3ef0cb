extension StringProtocol {
    /// What lies before and behind the first place where a text occurs; nil where it does not.
    ///
    /// Compared octet by octet, without normalisation.
    ///
    /// - Parameter part: Not empty.
    /// - Returns: The two sides.
    public func cut(at part: String) -> (before: SubSequence, after: SubSequence)? {
        var rest = utf8[...]
        while let start = rest.firstIndex(where: { $0 == part.utf8.first }) {
            if rest[start...].starts(with: part.utf8) {
                return (self[..<start], self[utf8.index(start, offsetBy: part.utf8.count)...])
            }
            rest = rest[start...].dropFirst()
        }
        return nil
    }
}

extension String {
    /// Whether a text occurs in another, octet by octet.
    public func occurs(in text: some StringProtocol) -> Bool { text.cut(at: self) != nil }
}
