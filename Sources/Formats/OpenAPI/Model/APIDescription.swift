package import Compatibility
package import Contracts
package import Syntax

/// An OpenAPI document that has been read: what it promises, with the place of every part.
package struct APIDescription: Sendable {
    /// The texts it was read from.
    let files: DocumentSet
    /// These as one document in the form of OpenAPI 3.
    package let document: Document
    /// The registered contracts that it may refer to.
    package let library: ReferenceLibrary
    /// Where its own references lead.
    let local: LocalReferences
    /// The line of the specification.
    package let version: OpenAPIVersion
    /// `info.version`.
    package let contractVersion: String
    /// The operations of all paths in the order of the text, methods in the order of the specification.
    package let operations: [Operation]
    /// The calls that the provider makes to those who have registered for them.
    package let webhooks: [Operation]
    /// The security schemes by name.
    package let securitySchemes: [String: SecurityScheme]
    /// What the specification forbids and can be read all the same, in the order in which it was met.
    package let remarks: [ContractFailure]

    /// The file of its own document, for messages.
    package var file: String? { files.file }
}
