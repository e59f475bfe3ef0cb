import FoundationEssentials

/// How suites carry octets that are not UTF-8.
enum Base64 {
    static func decoded(_ text: String) -> [UInt8] { Data(base64Encoded: text).map(Array.init) ?? [] }
}
