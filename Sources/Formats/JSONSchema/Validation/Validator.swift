package import Syntax

/// Decides whether instances are valid under the schemas of one document.
///
/// `contentEncoding` and `contentMediaType` are annotations, and so is `format` where the document does not assert it
/// (``SchemaDocument/asserting(_:)``). Where a pattern decides that is not executed, the answer is unknown.
///
/// Not for several threads at a time: a schema is prepared when it is first applied, and kept.
package final class Validator {
    /// The schemas.
    package let document: SchemaDocument
    private var plans: [SchemaPlan?] = []
    /// How deep schemas may be applied within each other.
    static let depth = 400

    /// A validator for a document's schemas.
    package init(_ document: SchemaDocument) { self.document = document }

    /// Whether an instance is valid under a schema of the document.
    ///
    /// - Complexity: O(size of the instance × schemas that apply to it); `uniqueItems` and `enum` look values up.
    package func validate(_ instance: Node, under schema: SchemaID) -> Validity {
        validate(instance, under: plan(of: schema))
    }

    /// Whether a value is valid under a schema of the document.
    package func validate(_ instance: JSON, under schema: SchemaID) -> Validity {
        validate(Document(instance).root, under: schema)
    }

    /// Whether an instance keeps keywords whose schemas are of the document.
    func validate(_ instance: Node, under plan: SchemaPlan) -> Validity {
        var run = ValidationRun(self, instance.document)
        return run.validity(of: instance.index, under: plan)
    }

    /// A schema as it is applied.
    func plan(of schema: SchemaID) -> SchemaPlan {
        if plans.isEmpty { plans = Array(repeating: nil, count: document.schemas.count) }
        let index = Int(schema.index)
        if let known = plans[index] { return known }
        let plan = SchemaPlan(document.schemas[index].keywords)
        plans[index] = plan
        return plan
    }
}
