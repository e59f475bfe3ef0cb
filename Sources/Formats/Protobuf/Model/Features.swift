/// What the edition, or `syntax`, and the options around an element say of it.
///
/// - SeeAlso: Protocol Buffers, "Feature Settings for Editions".
struct Features: Hashable, Sendable {
    /// `field_presence`: 1 explicit, 2 implicit, 3 required.
    var presence: UInt8 = 1
    /// `enum_type`: 1 open, 2 closed.
    var enumType: UInt8 = 1
    /// `repeated_field_encoding`: 1 packed, 2 expanded.
    var repeatedEncoding: UInt8 = 1
    /// `utf8_validation`: 2 verify, 3 none.
    var utf8: UInt8 = 2
    /// `message_encoding`: 1 length-prefixed, 2 delimited.
    var messageEncoding: UInt8 = 1
    /// `json_format`: 1 allow, 2 legacy best effort.
    var jsonFormat: UInt8 = 1
    /// `(pb.java).utf8_validation`: 1 default, 2 verify.
    var javaUTF8: UInt8 = 1
    /// `(pb.cpp).string_type`: 1 view, 2 cord, 3 string.
    var cppString: UInt8 = 3

    /// What a file begins with.
    init(_ syntax: Syntax) {
        switch syntax {
        case .proto2:
            enumType = 2
            repeatedEncoding = 2
            utf8 = 3
            jsonFormat = 2
        case .proto3: presence = 2
        case .edition2023: break
        }
    }

    /// Sets a standard feature by its number in `FeatureSet`.
    mutating func set(_ number: Int, _ value: Int) {
        let value = UInt8(clamping: value)
        guard value > 0 else { return }
        switch number {
        case 1: presence = value
        case 2: enumType = value
        case 3: repeatedEncoding = value
        case 4: utf8 = value
        case 5: messageEncoding = value
        case 6: jsonFormat = value
        default: break
        }
    }

    /// Whether an enum keeps to its values.
    var isClosed: Bool { enumType == 2 }
    /// Whether the JSON form is promised.
    var allowsJSON: Bool { jsonFormat == 1 }
    /// Such as `VERIFY`.
    var utf8Word: String { utf8 == 2 ? "VERIFY" : "NONE" }
    /// Such as `ALLOW`.
    var jsonWord: String { jsonFormat == 1 ? "ALLOW" : "LEGACY_BEST_EFFORT" }
}

/// The language that a file is written in.
enum Syntax: UInt8, Hashable, Sendable {
    case proto2, proto3, edition2023

    /// As `FILE_SAME_SYNTAX` says it.
    var word: String { self == .edition2023 ? "editions" : "\(self)" }
}
