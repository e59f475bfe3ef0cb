internal import Compatibility
internal import Contracts
internal import Governance
internal import HTTP
internal import StorePort
internal import Syntax

/// An error as the API says it: `application/problem+json`.
///
/// `code` is stable and part of the API; `detail` and `remedy` are for people.
///
/// - SeeAlso: RFC 9457.
struct Problem {
    let status: Status
    let code: String
    let detail: String
    var remedy: String?
    var place: Place?

    /// The problem that an error is.
    init(_ error: any Error) {
        switch error {
        case let error as RegistryError:
            self.init(Self.status(of: error.kind), error.code, error.message, remedy: error.remedy)
        case let error as ContractFailure:
            self.init(.unprocessableContent, error.code, "\(error)", place: error.place)
        case let error as ReferenceFailure:
            self.init(.unprocessableContent, ReferenceFailure.code, "\(error)")
        case let error as FormatUnknown: self.init(.unprocessableContent, FormatUnknown.code, "\(error)")
        case let error as NameError: self.init(.badRequest, NameError.code, "\(error)")
        case let error as RoutingFailure: self.init(error.status, error.code, "\(error)")
        case let error as SyntaxFailure:
            self.init(.badRequest, error.code.rawValue, "the request's body, \(error)")
        case let error as LogDamaged: self.init(.internalServerError, LogDamaged.code, "\(error)")
        case StoreError.full:
            self.init(
                .insufficientStorage,
                StoreError.full(folder: "").code,
                "no space is left for the registry's data; nothing of this change was stored",
                remedy: "have the operator make space, and send it again"
            )
        case let error as StoreError:
            self.init(
                .serviceUnavailable,
                error.code,
                "the registry cannot use its data",
                remedy: "have the operator look at the server's log"
            )
        default:
            self.init(
                .internalServerError,
                "INTERNAL",
                "the registry could not answer",
                remedy: "have the operator look for this request in the server's log"
            )
        }
    }

    init(_ status: Status, _ code: String, _ detail: String, remedy: String? = nil, place: Place? = nil) {
        self.status = status
        self.code = code
        self.detail = detail
        self.remedy = remedy
        self.place = place
    }

    private static func status(of kind: RegistryError.Kind) -> Status {
        switch kind {
        case .invalid: .badRequest
        case .missing: .notFound
        case .forbidden: .forbidden
        case .conflict: .conflict
        case .unauthenticated: .unauthorized
        }
    }

    /// Whether this is the registry's own trouble, which an operator has to hear of.
    var isOurs: Bool { status.code >= 500 }

    /// The answer that carries the problem.
    func response(to request: Request) -> Response {
        var members: [JSON.Member] = [
            .init("type", .string("urn:canon:problem:\(code)")), .init("title", .string(status.reason)),
            .init("status", .int(status.code)), .init("code", .string(code)), .init("detail", .string(detail)),
        ]
        if let remedy { members.append(.init("remedy", .string(remedy))) }
        if let place { members.append(.init("place", place.json)) }
        members.append(.init("requestId", .string(request.id.description)))
        var fields: Fields = ["Content-Type": "application/problem+json", "Cache-Control": "no-store"]
        if status == .unauthorized { fields.append("WWW-Authenticate", "Bearer realm=\"canon\"") }
        return Response(status, fields: fields, body: JSON.object(members).bytes)
    }
}
