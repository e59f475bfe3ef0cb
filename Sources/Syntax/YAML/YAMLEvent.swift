/// One step of reading a YAML text: what begins, ends or stands there.
///
/// - SeeAlso: YAML 1.2.2, section 3.1 (serialisation tree).
struct YAMLEvent {
    enum Kind: UInt8 {
        case documentStart
        case documentEnd
        case sequenceStart
        case sequenceEnd
        case mappingStart
        case mappingEnd
        case scalar
        case alias
        case streamEnd
    }

    /// How it is written: `explicit` is a document with its marker, `flow` a collection in brackets.
    enum Style: UInt8 {
        case implicit
        case explicit
        case block
        case flow
        case plain
        case singleQuoted
        case doubleQuoted
        case literal
        case folded
    }

    let kind: Kind
    let style: Style
    /// Index in the source of the first byte and behind the last one, without properties.
    let position: Int
    let end: Int
    /// The text of a scalar, the name of an alias: a range of the source, or of the scanner's `texts` if detached.
    var text = 0..<0
    var isDetached = false
    var properties = YAMLProperties()

    init(_ kind: Kind, _ style: Style, from position: Int, to end: Int) {
        self.kind = kind
        self.style = style
        self.position = position
        self.end = end
    }
}

/// What may stand before a value: an anchor and a tag.
struct YAMLProperties {
    /// The anchor's name in the source; empty if there is none.
    var anchor = 0..<0
    /// Index of the tag in the parser's list of tags, or nil.
    var tag: Int?

    var hasAnchor: Bool { !anchor.isEmpty }
    var isEmpty: Bool { anchor.isEmpty && tag == nil }
}
