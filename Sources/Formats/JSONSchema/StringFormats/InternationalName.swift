/// A host name whose labels may be written in Unicode.
///
/// - SeeAlso: RFC 5890, section 2.3; RFC 5891, section 4.2; RFC 5893, section 2.
struct InternationalName {
    private let labels: [[Unicode.Scalar]]

    /// The name of a text; the full stops of East Asia divide labels too.
    init(_ text: String) {
        labels = text.unicodeScalars.split(omittingEmptySubsequences: false) { ".。．｡".unicodeScalars.contains($0) }
            .map { Array($0) }
    }

    /// Whether it is a host name; nil where that depends on how letters join.
    var validity: Bool? {
        var length = labels.count - 1
        var decoded: [[Unicode.Scalar]] = []
        var isOpen = false
        for label in labels {
            guard let (ascii, unicode) = Self.forms(of: label) else { return false }
            length += ascii.utf8.count
            decoded.append(unicode)
            guard ascii.utf8.count <= 63, unicode.allSatisfy(\.isASCII) == false else {
                guard ascii.utf8.count <= 63, Self.isLetterDigitHyphen(label) else { return false }
                continue
            }
            switch InternationalLabel(unicode).validity {
            case false?: return false
            case nil: isOpen = true
            case true?: break
            }
        }
        guard length <= 253, BidirectionalRule.holds(for: decoded) else { return false }
        return isOpen ? nil : true
    }

    /// A label in letters, digits and hyphens, and in Unicode; nil where an `xn--` stands for nothing.
    private static func forms(of label: [Unicode.Scalar]) -> (ascii: String, unicode: [Unicode.Scalar])? {
        guard !label.isEmpty else { return nil }
        let text = String(String.UnicodeScalarView(label))
        guard label.allSatisfy(\.isASCII) else { return ("xn--" + Punycode.encoded(label), label) }
        let lower = text.lowercased()
        guard lower.hasPrefix("xn--") else { return (text, label) }
        guard let decoded = Punycode.decoded(lower.dropFirst(4)), !decoded.allSatisfy(\.isASCII),
            "xn--" + Punycode.encoded(decoded) == lower
        else { return nil }
        return (text, decoded)
    }

    private static func isLetterDigitHyphen(_ label: [Unicode.Scalar]) -> Bool {
        label.first != "-" && label.last != "-"
            && label.allSatisfy { $0 == "-" || $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    }
}
