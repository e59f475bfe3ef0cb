extension CarriedValue {
    /// How the value is carried.
    var medium: Medium {
        switch writing {
        case .style(let style, _): style.isExploded && style.name == "form" ? .parts : .text
        case .content(let content): content.range.medium
        }
    }
}

extension MediaRange {
    /// How values of this type are carried: all but plain text are documents, and XML does not tell types apart.
    var medium: Medium {
        if type == "text", subtype == "plain" { return .text }
        return subtype == "xml" || subtype.hasSuffix("+xml") ? .markup : .document
    }
}
