internal import JSONSchema

/// The language in which a schema of a message is written.
enum SchemaFormat: Hashable, Sendable {
    /// The schema object of AsyncAPI, JSON Schema itself, or the schema object of OpenAPI.
    case json(Dialect)
    case avro
    case protobuf
    /// Another one, which is stored and not read.
    case other(String)

    /// The schema object of AsyncAPI: a superset of draft-07.
    static let standard = SchemaFormat.json(.draft7)

    /// Reads a `schemaFormat`.
    ///
    /// - SeeAlso: AsyncAPI 3.0.0, "Multi Format Schema Object".
    init(_ written: String) {
        let parts = written.lowercased().split(separator: ";").map { $0.filter { $0 != " " && $0 != "\"" } }
        let version = parts.dropFirst().first { $0.hasPrefix("version=") }.map { String($0.dropFirst(8)) }
        let type = String((parts.first ?? "").prefix { $0 != "+" })
        switch type {
        case "application/vnd.aai.asyncapi": self = .standard
        case "application/schema": self = Self.dialect(version ?? "draft-07").map { .json($0) } ?? .other(written)
        case "application/vnd.oai.openapi":
            self = .json(version?.hasPrefix("3.1") == true ? .openAPI31 : .openAPI30)
        case "application/vnd.apache.avro": self = .avro
        case "application/vnd.google.protobuf", "application/x-protobuf": self = .protobuf
        default: self = .other(written)
        }
    }

    private static func dialect(_ version: String) -> Dialect? {
        let known: [Dialect] = [.draft4, .draft6, .draft7, .draft2019, .draft2020]
        return known.first { $0.rawValue == version || $0.rawValue == "draft-" + version }
            ?? known.first { "draft/" + $0.rawValue == version || "draft-" + $0.rawValue == version }
    }

    /// What it is called in messages.
    var name: String {
        switch self {
        case .json: "JSON Schema"
        case .avro: "Avro"
        case .protobuf: "Protobuf"
        case .other(let written): written
        }
    }

    /// Whether two say the same values in the same way.
    func isComparable(with other: SchemaFormat) -> Bool {
        switch (self, other) {
        case (.json, .json), (.avro, .avro), (.protobuf, .protobuf): true
        case (.other(let one), .other(let another)): one == another
        default: false
        }
    }
}
