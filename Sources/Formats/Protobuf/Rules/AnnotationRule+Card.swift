package import Compatibility
internal import Contracts

extension AnnotationRule {
    /// The rule as its page in the reference tells it.
    package var card: RuleCard {
        let told = telling
        return RuleCard(
            rawValue,
            .error,
            told.axes,
            summary: told.summary,
            why: told.why,
            source: source,
            example: .init(Self.declarations + told.old, Self.declarations + told.new)
        )
    }

    private var source: String {
        switch self {
        case .httpBindingRemoved, .httpBodyChanged: "AIP-127, HTTP and gRPC transcoding"
        case .fieldBecameRequired, .fieldBecameOutputOnly, .fieldBecameInputOnly, .fieldBecameImmutable:
            "AIP-203, Field behavior documentation"
        case .resourceChanged, .resourceReferenceChanged: "AIP-123, Resource types"
        case .methodSignatureRemoved, .hostChanged: "AIP-4232, Flattened methods; AIP-180, Backwards compatibility"
        }
    }

    private var telling: RuleTelling {
        switch self {
        case .httpBindingRemoved:
            Self.method(
                RuleAxes(.request, "HTTP binding", .removed),
                "A verb and path that reached a method does no longer.",
                "Callers over HTTP get no answer.",
                "http) = { get: \"/v1/a\" }",
                "http) = { get: \"/v2/a\" }"
            )
        case .httpBodyChanged:
            Self.method(
                RuleAxes(.request, "HTTP body", .changed),
                "Another part of the request or response is the body.",
                "What callers over HTTP send as body is taken for something else.",
                "http) = { post: \"/v1/a\" body: \"*\" }",
                "http) = { post: \"/v1/a\" body: \"a\" }"
            )
        case .methodSignatureRemoved:
            Self.method(
                RuleAxes(.request, "method signature", .removed),
                "A way to call a method with its parameters one by one is gone.",
                "Code that calls the client library so does not compile.",
                "method_signature) = \"a\"",
                "method_signature) = \"a,b\""
            )
        case .hostChanged:
            RuleTelling(
                RuleAxes(.both, "host", .changed),
                "A service is found under another host name.",
                "Client libraries call another host.",
                "service S { option (default_host) = \"a.example.com\"; }",
                "service S { option (default_host) = \"b.example.com\"; }"
            )
        case .resourceChanged:
            RuleTelling(
                RuleAxes(.both, "resource", .changed),
                "A resource's type or one of its patterns changed.",
                "Client libraries make and read other names.",
                "message M { option (resource) = { type: \"example.com/A\" pattern: \"as/{a}\" }; }",
                "message M { option (resource) = { type: \"example.com/A\" pattern: \"bs/{a}\" }; }"
            )
        default: tellingOfField
        }
    }

    private var tellingOfField: RuleTelling {
        switch self {
        case .fieldBecameRequired:
            Self.field(
                RuleAxes(.request, "requiredness", .tightened),
                "A field must be sent now, or a new field must be.",
                "Callers that leave it out are refused.",
                "field_behavior) = OPTIONAL",
                "field_behavior) = REQUIRED"
            )
        case .fieldBecameOutputOnly:
            Self.field(
                RuleAxes(.request, "presence", .tightened),
                "What callers sent is ignored now.",
                "Callers believe that they set it.",
                "field_behavior) = OPTIONAL",
                "field_behavior) = OUTPUT_ONLY"
            )
        case .fieldBecameInputOnly:
            Self.field(
                RuleAxes(.response, "presence", .tightened),
                "What callers were sent is left out now.",
                "Callers that read it find nothing.",
                "field_behavior) = OPTIONAL",
                "field_behavior) = INPUT_ONLY"
            )
        case .fieldBecameImmutable:
            Self.field(
                RuleAxes(.request, "mutability", .tightened),
                "What callers changed cannot be changed any more.",
                "Callers that change it are refused.",
                "field_behavior) = OPTIONAL",
                "field_behavior) = IMMUTABLE"
            )
        default:
            Self.field(
                RuleAxes(.both, "resource reference", .changed),
                "A field refers to another type of resource.",
                "Names of the one are no names of the other.",
                "resource_reference) = { type: \"example.com/A\" }",
                "resource_reference) = { type: \"example.com/B\" }"
            )
        }
    }

    private static func field(
        _ axes: RuleAxes,
        _ summary: String,
        _ why: String,
        _ old: String,
        _ new: String
    ) -> RuleTelling {
        func text(_ option: String) -> String { "message M { string a = 1 [(\(option)]; }" }
        return RuleTelling(axes, summary, why, text(old), text(new))
    }

    private static func method(
        _ axes: RuleAxes,
        _ summary: String,
        _ why: String,
        _ old: String,
        _ new: String
    ) -> RuleTelling {
        func text(_ option: String) -> String {
            "message M { string a = 1; string b = 2; }\n"
                + "service S { rpc A(M) returns (M) { option (\(option); } }"
        }
        return RuleTelling(axes, summary, why, text(old), text(new))
    }

    /// The annotations as far as examples use them, since nothing of them is built in.
    private static let declarations = """
        syntax = "proto3";
        package google.api;
        import "google/protobuf/descriptor.proto";
        message HttpRule { oneof pattern { string get = 2; string post = 4; } string body = 7; }
        message ResourceDescriptor { string type = 1; repeated string pattern = 2; }
        message ResourceReference { string type = 1; }
        enum FieldBehavior {
          FIELD_BEHAVIOR_UNSPECIFIED = 0; OPTIONAL = 1; REQUIRED = 2; OUTPUT_ONLY = 3; INPUT_ONLY = 4; IMMUTABLE = 5;
        }
        extend google.protobuf.ServiceOptions { string default_host = 1049; }
        extend google.protobuf.MethodOptions { HttpRule http = 72295728; repeated string method_signature = 1051; }
        extend google.protobuf.MessageOptions { ResourceDescriptor resource = 1053; }
        extend google.protobuf.FieldOptions {
          repeated FieldBehavior field_behavior = 1052; ResourceReference resource_reference = 1055;
        }

        """
}
