/// The line of the specification that a document follows; it decides what its schemas mean.
package enum OpenAPIVersion: String, Hashable, Sendable, CaseIterable {
    /// 3.0.x: schemas are OpenAPI's own dialect of JSON Schema (`nullable`, boolean `exclusiveMinimum`).
    case v30 = "3.0"
    /// 3.1.x: schemas are JSON Schema 2020-12 unless `jsonSchemaDialect` says otherwise.
    case v31 = "3.1"

    /// Reads the `openapi` field, such as `3.0.3`; nil if it names another line.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let line = Self(rawValue: "\(parts[0]).\(parts[1])") else { return nil }
        self = line
    }
}
