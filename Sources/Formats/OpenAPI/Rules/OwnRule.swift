internal import Compatibility
internal import Contracts

/// A rule whose id is made of nothing else.
struct OwnRule {
    let id: String
    let severity: Severity
    /// The direction that it breaks; none where it breaks none, all where it may break either.
    let directions: [Direction]

    static let all: [OwnRule] =
        rules(
            .error,
            [.backward],
            "api-path-removed-without-deprecation api-removed-without-deprecation api-path-sunset-parse api-sunset-parse",
            "api-path-removed-before-sunset api-removed-before-sunset",
            "webhook-removed callback-removed api-server-path-removed api-security-added api-global-security-added",
            "api-security-scope-added api-global-security-scope-added",
            "new-request-path-parameter new-required-request-parameter request-parameter-became-required",
            "request-body-added-required request-body-removed request-body-became-required",
            "request-body-media-type-removed request-body-media-type-schema-added request-parameter-schema-added",
            "request-parameter-allow-reserved-removed new-required-request-property request-property-became-required",
            "new-required-request-property-with-default request-property-became-required-with-default",
            "required-response-header-removed response-header-became-optional response-header-schema-removed",
            "response-header-allow-reserved-added response-success-status-removed response-media-type-removed",
            "response-media-type-name-generalized response-body-media-type-schema-removed",
            "response-required-property-removed response-required-property-became-write-only",
            "response-optional-property-added request-required-property-became-not-read-only",
            "request-body-encoding-required-header-added response-body-encoding-required-header-removed"
        )
        + rules(
            .error,
            [.forward],
            "endpoint-added webhook-added callback-added api-server-path-added api-security-removed",
            "api-global-security-removed api-security-scope-removed api-global-security-scope-removed",
            "request-parameter-became-optional request-body-became-optional request-body-media-type-added",
            "request-body-media-type-schema-removed request-parameter-schema-removed request-property-removed",
            "request-parameter-allow-reserved-added request-parameter-removed response-header-added",
            "new-optional-request-property response-header-became-required response-header-schema-added",
            "response-header-allow-reserved-removed response-success-status-added response-media-type-added",
            "response-body-media-type-schema-added response-property-became-required",
            "response-optional-property-removed response-required-property-added",
            "request-required-property-became-read-only",
            "response-required-property-became-not-write-only",
            "request-body-encoding-required-header-removed response-body-encoding-required-header-added"
        )
        + rules(
            .error,
            [.backward, .forward],
            "api-security-component-type-changed api-security-component-api-key-name-changed",
            "api-security-component-api-key-location-changed api-security-component-http-scheme-changed",
            "api-security-component-oauth-url-changed api-security-component-oauth-token-url-changed",
            "api-security-component-oauth-refresh-url-changed api-security-component-oauth-flow-removed",
            "api-security-component-openid-connect-url-changed request-body-encoding-style-changed",
            "request-body-encoding-content-type-changed response-body-encoding-style-changed",
            "response-body-encoding-content-type-changed request-parameter-style-changed",
            "request-parameter-explode-changed request-parameter-content-added request-parameter-content-removed",
            "request-parameter-content-media-type-changed response-header-style-changed",
            "response-header-explode-changed response-header-content-added response-header-content-removed",
            "response-header-content-media-type-changed"
        )
        + rules(
            .error,
            [],
            "api-deprecated-sunset-parse sunset-deleted api-invalid-stability-level api-stability-decreased",
            "request-parameter-sunset-parse api-deprecated-sunset-missing api-sunset-date-too-small",
            "api-sunset-date-changed-too-small request-parameter-removed-before-sunset specification-violated"
        )
        + rules(.warning, [], "optional-response-header-removed api-server-removed required-name-empty")
        + rules(
            .info,
            [],
            "api-path-removed-with-deprecation api-removed-with-deprecation endpoint-deprecated",
            "endpoint-deprecated-with-sunset endpoint-reactivated api-operation-id-added api-operation-id-removed",
            "api-tag-added api-tag-removed api-stability-increased request-parameter-removed-with-deprecation",
            "new-optional-request-parameter request-parameter-deprecated request-parameter-reactivated",
            "request-body-added-optional response-non-success-status-added response-non-success-status-removed",
            "api-schema-removed api-security-component-added api-security-component-removed api-version-decreased",
            "api-version-not-bumped api-major-version-not-bumped request-optional-property-became-read-only",
            "request-optional-property-became-not-read-only request-optional-property-became-write-only",
            "request-optional-property-became-not-write-only request-required-property-became-write-only",
            "request-required-property-became-not-write-only response-optional-property-became-read-only",
            "response-optional-property-became-not-read-only response-optional-property-became-write-only",
            "response-optional-property-became-not-write-only response-required-property-became-read-only",
            "response-required-property-became-not-read-only request-required-read-only-property-added",
            "request-required-read-only-property-removed request-optional-read-only-property-added",
            "request-optional-read-only-property-removed response-required-write-only-property-added",
            "response-required-write-only-property-removed response-optional-write-only-property-added",
            "response-optional-write-only-property-removed response-media-type-name-specialized",
            "response-media-type-name-changed"
        )

    private static func rules(_ severity: Severity, _ directions: [Direction], _ ids: String...) -> [OwnRule] {
        ids.flatMap { $0.split(separator: " ") }.map { id in
            OwnRule(id: String(id), severity: severity, directions: directions)
        }
    }

    var card: RuleCard {
        let grammar = RuleGrammar(id)
        return RuleCard(
            id,
            severity,
            grammar.axes,
            summary: grammar.sentence,
            why: grammar.why(directions, severity),
            source: grammar.source,
            example: Self.texts[id].map {
                .init($0.old, $0.new, directions.first ?? .backward, options: grammar.exampleOptions)
            }
        )
    }
}
