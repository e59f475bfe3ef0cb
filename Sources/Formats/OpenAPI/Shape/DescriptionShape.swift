internal import Contracts
internal import Syntax

/// Lists what an API carries, field by field, behind the operations that carry it.
struct DescriptionShape {
    /// Fields that one value is listed with at most, and one API altogether: schemas that refer to one another in many
    /// ways have more addresses than anybody reads.
    private static let most = (ofValue: 2_000, together: 50_000)

    private let reader: SchemaReader
    private var fields: [Shape.Field] = []

    init(of description: APIDescription) {
        reader = SchemaReader(of: description)
    }

    /// The shape: parameters, then the request, then the answers of each operation.
    static func shape(of description: APIDescription) -> Shape {
        var shape = DescriptionShape(of: description)
        for operation in description.operations + description.webhooks { shape.add(operation) }
        return Shape(fields: shape.fields)
    }

    private mutating func add(_ operation: Operation) {
        for parameter in operation.parameters {
            let address = "\(operation.name) \(parameter.location.rawValue) \(parameter.name)"
            add(parameter.value.schema, at: address, isRequired: parameter.value.isRequired)
        }
        if let body = operation.requestBody {
            add(body.content, at: "\(operation.name) request", isRequired: body.isRequired)
        }
        for response in operation.responses {
            add(response.content, at: "\(operation.name) \(response.status)", isRequired: true)
        }
    }

    /// Media types that carry the same schema are one entry.
    private mutating func add(_ content: [MediaContent], at address: String, isRequired: Bool) {
        var seen: Set<SchemaReader.ID> = []
        for media in content {
            guard let schema = media.schema, seen.insert(reader.id(of: [schema.node])).inserted else { continue }
            add(schema, at: seen.count == 1 ? address : "\(address) \(media.range.text)", isRequired: isRequired)
        }
    }

    private mutating func add(_ schema: SchemaUse?, at address: String, isRequired: Bool) {
        guard fields.count < Self.most.together, let schema else { return }
        var listing = FieldListing(reader, atMost: Self.most.ofValue)
        listing.add([schema.node], at: address, isRequired: isRequired, entity: nil)
        fields += listing.fields
    }
}
