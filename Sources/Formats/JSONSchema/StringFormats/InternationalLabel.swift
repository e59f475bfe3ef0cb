internal import Patterns

/// A label of a host name in Unicode.
///
/// - SeeAlso: RFC 5891, section 4.2.3; RFC 5892, sections 2 and 3 and appendix A.
struct InternationalLabel {
    private let scalars: [Unicode.Scalar]

    /// The label of these code points, at least one of them beyond ASCII.
    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// Whether it may be in a host name; nil where that depends on how letters join.
    var validity: Bool? {
        guard let first = scalars.first, first != "-", scalars.last != "-" else { return false }
        guard scalars.count < 4 || scalars[2] != "-" || scalars[3] != "-" else { return false }
        guard !first.isMark else { return false }
        var isOpen = false
        for index in scalars.indices {
            switch isAllowed(index) {
            case false?: return false
            case nil: isOpen = true
            case true?: break
            }
        }
        return isOpen ? nil : true
    }

    private func isAllowed(_ index: Int) -> Bool? {
        let scalar = scalars[index]
        let before = index > 0 ? scalars[index - 1] : nil
        let after = index + 1 < scalars.count ? scalars[index + 1] : nil
        switch scalar.value {
        case 0xB7: return before == "l" && after == "l"
        case 0x375: return after.map { Self.has(Self.greek, $0) } ?? false
        case 0x5F3, 0x5F4: return before.map { Self.has(Self.hebrew, $0) } ?? false
        case 0x30FB: return scalars.contains { Self.has(Self.japanese, $0) }
        case 0x660...0x669: return !scalars.contains { (0x6F0...0x6F9).contains($0.value) }
        case 0x6F0...0x6F9: return !scalars.contains { (0x660...0x669).contains($0.value) }
        case 0x200C: return before?.properties.canonicalCombiningClass == .virama ? true : joins(around: index)
        case 0x200D: return before?.properties.canonicalCombiningClass == .virama
        default: return Self.isValidEverywhere(scalar)
        }
    }

    /// Whether letters on both sides of a non-joiner would join without it.
    private func joins(around index: Int) -> Bool? {
        let before = scalars[..<index].last { !$0.isTransparent }.map(Joining.init)
        let after = scalars[(index + 1)...].first { !$0.isTransparent }.map(Joining.init)
        guard let before, let after else { return false }
        if before == .untold || after == .untold { return nil }
        return before == .dual && (after == .dual || after == .right)
    }

    private static func isValidEverywhere(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
        case 0x2D, 0x30...0x39, 0x61...0x7A: return true
        case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: return false
        case 0x20D0...0x20FF, 0x1D100...0x1D24F: return false
        default: break
        }
        let properties = scalar.properties
        guard !properties.changesWhenNFKCCaseFolded, !properties.isDefaultIgnorableCodePoint,
            !properties.isWhitespace, !properties.isNoncharacterCodePoint
        else { return false }
        return scalar.isLetterOrDigit
    }

    private static let greek = try? Pattern("\\p{Script=Greek}")
    private static let hebrew = try? Pattern("\\p{Script=Hebrew}")
    private static let japanese = try? Pattern("[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}]")

    private static func has(_ script: Pattern?, _ scalar: Unicode.Scalar) -> Bool {
        script?.matches(String(scalar)) ?? false
    }
}

/// How a letter joins its neighbours.
///
/// - SeeAlso: Unicode, table ArabicShaping.
private enum Joining {
    case none
    case right
    case dual
    /// A script whose letters are not told apart here.
    case untold

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x621, 0x674: self = .none
        case 0x622...0x625, 0x627, 0x629, 0x62F...0x632, 0x648, 0x671...0x673, 0x675...0x677, 0x688...0x699, 0x6C0,
            0x6C3...0x6CB, 0x6CD, 0x6CF, 0x6D2, 0x6D3, 0x6D5, 0x6EE, 0x6EF, 0x759...0x75B, 0x76B, 0x76C, 0x771,
            0x773, 0x774, 0x778, 0x779:
            self = .right
        case 0x620...0x64A, 0x66E...0x6D3, 0x6FA...0x6FC, 0x6FF, 0x750...0x77F: self = .dual
        case 0x700...0x8FF, 0x1800...0x18AF, 0xA840...0xA87F, 0x10A00...0x10FFF, 0x1E900...0x1E95F: self = .untold
        default: self = .none
        }
    }
}

extension Unicode.Scalar {
    /// A combining mark of any sort.
    var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// What joining letters pass over.
    fileprivate var isTransparent: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    fileprivate var isLetterOrDigit: Bool {
        switch properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber: true
        case .nonspacingMark, .spacingMark: true
        default: false
        }
    }
}
