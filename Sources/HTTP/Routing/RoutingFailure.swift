/// Why no route answers a request.
public enum RoutingFailure: Error, Hashable, Sendable {
    /// No template matches the path.
    case notFound(path: String)
    /// A template matches, for other methods.
    case methodNotAllowed(Method, path: String, allowed: [Method])

    /// Stable code.
    public var code: String {
        switch self {
        case .notFound: "ROUTE_NOT_FOUND"
        case .methodNotAllowed: "ROUTE_METHOD_NOT_ALLOWED"
        }
    }

    /// The status of the answer.
    public var status: Status {
        switch self {
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        }
    }

    /// What `Allow` says; nil where the field does not belong.
    public var allow: String? {
        guard case .methodNotAllowed(_, _, let allowed) = self else { return nil }
        return allowed.map(\.rawValue).joined(separator: ", ")
    }
}

extension RoutingFailure: CustomStringConvertible {
    /// Says what was asked for and what there is.
    public var description: String {
        switch self {
        case .notFound(let path):
            "nothing is at \(path); see the API's contract for its paths"
        case .methodNotAllowed(let method, let path, _):
            "\(path) does not know \(method.rawValue); use one of: \(allow ?? "")"
        }
    }
}
