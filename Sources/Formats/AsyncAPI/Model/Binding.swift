internal import Syntax

/// One setting of one protocol, such as `kafka.key`.
struct Binding: Sendable {
    /// Protocol and field, joined by dots.
    let name: String
    let node: Node
    /// What values it allows, where the setting is a schema for something that is sent.
    let content: Content?
}

/// What is known of the settings that the protocols name.
///
/// - SeeAlso: the repository asyncapi/bindings, version 3.0.0.
enum BindingKinds {
    /// Settings that are schemas of what is sent.
    static let schemas: Set<String> = [
        "kafka.key", "http.headers", "http.query", "ws.headers", "ws.query", "jms.headers", "anypointmq.headers",
        "mqtt.correlationData", "mqtt.responseTopic",
    ]

    /// Settings without which nobody finds the channel, or can read what is on it.
    static let meetings: Set<String> = [
        "amqp.is", "amqp.exchange.name", "amqp.exchange.type", "amqp.exchange.vhost", "amqp.queue.name",
        "amqp.queue.vhost", "amqp.contentEncoding", "anypointmq.destination", "anypointmq.destinationType",
        "http.method", "http.statusCode", "http.type", "ibmmq.destinationType", "ibmmq.queue.objectName",
        "ibmmq.topic.objectName", "ibmmq.topic.string", "ibmmq.type", "jms.destination", "jms.destinationType",
        "kafka.schemaIdLocation", "kafka.schemaIdPayloadEncoding", "kafka.topic", "mqtt.contentType",
        "mqtt.payloadFormatIndicator", "nats.queue", "pulsar.namespace", "pulsar.persistence", "sns.name",
        "sqs.queue.name", "ws.method",
    ]
}
