/// What stands in the braces of `\p{…}`.
///
/// - SeeAlso: ECMA-262, section 22.2.1 (tables 69 to 71); UAX 44.
enum UnicodeProperty {
    case set(ScalarSet)
    /// A property that there is, and that is not known here.
    case unsupported
    /// No property.
    case unknown

    /// The property with a name, such as `Lu`, `Letter`, `gc=L`, `Script=Greek` or `Alphabetic`.
    static func set(named text: String) -> UnicodeProperty {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            return GeneralCategories.set(named: text).map { .set($0) } ?? binary(text)
        }
        switch parts[0] {
        case "gc", "General_Category": return GeneralCategories.set(named: parts[1]).map { .set($0) } ?? .unknown
        case "sc", "Script": return script(parts[1])
        // Without the extensions of a script nothing can be said of them.
        case "scx", "Script_Extensions": return .unsupported
        default: return .unknown
        }
    }

    private static func script(_ name: String) -> UnicodeProperty {
        if let ranges = UnicodeScripts.ranges[name] { return .set(ScalarSet(ranges)) }
        let looksLikeOne = name.first?.isUppercase == true && name.allSatisfy { $0.isLetter || $0 == "_" }
        return looksLikeOne ? .unsupported : .unknown
    }

    private static func binary(_ name: String) -> UnicodeProperty {
        switch name {
        case "Any": .set(.all)
        case "ASCII": .set(ScalarSet([0...0x7F]))
        case "Assigned": .set(GeneralCategories.set(named: "Cn")?.inverted ?? .all)
        case "White_Space", "space":
            // What the class escape has, but for the byte order mark.
            .set(ScalarSet(ScalarSet.space.ranges.filter { $0 != 0xFEFF...0xFEFF } + [0x85...0x85]))
        case "Alphabetic", "Alpha": .set(alphabetic)
        case "Uppercase", "Upper": .set(uppercase)
        case "Lowercase", "Lower": .set(lowercase)
        case "ID_Start", "IDS": .set(identifierStart)
        case "ID_Continue", "IDC": .set(identifierPart)
        default: others.contains(name) ? .unsupported : .unknown
        }
    }

    private static let alphabetic = scanned(\.isAlphabetic)
    private static let uppercase = scanned(\.isUppercase)
    private static let lowercase = scanned(\.isLowercase)
    private static let identifierStart = scanned(\.isIDStart)
    private static let identifierPart = scanned(\.isIDContinue)

    private static func scanned(_ property: (Unicode.Scalar.Properties) -> Bool) -> ScalarSet {
        var ranges: [ClosedRange<UInt32>] = []
        for value in 0...ScalarSet.largest {
            guard let scalar = Unicode.Scalar(value), property(scalar.properties) else { continue }
            if let last = ranges.last, last.upperBound + 1 == value {
                ranges[ranges.count - 1] = last.lowerBound...value
            } else {
                ranges.append(value...value)
            }
        }
        return ScalarSet(ranges)
    }

    private static let others: Set<String> = [
        "ASCII_Hex_Digit", "AHex", "Bidi_Control", "Bidi_C", "Bidi_Mirrored", "Bidi_M", "Case_Ignorable", "CI", "Cased",
        "Changes_When_Casefolded", "CWCF", "Changes_When_Casemapped", "CWCM", "Changes_When_Lowercased", "CWL",
        "Changes_When_NFKC_Casefolded", "CWKCF", "Changes_When_Titlecased", "CWT", "Changes_When_Uppercased", "CWU",
        "Dash", "Default_Ignorable_Code_Point", "DI", "Deprecated", "Dep", "Diacritic", "Dia", "Emoji",
        "Emoji_Component", "EComp", "Emoji_Modifier", "EMod", "Emoji_Modifier_Base", "EBase", "Emoji_Presentation",
        "EPres", "Extended_Pictographic", "ExtPict", "Extender", "Ext", "Grapheme_Base", "Gr_Base", "Grapheme_Extend",
        "Gr_Ext", "Hex_Digit", "Hex", "IDS_Binary_Operator", "IDSB", "IDS_Trinary_Operator", "IDST", "Ideographic",
        "Ideo", "Join_Control", "Join_C", "Logical_Order_Exception", "LOE", "Math", "Noncharacter_Code_Point", "NChar",
        "Pattern_Syntax", "Pat_Syn", "Pattern_White_Space", "Pat_WS", "Quotation_Mark", "QMark", "Radical",
        "Regional_Indicator", "RI", "Sentence_Terminal", "STerm", "Soft_Dotted", "SD", "Terminal_Punctuation", "Term",
        "Unified_Ideograph", "UIdeo", "Variation_Selector", "VS", "XID_Continue", "XIDC", "XID_Start", "XIDS",
    ]
}
