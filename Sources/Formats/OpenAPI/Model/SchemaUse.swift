package import Syntax

/// A place where a schema says what a value may be.
package struct SchemaUse: Sendable {
    /// Where the schema is used; a reference is not followed.
    package let node: Node
}
