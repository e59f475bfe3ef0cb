internal import Contracts
internal import Crypto
internal import Governance
internal import HTTP
internal import Syntax

/// Checks, submissions, and what people say about them.
enum SubmissionRoutes {
    static func routes(_ endpoint: Endpoint) -> [Route] {
        [
            endpoint.route(.post, "/v1/subjects/{subject}/checks") { request, principal, registry in
                let proposal = try ProposalBody(request).proposal(registry, for: request.subject())
                return .json(.ok, Render.judgement(try registry.check(proposal, by: principal)))
            },
            endpoint.route(.post, "/v1/subjects/{subject}/submissions") { request, principal, registry in
                let proposal = try ProposalBody(request).proposal(registry, for: request.subject())
                let submitted = try await registry.submit(proposal, by: principal, request.mark())
                return answer(submitted)
            },
            endpoint.route(.get, "/v1/subjects/{subject}/submissions") { request, _, registry in
                .page(try registry.submissions(of: request.subject(), request.page()), Render.submission)
            },
            endpoint.route(.get, "/v1/submissions") { request, _, registry in
                .page(try registry.openSubmissions(request.page()), Render.submission)
            },
            endpoint.route(.get, "/v1/submissions/{submission}") { request, _, registry in
                .json(.ok, Render.dossier(try registry.dossier(request.submission())))
            },
            endpoint.route(.get, "/v1/submissions/{submission}/content") { request, _, registry in
                let content = try registry.content(of: request.submission())
                let fields: Fields = [
                    "Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff",
                    "Content-Disposition": "attachment", "Cache-Control": "private, max-age=31536000, immutable",
                ]
                return Response(.ok, fields: fields, body: content)
            },
            endpoint.route(.post, "/v1/submissions/{submission}/withdrawal") { request, principal, registry in
                let submission = try await registry.withdraw(request.submission(), by: principal, request.mark())
                return .json(.ok, Render.submission(submission))
            },
        ] + answers(endpoint)
    }

    private static func answers(_ endpoint: Endpoint) -> [Route] {
        [
            endpoint.route(.post, "/v1/submissions/{submission}/approvals", isHeavy: true) {
                request,
                principal,
                registry in
                let body = try AnswerBody(request)
                let answered = try await registry.approve(
                    request.submission(),
                    binding: body.binding,
                    reason: body.reason,
                    by: principal,
                    request.mark()
                )
                return .json(.created, Render.answered(answered))
            },
            endpoint.route(.post, "/v1/submissions/{submission}/rejections", isHeavy: true) {
                request,
                principal,
                registry in
                let body = try AnswerBody(request)
                let answered = try await registry.reject(
                    request.submission(),
                    binding: body.binding,
                    reason: body.reason,
                    by: principal,
                    request.mark()
                )
                return .json(.created, Render.answered(answered))
            },
        ]
    }

    private static func answer(_ submitted: Submitted) -> Response {
        guard let submission = submitted.submission else { return .json(.ok, Render.judgement(submitted.judgement)) }
        let fields: Fields = ["Location": "/v1/submissions/\(submission.id)"]
        let status: Status = submitted.isRepeated ? .ok : .created
        return .json(status, Render.submitted(submission, decision: submitted.decision), fields: fields)
    }
}

/// An answer to a submission as a request carries it: `{"binding", "reason"?}`.
private struct AnswerBody {
    let binding: Digest
    let reason: String

    init(_ request: Request) throws {
        let reader = try request.object(known: ["binding", "reason"])
        reason = try reader.optionalText("reason") ?? ""
        guard let binding = Digest(try reader.text("binding")) else {
            throw RegistryError(
                .invalid,
                "BINDING_INVALID",
                "'binding' is no digest",
                "send the 'binding' that the submission showed"
            )
        }
        self.binding = binding
    }
}

extension Request {
    /// The submission that the path names.
    func submission() throws(NameError) -> SubmissionID { try name("submission", SubmissionID.init(parsing:)) }
}
