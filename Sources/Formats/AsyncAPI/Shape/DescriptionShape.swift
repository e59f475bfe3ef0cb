internal import Avro
internal import Compatibility
internal import Contracts
internal import JSONSchema
internal import Protobuf
internal import Syntax

/// Lists what messages carry, field by field, behind what the application does with them.
struct DescriptionShape {
    /// Fields beyond which a shape is not read on.
    private static let most = 50_000

    private var fields: [Shape.Field] = []
    private var known: [Node: [Shape.Field]] = [:]
    private var seen: Set<String> = []

    /// The shape: each operation's messages, then their answers; headers before payloads.
    ///
    /// Places in one of several applications begin with its path.
    static func shape(of description: EventDescription) -> Shape {
        guard !description.others.isEmpty else { return Shape(fields: fields(of: description)) }
        let all = description.applications.flatMap { application in
            fields(of: application).map { $0.moved(to: "\(application.files.home.path) \($0.address)") }
        }
        return Shape(fields: all)
    }

    private static func fields(of description: EventDescription) -> [Shape.Field] {
        var shape = DescriptionShape()
        for operation in description.operations {
            let channel = description.channels[operation.channel]
            shape.add(operation.messages, "\(operation.action.rawValue) \(channel.name)")
            guard let reply = operation.reply else { continue }
            let name = reply.channel.map { " \(description.channels[$0].name)" } ?? ""
            shape.add(reply.messages, "\(operation.action.answered.rawValue)\(name) in reply to \(operation.key)")
        }
        return shape.fields
    }

    private mutating func add(_ messages: [Message], _ place: String) {
        for message in messages where seen.insert("\(place) \(message.label)").inserted {
            add(message.headers, "\(place) \(message.label) headers")
            add(message.payload, "\(place) \(message.label)")
        }
    }

    private mutating func add(_ content: Content?, _ place: String) {
        guard let content, fields.count < Self.most else { return }
        let inner = known[content.node] ?? Self.fields(of: content)
        known[content.node] = inner
        fields += inner.map { field in
            field.moved(to: field.address.isEmpty ? place : "\(place) \(field.address)")
        }
    }

    private static func fields(of content: Content) -> [Shape.Field] {
        switch content.schema {
        case .json(let schema): JSONSchemaFormat().shape(of: schema).fields
        case .avro(let schema): AvroFormat().shape(of: schema).fields
        case .protobuf(let schema): ProtobufFormat().shape(of: schema).fields
        case .other: []
        }
    }
}

extension Shape.Field {
    /// The same field at another address.
    fileprivate func moved(to address: String) -> Shape.Field {
        var field = self
        field.address = address
        return field
    }
}
