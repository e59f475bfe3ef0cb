/// A `format` of texts, by the name that schemas call it; other names are annotations.
///
/// - SeeAlso: JSON Schema 2020-12 Validation, section 7.3.
package enum StringFormat: String, Hashable, Sendable, CaseIterable {
    case dateTime = "date-time"
    case email = "email"
    case hostname = "hostname"
    case ipv4 = "ipv4"
    case ipv6 = "ipv6"
    case uri = "uri"
    case uriReference = "uri-reference"
    case uriTemplate = "uri-template"
    case jsonPointer = "json-pointer"
    case date = "date"
    case time = "time"
    case idnEmail = "idn-email"
    case idnHostname = "idn-hostname"
    case iri = "iri"
    case iriReference = "iri-reference"
    case regex = "regex"
    case relativeJSONPointer = "relative-json-pointer"
    case duration = "duration"
    case uuid = "uuid"

    /// Whether a text is of the format; unknown where that is not worked out.
    ///
    /// - Complexity: O(octets of the text).
    package func validity(of text: String) -> Validity {
        grammar.validity(of: text).map(Validity.init) ?? .unknown(.format(rawValue))
    }

    /// A format that all its texts are of, where that does not show in the languages of both.
    var broader: StringFormat? {
        switch self {
        case .hostname: .idnHostname
        case .email: .idnEmail
        default: nil
        }
    }

    /// What its texts are.
    var grammar: FormatGrammar {
        switch self {
        case .date: .date
        case .time: .time
        case .dateTime: .dateTime
        case .duration: .duration
        case .ipv4: .ipv4
        case .ipv6: .ipv6
        case .hostname: .hostname
        case .email: .email
        case .idnHostname: .idnHostname
        case .idnEmail: .idnEmail
        case .uri: .uri
        case .uriReference: .uriReference
        case .iri: .iri
        case .iriReference: .iriReference
        case .uriTemplate: .uriTemplate
        case .jsonPointer: .jsonPointer
        case .relativeJSONPointer: .relativeJSONPointer
        case .uuid: .uuid
        case .regex: .regex
        }
    }
}

/// Whether `format` asks something of texts.
package enum FormatUse: String, Hashable, Sendable, CaseIterable {
    /// As the dialect has it: drafts 04, 06 and 07 assert it, later ones where the meta-schema says so.
    case byDialect = "BY_DIALECT"
    /// Always.
    case asserted = "ASSERTED"
    /// Never.
    case annotated = "ANNOTATED"
}
