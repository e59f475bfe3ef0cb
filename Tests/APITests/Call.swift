import HTTP
import Syntax

/// One request of the table, and what comes of it on the ``Stage``.
struct Call: Sendable, CustomStringConvertible {
    let method: HTTP.Method
    let template: String
    let target: String
    let person: String
    var body: JSON?
    var fields: [(String, String)] = []
    let status: Int
    var code = ""

    var description: String { "\(method.rawValue) \(target) as \(person)" }

    private init(
        _ method: HTTP.Method,
        _ template: String,
        _ names: [String] = [],
        query: String = "",
        as person: String = "otto",
        sends body: JSON? = nil,
        fields: [(String, String)] = [],
        gives status: Int,
        _ code: String = ""
    ) {
        var names = names[...]
        let steps = template.split(separator: "/").map { $0.hasPrefix("{") ? names.popFirst() ?? "" : String($0) }
        self.method = method
        self.template = template
        target = "/" + steps.joined(separator: "/") + query
        self.person = person
        self.body = body
        self.fields = fields
        self.status = status
        self.code = code
    }

    private static let digest = "sha256:" + String(repeating: "0", count: 64)
    private static let subject = "/v1/subjects/{subject}"
    private static let submission = "/v1/submissions/{submission}"

    static let all = reading + subjects + submissions + answers + catalog + policies + gates + tokens + audit

    private static let reading = [
        Call(.get, "/health", gives: 200), Call(.get, "/ready", gives: 200), Call(.get, "/metrics", gives: 200),
        Call(.get, "/v1/whoami", gives: 200),
    ]

    private static let subjects = [
        Call(.get, "/v1/subjects", gives: 200), Call(.get, "/v1/subjects", query: "?limit=0", gives: 400, "PAGE_LIMIT"),
        Call(.get, "/v1/subjects", query: "?limit=201", gives: 400, "PAGE_LIMIT"),
        Call(.get, "/v1/subjects", query: "?limit=+5", gives: 400, "PAGE_LIMIT"),
        Call(.get, subject, ["billing.invoice"], gives: 200),
        Call(.get, subject, ["nowhere"], gives: 404, "SUBJECT_UNKNOWN"),
        Call(.get, subject, ["Upper"], gives: 400, "NAME_INVALID"),
        Call(.get, subject, ["a%20b"], gives: 400, "NAME_INVALID"),
        Call(.get, subject + "/versions", ["billing.invoice"], gives: 200),
        Call(.get, subject + "/versions", ["billing.invoice"], query: "?cursor=x", gives: 400, "PAGE_CURSOR"),
        Call(.get, subject + "/versions/{version}", ["billing.invoice", "1.0.0"], gives: 200),
        Call(.get, subject + "/versions/{version}", ["billing.invoice", "1"], gives: 200),
        Call(.get, subject + "/versions/{version}", ["billing.invoice", "latest"], gives: 200),
        Call(.get, subject + "/versions/{version}", ["billing.invoice", "9.9.9"], gives: 404, "VERSION_UNKNOWN"),
        Call(
            .get,
            subject + "/versions/{version}",
            ["billing.invoice", "99999999999999999999"],
            gives: 404,
            "VERSION_UNKNOWN"
        ),
        Call(.get, subject + "/versions/{version}/content", ["billing.invoice", "1.0.0"], gives: 200),
        Call(.get, subject + "/versions/{version}/content", ["billing.invoice", "7"], gives: 404, "VERSION_UNKNOWN"),
        Call(
            .post,
            subject + "/baselines",
            ["crm.client"],
            as: "ada",
            sends: Service.proposal("1.0.0", "name", subject: "crm.client"),
            gives: 201
        ),
        Call(
            .post,
            subject + "/baselines",
            ["billing.invoice"],
            as: "ada",
            sends: Service.proposal("3.0.0", "id"),
            gives: 409,
            "BASELINE_CLOSED"
        ),
        Call(
            .post,
            subject + "/baselines",
            ["billing.invoice"],
            as: "maria",
            sends: Service.proposal("3.0.0", "id"),
            gives: 403,
            "ROLE_MISSING"
        ),
    ]

    private static let submissions = [
        Call(
            .post,
            subject + "/checks",
            ["billing.invoice"],
            sends: Service.proposal("1.2.0", "id\ntax\nnet"),
            gives: 200
        ),
        Call(
            .post,
            subject + "/checks",
            ["billing.invoice"],
            sends: Service.proposal("1.2.0", "two words"),
            gives: 422,
            "WORDS_MALFORMED"
        ),
        Call(.post, subject + "/checks", ["billing.invoice"], sends: ["version": "1"], gives: 422, "REQUEST_INVALID"),
        Call(.post, subject + "/checks", ["billing.invoice"], gives: 400, "SYNTAX_MALFORMED"),
        Call(
            .post,
            subject + "/checks",
            ["nowhere"],
            sends: ["version": "1.0.0", "content": "id"],
            gives: 404,
            "SUBJECT_UNKNOWN"
        ),
        Call(
            .post,
            subject + "/checks",
            ["crm.other"],
            sends: Service.proposal("1.0.0", "id"),
            gives: 400,
            "MANIFEST_OTHER_SUBJECT"
        ),
        Call(
            .post,
            subject + "/submissions",
            ["billing.invoice"],
            as: "maria",
            sends: Service.proposal("1.2.0", "id\ntax\nnet\ngross"),
            gives: 201
        ),
        Call(
            .post,
            subject + "/submissions",
            ["billing.invoice"],
            as: "maria",
            sends: Service.proposal("1.2.0", "id\ntax\nnet\ngross"),
            gives: 200
        ),
        Call(
            .post,
            subject + "/submissions",
            ["billing.invoice"],
            sends: Service.proposal("1.3.0", "id\ntax\nx"),
            gives: 403,
            "ROLE_MISSING"
        ),
        Call(
            .post,
            subject + "/submissions",
            ["billing.invoice"],
            as: "maria",
            sends: Service.proposal("1.0.0", "id\ntax\nx"),
            gives: 409,
            "VERSION_EXISTS"
        ),
        Call(
            .post,
            subject + "/submissions",
            ["billing.invoice"],
            as: "maria",
            sends: Service.proposal("1.3.0", "id\ntax\ny"),
            fields: [("Idempotency-Key", "two words")],
            gives: 400,
            "IDEMPOTENCY_KEY_INVALID"
        ),
        Call(
            .post,
            subject + "/submissions",
            ["billing.invoice"],
            as: "maria",
            sends: ["version": "1.3.0", "content": "id", "actor": "ada"],
            gives: 422,
            "REQUEST_INVALID"
        ),
        Call(.get, subject + "/submissions", ["billing.invoice"], gives: 200),
        Call(.get, "/v1/submissions", gives: 200),
        Call(.get, "/v1/submissions", query: "?limit=x", gives: 400, "PAGE_LIMIT"),
        Call(.get, submission, [Stage.approved], gives: 200),
        Call(.get, submission, ["s99999"], gives: 404, "SUBMISSION_UNKNOWN"),
        Call(.get, submission, ["x"], gives: 400, "NAME_INVALID"),
        Call(.get, submission + "/content", [Stage.approved], gives: 200),
        Call(.get, submission + "/content", ["s99999"], gives: 404, "SUBMISSION_UNKNOWN"),
        Call(.post, submission + "/withdrawal", [Stage.toWithdraw], as: "rita", gives: 403, "NOT_AUTHOR"),
        Call(.post, submission + "/withdrawal", [Stage.toWithdraw], as: "maria", gives: 200),
        Call(.post, submission + "/withdrawal", [Stage.toWithdraw], as: "maria", gives: 409, "SUBMISSION_CLOSED"),
        Call(.post, submission + "/withdrawal", ["s99999"], as: "maria", gives: 404, "SUBMISSION_UNKNOWN"),
    ]

    private static let answers = ["approvals", "rejections"].flatMap { kind in
        let (template, open) = (submission + "/" + kind, kind == "approvals" ? Stage.toApprove : Stage.toReject)
        let binding: JSON = ["binding": .string(open.binding), "reason": "seen"]
        let other: JSON = ["binding": .string(digest)]
        return [
            Call(.post, template, [open.id], as: "maria", sends: binding, gives: 403, "ROLE_MISSING"),
            Call(.post, template, [open.id], as: "robot", sends: binding, gives: 403, "SERVICE_ACCOUNT"),
            Call(.post, template, [open.id], as: "ben", sends: other, gives: 409, "BINDING_STALE"),
            Call(.post, template, [open.id], as: "ben", sends: ["binding": "x"], gives: 400, "BINDING_INVALID"),
            Call(.post, template, [open.id], as: "ben", sends: ["reason": "x"], gives: 422, "REQUEST_INVALID"),
            Call(
                .post,
                template,
                [open.id],
                as: "ben",
                sends: ["binding": .string(digest), "by": "x"],
                gives: 422,
                "REQUEST_INVALID"
            ),
            Call(.post, template, ["s99999"], as: "ben", sends: binding, gives: 404, "SUBMISSION_UNKNOWN"),
            Call(.post, template, [open.id], as: "ben", sends: binding, gives: 201),
            Call(.post, template, [open.id], as: "ben", sends: binding, gives: 409, "SUBMISSION_CLOSED"),
        ]
    }

    private static let catalog = [
        Call(.get, "/v1/catalog/{kind}", ["teams"], gives: 200),
        Call(.get, "/v1/catalog/{kind}", ["planets"], gives: 404, "CATALOG_KIND_UNKNOWN"),
        Call(.get, "/v1/catalog/{kind}/{name}", ["teams", "billing"], gives: 200),
        Call(.get, "/v1/catalog/{kind}/{name}", ["teams", "ghosts"], gives: 404, "CATALOG_UNKNOWN"),
        Call(.put, "/v1/catalog/{kind}/{name}", ["teams", "sales"], as: "ada", sends: ["name": "sales"], gives: 201),
        Call(.put, "/v1/catalog/{kind}/{name}", ["teams", "sales"], as: "ada", sends: ["name": "sales"], gives: 200),
        Call(
            .put,
            "/v1/catalog/{kind}/{name}",
            ["teams", "sales"],
            sends: ["name": "sales"],
            gives: 403,
            "ROLE_MISSING"
        ),
        Call(
            .put,
            "/v1/catalog/{kind}/{name}",
            ["teams", "x"],
            as: "ada",
            sends: ["name": "y"],
            gives: 400,
            "CATALOG_OTHER_NAME"
        ),
        Call(
            .put,
            "/v1/catalog/{kind}/{name}",
            ["teams", "x"],
            as: "ada",
            sends: ["name": "x", "color": "red"],
            gives: 422,
            "CATALOG_INVALID"
        ),
        Call(
            .put,
            "/v1/catalog/{kind}/{name}",
            ["people", "x"],
            as: "ada",
            sends: ["name": "x", "service": true, "roles": ["approver"]],
            gives: 422,
            "CATALOG_INVALID"
        ),
        Call(
            .put,
            "/v1/catalog/{kind}/{name}",
            ["systems", "x"],
            as: "ada",
            sends: ["name": "x", "team": "ghosts"],
            gives: 400,
            "CATALOG_UNKNOWN_NAME"
        ),
        Call(
            .put,
            "/v1/catalog/{kind}/{name}",
            ["planets", "x"],
            as: "ada",
            sends: ["name": "x"],
            gives: 404,
            "CATALOG_KIND_UNKNOWN"
        ),
    ]

    private static let policy: JSON = [
        "policy": "modes", "summary": "Modes hold.", "owner": "billing", "rule": "compatibility-holds", "mode": "audit",
    ]

    private static let policies = [
        Call(.get, "/v1/policies", gives: 200), Call(.get, "/v1/policies/{policy}", ["owner-approves"], gives: 200),
        Call(.get, "/v1/policies/{policy}", ["none"], gives: 404, "POLICY_UNKNOWN"),
        Call(.get, "/v1/policies/{policy}", ["a%20b"], gives: 400, "NAME_INVALID"),
        Call(.put, "/v1/policies/{policy}", ["modes"], as: "ada", sends: policy, gives: 201),
        Call(.put, "/v1/policies/{policy}", ["modes"], as: "ada", sends: policy, gives: 200),
        Call(.put, "/v1/policies/{policy}", ["modes"], sends: policy, gives: 403, "ROLE_MISSING"),
        Call(.put, "/v1/policies/{policy}", ["other"], as: "ada", sends: policy, gives: 400, "POLICY_OTHER_NAME"),
        Call(.put, "/v1/policies/{policy}", ["x"], as: "ada", sends: ["policy": "x"], gives: 422, "POLICY_INVALID"),
        Call(.delete, "/v1/policies/{policy}", ["modes"], gives: 403, "ROLE_MISSING"),
        Call(.delete, "/v1/policies/{policy}", ["modes"], as: "ada", gives: 204),
        Call(.delete, "/v1/policies/{policy}", ["modes"], as: "ada", gives: 404, "POLICY_UNKNOWN"),
    ]

    private static let lock = #"{"lockVersion":1,"app":"bridge","version":"1"}"#

    private static let gates = [
        Call(.post, "/v1/gates", as: "rita", sends: ["lock": .string(lock), "environment": "production"], gives: 200),
        Call(
            .post,
            "/v1/gates",
            sends: ["lock": .string(lock), "environment": "production"],
            gives: 403,
            "ROLE_MISSING"
        ),
        Call(
            .post,
            "/v1/gates",
            as: "rita",
            sends: ["lock": "{}", "environment": "production"],
            gives: 422,
            "LOCK_INVALID"
        ),
        Call(
            .post,
            "/v1/gates",
            as: "rita",
            sends: ["lock": "{", "environment": "production"],
            gives: 422,
            "SYNTAX_MALFORMED"
        ),
        Call(
            .post,
            "/v1/gates",
            as: "rita",
            sends: ["lock": .string(lock), "environment": "a b"],
            gives: 422,
            "REQUEST_INVALID"
        ),
        Call(.post, "/v1/gates", as: "rita", sends: ["lock": .string(lock)], gives: 422, "REQUEST_INVALID"),
        Call(.get, "/v1/gates/{gate}", [Stage.gate], gives: 200),
        Call(.get, "/v1/gates/{gate}", ["g99999"], gives: 404, "GATE_UNKNOWN"),
    ]

    private static let tokens = [
        Call(.get, "/v1/tokens", as: "ada", gives: 200), Call(.get, "/v1/tokens", gives: 403, "ROLE_MISSING"),
        Call(.post, "/v1/tokens", as: "ada", sends: ["person": "otto", "days": 1], gives: 201),
        Call(.post, "/v1/tokens", sends: ["person": "otto"], gives: 403, "ROLE_MISSING"),
        Call(.post, "/v1/tokens", as: "ada", sends: ["person": "ghost"], gives: 400, "PERSON_UNKNOWN"),
        Call(.post, "/v1/tokens", as: "ada", sends: ["person": "otto", "days": 0], gives: 422, "REQUEST_INVALID"),
        Call(
            .post,
            "/v1/tokens",
            as: "ada",
            sends: ["person": "otto", "scopes": ["king"]],
            gives: 422,
            "REQUEST_INVALID"
        ),
        Call(.delete, "/v1/tokens/{token}", [Stage.token], gives: 403, "ROLE_MISSING"),
        Call(.delete, "/v1/tokens/{token}", [Stage.token], as: "ada", gives: 204),
        Call(.delete, "/v1/tokens/{token}", ["none"], as: "ada", gives: 404, "TOKEN_UNKNOWN"),
    ]

    private static let audit = [
        Call(.get, "/v1/audit/checkpoint", gives: 200), Call(.get, "/v1/audit/records", as: "ada", gives: 200),
        Call(
            .get,
            "/v1/audit/records",
            query: "?actor=ada&action=token.issued&since=2020-01-01",
            as: "ada",
            gives: 200
        ),
        Call(.get, "/v1/audit/records", gives: 403, "ROLE_MISSING"),
        Call(.get, "/v1/audit/records", query: "?since=yesterday", as: "ada", gives: 400, "TIME_INVALID"),
        Call(.get, "/v1/audit/records", query: "?cursor=-1", as: "ada", gives: 400, "PAGE_CURSOR"),
        Call(.get, "/v1/audit/records/{record}", ["0"], as: "ada", gives: 200),
        Call(.get, "/v1/audit/records/{record}", ["0"], query: "?size=3", as: "ada", gives: 200),
        Call(.get, "/v1/audit/records/{record}", ["0"], gives: 403, "ROLE_MISSING"),
        Call(.get, "/v1/audit/records/{record}", ["99999"], as: "ada", gives: 404, "RECORD_UNKNOWN"),
        Call(.get, "/v1/audit/records/{record}", ["-0"], as: "ada", gives: 400, "RECORD_INVALID"),
        Call(.get, "/v1/audit/records/{record}", ["0"], query: "?size=x", as: "ada", gives: 400, "QUERY_INVALID"),
        Call(.get, "/v1/audit/consistency", query: "?from=3", gives: 200),
        Call(.get, "/v1/audit/consistency", gives: 200),
        Call(.get, "/v1/audit/consistency", query: "?from=9&to=3", gives: 400, "SIZE_UNKNOWN"),
        Call(.get, "/v1/audit/verification", as: "ada", gives: 200),
        Call(.get, "/v1/audit/verification", gives: 403, "ROLE_MISSING"),
        Call(.post, "/v1/audit/exports", as: "ada", gives: 200),
        Call(.post, "/v1/audit/exports", gives: 403, "ROLE_MISSING"),
    ]
}
