internal import Syntax

/// One of the media types under `consumes` or `produces`, and where it is said.
struct SwaggerMedia {
    let name: String
    let place: Node

    /// The media types of a list; JSON where there is none.
    static func list(_ list: Node?, at place: Node) -> [SwaggerMedia] {
        let named = list.map { $0.elements.filter(\.isString).map { SwaggerMedia(name: $0.text, place: $0) } } ?? []
        return named.isEmpty ? [SwaggerMedia(name: "application/json", place: place)] : named
    }

    /// The media types of a list that a form is sent as; where there is none, the one that the fields need.
    static func forms(_ list: Node?, of fields: [Node], at place: Node) -> [SwaggerMedia] {
        let named = Self.list(list, at: place).filter { forms.contains(MediaRange($0.name).essence) }
        let hasFile = fields.contains { $0["type"]?.string == "file" }
        return named.isEmpty ? [SwaggerMedia(name: hasFile ? forms[1] : forms[0], place: place)] : named
    }

    private static let forms = ["application/x-www-form-urlencoded", "multipart/form-data"]
}

extension MediaRange {
    /// The type without its parameters.
    fileprivate var essence: String { "\(type)/\(subtype)" }
}
