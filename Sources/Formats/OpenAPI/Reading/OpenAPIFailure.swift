internal import Contracts
internal import Syntax

/// The stable codes under which OpenAPI documents are refused.
enum OpenAPIFailure: String {
    /// The document follows no line of the specification that is read here.
    case version = "OPENAPI_VERSION"
    /// A field is missing, or has another type than it must.
    case field = "OPENAPI_FIELD"
    /// A schema has a keyword whose value cannot be.
    case schema = "OPENAPI_SCHEMA"
    /// A path, or its parameters, cannot be.
    case path = "OPENAPI_PATH"
    /// Something that must be unique is there twice.
    case duplicate = "OPENAPI_DUPLICATE"
    /// A security requirement names a scheme that is not declared.
    case security = "OPENAPI_SECURITY"
    /// A set of files is not of one description.
    case set = "OPENAPI_SET"
    /// References make more of a document than can be read.
    case tooLarge = "OPENAPI_TOO_LARGE"
    /// A `$ref` leads to nothing that is known.
    case unresolved = "REFERENCE_UNRESOLVED"
    /// A `$ref` leads back to itself.
    case cycle = "REFERENCE_CYCLE"

    func at(_ node: Node, _ message: String, file: String?) -> ContractFailure {
        ContractFailure(rawValue, at: Place(node, file: file), message)
    }
}
