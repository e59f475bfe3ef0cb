internal import Contracts

/// The stable codes under which AsyncAPI documents are refused.
enum AsyncAPIFault: String {
    /// The document follows no line of the specification that is read here.
    case version = "ASYNCAPI_VERSION"
    /// A field is missing, or has another type than it must.
    case field = "ASYNCAPI_FIELD"
    /// An operation, a reply or a channel names a channel, message or server that the document does not have there.
    case target = "ASYNCAPI_TARGET"
    /// A set of files is not one application with what it refers to.
    case set = "ASYNCAPI_SET"
    /// A security requirement names a scheme that is not declared.
    case security = "ASYNCAPI_SECURITY"
    /// A `$ref` leads to nothing that is known.
    case unresolved = "REFERENCE_UNRESOLVED"
    /// A `$ref` leads back to itself.
    case cycle = "REFERENCE_CYCLE"
}
