/// Finds the route of a request by its path and method.
///
/// A tree of segments: literal text is preferred to a name in braces, segment by segment from the left, and a path that
/// fits only the latter is still found. A path is looked up in a time that depends on its length, not on the number of
/// routes.
public struct Router: Sendable {
    /// Makes an answer of what a handler threw, or of a ``RoutingFailure``.
    public typealias Renderer = @Sendable (any Error, Request) -> Response

    /// All routes, in the order in which they were given.
    public let routes: [Route]
    private var root = Node()
    private let renderer: Renderer

    /// A router of routes.
    ///
    /// - Parameters:
    ///   - routes: No two of the same method and shape of template.
    ///   - renderer: Makes answers of errors; `Allow` and `Content-Length` are added to what it returns.
    public init(_ routes: [Route], renderer: @escaping Renderer) {
        self.routes = routes
        self.renderer = renderer
        for route in routes { root.insert(route, at: route.segments[...]) }
    }

    /// The routes as pairs of method and template, sorted: for comparing with a contract.
    public var inventory: [String] {
        routes.map { "\($0.method.rawValue) \($0.template)" }.sorted()
    }

    /// Answers a request.
    public func respond(to request: Request) async -> Response {
        do {
            return try await answer(request)
        } catch let failure as RoutingFailure {
            var response = renderer(failure, request)
            if let allow = failure.allow { response.fields.set("Allow", allow) }
            return response
        } catch {
            return renderer(error, request)
        }
    }

    private func answer(_ request: Request) async throws -> Response {
        if request.concernsServer { return Self.options(Method.allCases) }
        guard let node = root.find(request.path.segments[...]) else {
            throw RoutingFailure.notFound(path: request.rawPath)
        }
        let method = request.method == .head ? .get : request.method
        guard let endpoint = node.endpoints[method] else {
            if method == .options { return Self.options(node.allowed) }
            throw RoutingFailure.methodNotAllowed(request.method, path: request.rawPath, allowed: node.allowed)
        }
        var named = request
        named.path = request.path.named(endpoint.names)
        return try await endpoint.handler(named)
    }

    private static func options(_ methods: [Method]) -> Response {
        Response(.noContent, fields: ["Allow": methods.map(\.rawValue).joined(separator: ", ")])
    }
}

/// A place in the tree: what follows it, and what answers where it is the end.
private struct Node: Sendable {
    struct Endpoint: Sendable {
        /// The names of the template by position; nil where it has literal text.
        let names: [String?]
        let handler: Route.Handler
    }

    var literals: [String: Node] = [:]
    /// What follows any segment; at most one, in an array because a structure cannot contain itself.
    var parameter: [Node] = []
    var endpoints: [Method: Endpoint] = [:]

    /// The methods that answer here, with those that the router answers itself.
    var allowed: [Method] {
        Method.allCases.filter { method in
            switch method {
            case .head: endpoints[.get] != nil
            case .options: true
            default: endpoints[method] != nil
            }
        }
    }

    mutating func insert(_ route: Route, at segments: ArraySlice<TemplateSegment>) {
        guard let segment = segments.first else {
            precondition(endpoints[route.method] == nil, "two routes: \(route.method.rawValue) \(route.template)")
            endpoints[route.method] = Endpoint(names: route.segments.map(\.name), handler: route.handler)
            return
        }
        switch segment {
        case .literal(let text):
            literals[text, default: Node()].insert(route, at: segments.dropFirst())
        case .parameter:
            if parameter.isEmpty { parameter.append(Node()) }
            parameter[0].insert(route, at: segments.dropFirst())
        }
    }

    func find(_ segments: ArraySlice<String>) -> Node? {
        guard let segment = segments.first else { return endpoints.isEmpty ? nil : self }
        if let next = literals[segment], let found = next.find(segments.dropFirst()) { return found }
        guard !segment.isEmpty, let next = parameter.first else { return nil }
        return next.find(segments.dropFirst())
    }
}

extension TemplateSegment {
    var name: String? {
        guard case .parameter(let name) = self else { return nil }
        return name
    }
}
