/// URIs, IRIs and templates of them.
///
/// - SeeAlso: RFC 3986, appendix A; RFC 3987, section 2.2; RFC 6570, section 2.
extension FormatGrammar {
    static let uri = FormatGrammar(exactly: resource(ResourceCharacters()).absolute)
    static let uriReference = FormatGrammar(exactly: resource(ResourceCharacters()).reference)
    static let iri = FormatGrammar(exactly: resource(.international).absolute)
    static let iriReference = FormatGrammar(exactly: resource(.international).reference)
    static let uriTemplate = FormatGrammar(exactly: "(?:\(templateLiteral)|\(templateExpression))*")

    /// What IRIs have beyond URIs, as members of classes.
    private struct ResourceCharacters {
        var letters = ""
        var privateUse = ""

        static let international = ResourceCharacters(
            letters: range(0xA0, 0xD7FF) + range(0xF900, 0xFDCF) + range(0xFDF0, 0xFFEF)
                + (1...13).map { range($0 << 16, $0 << 16 | 0xFFFD) }.joined() + range(0xE1000, 0xEFFFD),
            privateUse: range(0xE000, 0xF8FF) + range(0xF0000, 0xFFFFD) + range(0x10_0000, 0x10_FFFD)
        )

        /// The code points themselves: patterns may be only so long.
        private static func range(_ low: UInt32, _ high: UInt32) -> String {
            "\(Unicode.Scalar(low).map(String.init) ?? "")-\(Unicode.Scalar(high).map(String.init) ?? "")"
        }
    }

    private static let escaped = "%[0-9A-Fa-f]{2}"

    private static func resource(_ characters: ResourceCharacters) -> (absolute: String, reference: String) {
        let plain = "A-Za-z0-9._~!$&'()*+,;=\(characters.letters)"
        let part = "(?:[\(plain):@-]|\(escaped))"
        let tail = "(?:/\(part)*)*"
        let rooted = "/(?:\(part)+\(tail))?"
        let suffix = "(?:\\?(?:\(part)|[/?\(characters.privateUse)])*)?(?:#(?:\(part)|[/?])*)?"
        let network = "//\(authority(plain))\(tail)"
        let scheme = "[A-Za-z][A-Za-z0-9+.-]*:"
        let absolute = "\(scheme)(?:\(network)|\(rooted)|\(part)+\(tail))?\(suffix)"
        let rootless = "\(scheme)(?:\(part)+\(tail))?|(?:[\(plain)@-]|\(escaped))+\(tail)"
        return (absolute, "(?:(?:\(scheme))?(?:\(network)|\(rooted))|\(rootless))?\(suffix)")
    }

    private static func authority(_ plain: String) -> String {
        let user = "(?:(?:[\(plain):-]|\(escaped))*@)?"
        let future = "[Vv][0-9A-Fa-f]+\\.[A-Za-z0-9._~!$&'()*+,;=:-]+"
        return "\(user)(?:\\[(?:\(ipv6Address)|\(future))\\]|(?:[\(plain)-]|\(escaped))*)(?::[0-9]*)?"
    }

    private static let templateLiteral: String = {
        let characters = ResourceCharacters.international
        return "(?:[!#$&'-;=?-\\[\\]_a-z~\(characters.letters)\(characters.privateUse)]|\(escaped))"
    }()

    private static let templateExpression: String = {
        let character = "(?:[A-Za-z0-9_]|\(escaped))"
        let variable = "\(character)(?:\\.?\(character))*(?::[1-9][0-9]{0,3}|\\*)?"
        return "\\{[+#./;?&=,!@|]?\(variable)(?:,\(variable))*\\}"
    }()
}
