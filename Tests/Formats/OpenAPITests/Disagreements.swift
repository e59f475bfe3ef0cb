/// Cases of outside suites that are judged otherwise than the suite expects, by the reason.
enum Disagreements {
    static let oasdiff: [String: [String]] = [
        "callers that were let in are not any more": [
            "test/TestAPIGlobalSecurityScopeAdded",
            "test/TestAPISecurityAdded",
            "test/TestAPISecurityScopeAdded",
            "test/TestComponentSecurityTypeUpdated",
            "reversed/TestAPIGlobalSecurityScopeRemoved",
        ],
        "the case's own note: it narrows what is taken, or widens what is given, and the peer only warns": [
            "test/TestBreaking_MaxLengthFromNil",
            "test/TestRequestParameterExclusiveMinSet",
            "test/TestRequestParameterMaxLengthSetCheck",
            "test/TestRequestBodyMaxLengthSetCheck",
            "test/TestRequestPropertyMaxLengthSetCheck",
            "test/TestRequestBodyMaxSetCheck",
            "test/TestRequestPropertyMaxSetCheck",
            "test/TestResponsePropertyEnumValueAdded",
            "reversed/TestBreaking_RequestMaxLengthToNil",
            "reversed/TestBreaking_ResponsePropertyEnumRemoved",
        ],
        "a member that is required and described nowhere must be sent all the same": [
            "test/TestBreaking_ReqBodyNewRequiredPropertyNew"
        ],
        "a member that was always there is not sent any more": [
            "test/TestBreaking_RequiredPropertyWriteOnlyEnabled",
            "test/TestResponsePropertyPatternChanged",
            "reversed/TestResponseRequiredPropertyBecameNotWriteOnly",
        ],
        "a limit on lists is held to bind texts, as it is in the other cases of the suite": [
            "test/TestBreaking_RequestParameterMaxItemsWithoutFlatten"
        ],
        "callers left the member out while it was read-only, and must send it now": [
            "test/TestRequestRequiredPropertyBecameNonReadOnly",
            "reversed/TestRequestReadOnlyPropertyEnumValueRemovedCheck",
            "reversed/TestRequestReadOnlyPropertyMaxDecreasedCheck",
            "reversed/TestRequestReadOnlyPropertyMinIncreasedCheck",
            "reversed/TestRequestRequiredPropertyBecameReadOnly",
        ],
        "the provider sends the body of a webhook and consumers read it": [
            "test/TestWebhookOperationChangesDetected",
            "reversed/TestWebhookOperationChangesDetected",
        ],
        "neither text says which line of OpenAPI it follows": [
            "files/description-spec1--description-spec2"
        ],
        "a text satisfies both of the old 'oneOf', so that it was never sent and now may be": [
            "files/list-of-types-no-type-base--list-of-types-no-type-revision"
        ],
        "numbers in a header may now be larger": [
            "reversed/TestBreaking_MaxSmallerInResponse"
        ],
        "callers that send several values are heard with one": [
            "reversed/TestRequestQueryParamScalarToConstrainedArrayBreaking"
        ],
        "readers of problem documents get documents of any kind": [
            "reversed/TestChangeMediaTypeParameters"
        ],
        "what is sent now satisfies both of the old 'oneOf', so that readers refuse it": [
            "reversed/TestResponsePropertyOneOfWrappingIsBreaking"
        ],
    ]

    static let openAPIDiff: [String: [String]] = [
        "a header that is always sent was allowed before": [
            "HeaderBCTest-responseRequiredIncreased"
        ],
        "nobody could count on a header that need not be sent": [
            "HeadersBCTest-responseDecreased"
        ],
        "the case's own note: fewer texts are sent than before": [
            "MinLengthBCTest-responseMinLengthIncreased"
        ],
        "the implicit flow has no token address (OpenAPI 3.0.4, section 4.7.29)": [
            "OAuthFlowBCTest-tokenUrlChanged"
        ],
        "the name of an operation is not sent; that it changed is told": [
            "OperationBCTest-operationIdChangedInCompatibleWithFlagSet"
        ],
        "calls with a parameter that is not known any more are still taken; it is warned of": [
            "ParametersBCTest-decreased"
        ],
        "a member that need not be sent should not be sent any more, and is not refused": [
            "ReadOnlyBCTest-requestReadOnlyIncreased"
        ],
        "the form of a token is a hint for people (OpenAPI 3.0.4, section 4.7.27)": [
            "SecuritySchemeBCTest-bearerFormatChanged"
        ],
        "nobody could count on a member that need not be sent": [
            "WriteOnlyBCTest-responseWriteOnlyIncreased"
        ],
        "a member that was not sent is always sent now": [
            "WriteOnlyBCTest-responseWriteOnlyRequiredDecreased"
        ],
    ]
}
