package import Compatibility

/// What changes of annotations break, which say how a service is seen over HTTP and by client libraries; the raw value
/// is the rule's id.
///
/// - SeeAlso: AIP-127 (HTTP transcoding), AIP-203 (field behavior), AIP-180 (backwards compatibility).
package enum AnnotationRule: String, Hashable, Sendable, CaseIterable {
    /// A verb and path that reached a method does no longer.
    case httpBindingRemoved = "HTTP_BINDING_REMOVED"
    /// Another part of the request or response is the body.
    case httpBodyChanged = "HTTP_BODY_CHANGED"
    /// A field must be sent now, or a new field must be.
    case fieldBecameRequired = "FIELD_BEHAVIOR_BECAME_REQUIRED"
    /// What callers sent is ignored now.
    case fieldBecameOutputOnly = "FIELD_BEHAVIOR_BECAME_OUTPUT_ONLY"
    /// What callers were sent is left out now.
    case fieldBecameInputOnly = "FIELD_BEHAVIOR_BECAME_INPUT_ONLY"
    /// What callers changed cannot be changed any more.
    case fieldBecameImmutable = "FIELD_BEHAVIOR_BECAME_IMMUTABLE"
    /// A way to call a method with its parameters one by one is gone.
    case methodSignatureRemoved = "METHOD_SIGNATURE_REMOVED"
    /// A resource's type or one of its patterns changed.
    case resourceChanged = "RESOURCE_CHANGED"
    /// A field refers to another type of resource.
    case resourceReferenceChanged = "RESOURCE_REFERENCE_CHANGED"
    /// A service is found under another host name.
    case hostChanged = "SERVICE_HOST_CHANGED"
}

extension AnnotationRule {
    /// The categories that the rule is part of: what only client libraries see, and what everyone sees who sends JSON.
    package var categories: [BreakingCategory] {
        switch self {
        case .methodSignatureRemoved, .resourceChanged, .resourceReferenceChanged: [.file, .package]
        default: [.file, .package, .wireJSON]
        }
    }
}
