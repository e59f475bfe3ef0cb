/// Addresses of networks and hosts.
extension FormatGrammar {
    /// - SeeAlso: RFC 2673, section 3.2.
    static let ipv4 = FormatGrammar(exactly: ipv4Address, longest: 15)
    /// - SeeAlso: RFC 4291, section 2.2, with the grammar of RFC 3986.
    static let ipv6 = FormatGrammar(exactly: ipv6Address, longest: 45)
    /// - SeeAlso: RFC 1123, section 2.1; RFC 5890, section 2.3.2.1.
    static let hostname = FormatGrammar(
        within: ["\(label)(?:\\.\(label))*", nameLength],
        around: ["\(plainLabel)(?:\\.\(plainLabel))*", nameLength],
        longest: longestName
    ) { InternationalName($0).validity }
    /// - SeeAlso: RFC 5890, section 2.3.2.3.
    static let idnHostname = FormatGrammar(
        within: ["[A-Za-z0-9.\\u0080-\\u{10FFFF}-]+"],
        around: ["\(plainLabel)(?:\\.\(plainLabel))*", nameLength]
    ) { InternationalName($0).validity }
    /// - SeeAlso: RFC 5321, section 4.1.2.
    static let email = FormatGrammar(
        within: ["\(mailbox(atom: atom, quoted: quoted))@(?:\(domain(label))|\(addressLiteral))", mailboxLength],
        around: ["\(mailbox(atom: atom, quoted: quoted))@(?:\(domain(plainLabel))|\(addressLiteral))", mailboxLength],
        longest: longestLocalPart + 1 + longestName
    ) { text in text.hasSuffix("]") ? true : InternationalName(domainPart(of: text)).validity }
    /// - SeeAlso: RFC 6531, section 3.3.
    static let idnEmail = FormatGrammar(
        within: [internationalMailbox],
        around: [internationalMailbox, "(?:[ -~]{1,\(longestLocalPart)}|[\\s\\S]{1,16})@[^@]*"]
    ) { localPart(of: $0).utf8.count <= longestLocalPart }

    static let ipv4Address = {
        let octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
        return "\(octet)(?:\\.\(octet)){3}"
    }()

    static let ipv6Address = {
        let group = "[0-9A-Fa-f]{1,4}"
        // At most so many groups before the two colons, and so many behind them before the last four octets.
        let shortened = (0...5).map { before in
            let head = before == 0 ? "" : "(?:(?:\(group):){0,\(before - 1)}\(group))?"
            return "\(head)::(?:\(group):){\(5 - before)}"
        }
        let start = (["(?:\(group):){6}"] + shortened).joined(separator: "|")
        let long = "(?:\(start))(?:\(group):\(group)|\(ipv4Address))"
        return "(?:\(long)|(?:(?:\(group):){0,5}\(group))?::\(group)|(?:(?:\(group):){0,6}\(group))?::)"
    }()

    private static func localPart(of mailbox: String) -> Substring {
        mailbox[..<(mailbox.lastIndex(of: "@") ?? mailbox.startIndex)]
    }

    private static func domainPart(of mailbox: String) -> String {
        String(mailbox[mailbox.index(after: mailbox.lastIndex(of: "@") ?? mailbox.startIndex)...])
    }

    private static let longestName = 253
    private static let longestLocalPart = 64
    private static let nameLength = "[\\s\\S]{1,\(longestName)}"
    private static let label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"

    /// A label that does not begin with `xn--`.
    private static let plainLabel: String = {
        let (end, part) = ("[A-Za-z0-9]", "[A-Za-z0-9-]")
        return [
            "[A-WYZa-wyz0-9](?:\(part){0,61}\(end))?",
            "[Xx](?:[A-MO-Za-mo-z0-9](?:\(part){0,60}\(end))?|-\(part){0,60}\(end))?",
            "[Xx][Nn](?:\(end)(?:\(part){0,59}\(end))?|-\(end)(?:\(part){0,58}\(end))?)?",
        ].joined(separator: "|").grouped
    }()

    private static func domain(_ label: String) -> String { "\(label)(?:\\.\(label))*" }
    private static let addressLiteral = "\\[(?:\(ipv4Address)|IPv6:\(ipv6Address))\\]"
    private static let mailboxLength =
        "[ -~]{1,\(longestLocalPart)}@(?:[A-Za-z0-9.-]{1,\(longestName)}|\\[[0-9A-Fa-fIPv:.]+\\])"
    private static let atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
    private static let quoted = "(?:[ !#-\\[\\]-~]|\\\\[ -~])*"
    private static let beyondASCII = "\\u0080-\\u{10FFFF}"

    private static func mailbox(atom: String, quoted: String) -> String {
        "(?:\(atom)(?:\\.\(atom))*|\"\(quoted)\")"
    }

    private static let internationalMailbox: String = {
        let atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\(beyondASCII)-]+"
        let quoted = "(?:[ !#-\\[\\]-~\(beyondASCII)]|\\\\[ -~])*"
        let end = "[A-Za-z0-9\(beyondASCII)]"
        let label = "\(end)(?:[A-Za-z0-9\(beyondASCII)-]*\(end))?"
        return "\(mailbox(atom: atom, quoted: quoted))@(?:\(domain(label))|\(addressLiteral))"
    }()
}

extension String {
    /// The pattern as one term.
    fileprivate var grouped: String { "(?:\(self))" }
}
