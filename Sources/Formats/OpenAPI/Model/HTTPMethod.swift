/// The methods that a path item may have operations for, in the order of the specification.
///
/// - SeeAlso: OpenAPI 3.1.1, section 4.8.9.1.
package enum HTTPMethod: String, Hashable, Sendable, CaseIterable {
    case get, put, post, delete, options, head, patch, trace

    /// The name as it goes over the wire.
    package var name: String { rawValue.uppercased() }
}
