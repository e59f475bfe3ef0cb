/// A media type or a range of them, such as `application/json; charset=utf-8`, `text/*` or `*/*`.
///
/// - SeeAlso: RFC 9110, sections 8.3.1 and 12.5.1.
package struct MediaRange: Hashable, Sendable {
    /// The range as it is written.
    package let text: String
    /// The part before the slash in lower case.
    package let type: String
    /// The part behind the slash in lower case.
    package let subtype: String
    /// The parameters, lower case, without white space, sorted.
    let parameters: [String]

    /// Reads a range; a text without a slash stands for a type of which nothing else is known.
    package init(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: ";")).map { part in
            String(decoding: part.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
        }
        let names = (parts.first ?? "").split(separator: "/", maxSplits: 1).map(String.init)
        self.text = text
        type = names.first ?? ""
        subtype = names.count > 1 ? names[1] : ""
        parameters = parts.dropFirst().sorted()
    }

    package static func == (left: MediaRange, right: MediaRange) -> Bool {
        (left.type, left.subtype) == (right.type, right.subtype) && left.parameters == right.parameters
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(subtype)
        hasher.combine(parameters)
    }

    /// Whether every media type of the other range is one of this.
    package func covers(_ other: MediaRange) -> Bool {
        guard type == "*" || type == other.type else { return false }
        guard subtype == "*" || subtype == other.subtype else { return false }
        return parameters.allSatisfy(other.parameters.contains)
    }

    /// Whether whoever understands this range understands every media type of the other: `application/json` stands
    /// also for `application/problem+json`, which is written by its rules.
    ///
    /// - SeeAlso: RFC 6838, section 4.2.8.
    package func explains(_ other: MediaRange) -> Bool {
        if covers(other) { return true }
        guard type == other.type, parameters.allSatisfy(other.parameters.contains) else { return false }
        return !subtype.isEmpty && other.subtype.hasSuffix("+" + subtype)
    }

    /// How much the range says: of several that cover a type, the one that says most counts.
    package var precision: Int {
        (type == "*" ? 0 : 1) + (subtype == "*" ? 0 : 1) + parameters.count
    }
}
