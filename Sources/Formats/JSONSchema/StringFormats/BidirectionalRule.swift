/// What labels written from right to left ask of a host name.
///
/// - SeeAlso: RFC 5893, section 2.
enum BidirectionalRule {
    /// The classes of code points that the rule tells apart.
    private enum Class {
        case left, right, arabicNumber, europeanNumber, mark, other
    }

    /// Whether the labels of one name may stand together.
    static func holds(for labels: [[Unicode.Scalar]]) -> Bool {
        let classes = labels.map { $0.map(direction) }
        guard classes.contains(where: { $0.contains(.right) || $0.contains(.arabicNumber) }) else { return true }
        return classes.allSatisfy(holds)
    }

    private static func holds(_ label: [Class]) -> Bool {
        let last = label.last { $0 != .mark }
        switch label.first {
        case .right:
            guard !label.contains(.left) else { return false }
            guard !(label.contains(.europeanNumber) && label.contains(.arabicNumber)) else { return false }
            return last == .right || last == .europeanNumber || last == .arabicNumber
        case .left:
            guard !label.contains(.right), !label.contains(.arabicNumber) else { return false }
            return last == .left || last == .europeanNumber
        default: return false
        }
    }

    private static func direction(_ scalar: Unicode.Scalar) -> Class {
        switch scalar.value {
        case 0x30...0x39, 0x6F0...0x6F9: return .europeanNumber
        case 0x660...0x669, 0x10D30...0x10D39, 0x10E60...0x10E7E: return .arabicNumber
        case 0x2D, 0xB7, 0x375, 0x30FB, 0x200C, 0x200D: return .other
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return .mark
        default: return isWrittenFromRight(scalar.value) ? .right : .left
        }
    }

    private static func isWrittenFromRight(_ value: UInt32) -> Bool {
        switch value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
