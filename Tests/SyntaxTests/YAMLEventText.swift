@testable import Syntax

/// The notation of events that the community's test suite uses, such as `=VAL &a :text`.
struct YAMLEventText {
    private var parser: YAMLParser
    private var lines = ["+STR"]

    /// The events of a text, a line each.
    static func lines(of source: [UInt8]) throws(SyntaxFailure) -> [String] {
        var text = YAMLEventText(parser: YAMLParser(source: source, limits: .contract))
        while true {
            let event = try text.parser.next()
            guard event.kind != .streamEnd else { return text.lines + ["-STR"] }
            text.add(event)
        }
    }

    private init(parser: YAMLParser) { self.parser = parser }

    private mutating func add(_ event: YAMLEvent) {
        switch event.kind {
        case .documentStart: lines.append("+DOC" + (event.style == .explicit ? " ---" : ""))
        case .documentEnd: lines.append("-DOC" + (event.style == .explicit ? " ..." : ""))
        case .sequenceStart: lines.append("+SEQ" + (event.style == .flow ? " []" : "") + properties(event))
        case .mappingStart: lines.append("+MAP" + (event.style == .flow ? " {}" : "") + properties(event))
        case .sequenceEnd: lines.append("-SEQ")
        case .mappingEnd: lines.append("-MAP")
        case .alias: lines.append("=ALI *" + text(event))
        case .scalar: lines.append("=VAL" + properties(event) + " " + sign(event) + escaped(text(event)))
        case .streamEnd: break
        }
    }

    private func properties(_ event: YAMLEvent) -> String {
        let anchor = String(decoding: parser.scanner.source[event.properties.anchor], as: UTF8.self)
        let tag = event.properties.tag.map { " <\(parser.tags.names[$0])>" } ?? ""
        return (anchor.isEmpty ? "" : " &" + anchor) + tag
    }

    private func text(_ event: YAMLEvent) -> String {
        let bytes = event.isDetached ? parser.scanner.texts[event.text] : parser.scanner.source[event.text]
        return String(decoding: bytes, as: UTF8.self)
    }

    private func sign(_ event: YAMLEvent) -> String {
        switch event.style {
        case .singleQuoted: "'"
        case .doubleQuoted: "\""
        case .literal: "|"
        case .folded: ">"
        default: ":"
        }
    }

    private func escaped(_ text: String) -> String {
        let letters: [Unicode.Scalar: String] = ["\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\u{8}": "\\b"]
        return text.unicodeScalars.map { letters[$0] ?? String(Character($0)) }.joined()
    }
}
