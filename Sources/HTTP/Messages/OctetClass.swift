/// A set of ASCII octets, as one bit for each.
struct OctetClass {
    private let low: UInt64
    private let high: UInt64

    private init(_ low: UInt64, _ high: UInt64) {
        self.low = low
        self.high = high
    }

    /// True for the octets of the set; never for those above 127.
    @inline(__always) func contains(_ octet: UInt8) -> Bool {
        let half = octet < 64 ? low : high
        return octet < 128 && half &>> UInt64(octet & 63) & 1 == 1
    }

    /// `tchar`: what names and methods are made of (RFC 9110, section 5.6.2).
    static var token: OctetClass { OctetClass(0x03FF_6CFA_0000_0000, 0x57FF_FFFF_C7FF_FFFE) }
    /// `pchar`, `/` and `%`: what a path is made of (RFC 3986, section 3.3).
    static var path: OctetClass { OctetClass(0x2FFF_FFF2_0000_0000, 0x47FF_FFFE_87FF_FFFF) }
    /// Visible ASCII but `#`: wider than RFC 3986, because clients leave `{`, `|` and quotes as they are.
    static var query: OctetClass { OctetClass(0xFFFF_FFF6_0000_0000, 0x7FFF_FFFF_FFFF_FFFF) }
    /// Letters, digits, `-`, `.` and `_`: host names as they occur; narrower than `reg-name` of RFC 3986.
    static var host: OctetClass { OctetClass(0x03FF_6000_0000_0000, 0x07FF_FFFE_87FF_FFFE) }
    /// What percent-encoding leaves alone (RFC 3986, section 2.3).
    static var unreserved: OctetClass { OctetClass(0x03FF_6000_0000_0000, 0x47FF_FFFE_87FF_FFFE) }
}

extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let colon = UInt8(ascii: ":")
    static let slash = UInt8(ascii: "/")
    static let percent = UInt8(ascii: "%")

    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }

    /// ASCII letters in lower case, everything else as it is.
    @inline(__always) var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// The value of a hexadecimal digit; nil for any other octet.
    @inline(__always) var hexadecimalValue: UInt8? {
        switch self {
        case 0x30...0x39: self &- 0x30
        case 0x41...0x46: self &- 0x37
        case 0x61...0x66: self &- 0x57
        default: nil
        }
    }
}
