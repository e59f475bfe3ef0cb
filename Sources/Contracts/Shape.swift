/// What a contract carries, field by field, whatever its format.
///
/// Ownership, mappings, impact and the diff page work on it; compatibility does not, since its meaning differs by format.
package struct Shape: Hashable, Sendable {
    /// One field as one place describes it; where alternatives describe one address, each is a field.
    package struct Field: Hashable, Sendable {
        /// Where the value is: `/lines/*/taxCode`, in an API behind its operation: `GET /invoices/{id} 200 /status`.
        package var address: String
        /// The type in the format's own words, such as `string` or `array`.
        package let type: String
        /// Whether the field must be there.
        package let isRequired: Bool
        /// The values allowed where they are listed, as JSON text.
        package let values: [String]
        /// What else governs its values or their form, in the format's own words and in no order that counts: limits,
        /// patterns, a default, a number on the wire.
        package let terms: [String]
        /// How sensitive it is, as the contract says: `PII`, `CONF`, or nil.
        package let sensitivity: String?
        /// The entity attribute it stands for, such as `Invoice.status` or `Invoice.lines.taxCode`, or nil.
        ///
        /// The contract says so at the field, or at a value that it is inside of, with `x-entity`.
        package let entity: String?

        /// A field.
        package init(
            address: String,
            type: String,
            isRequired: Bool,
            values: [String] = [],
            terms: [String] = [],
            sensitivity: String? = nil,
            entity: String? = nil
        ) {
            self.address = address
            self.type = type
            self.isRequired = isRequired
            self.values = values
            self.terms = terms
            self.sensitivity = sensitivity
            self.entity = entity
        }
    }

    /// The fields in the order of the contract; recursion is cut where an address would repeat a type it is inside of.
    package var fields: [Field]

    /// A shape.
    package init(fields: [Field] = []) { self.fields = fields }
}
