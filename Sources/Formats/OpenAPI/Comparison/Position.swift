/// Which way a value goes.
enum ValueFlow: Hashable, Sendable {
    /// The consumer writes it and the provider reads it.
    case toProvider
    /// The provider writes it and the consumer reads it.
    case toConsumer

    /// The other way: in a webhook or callback the provider calls.
    var flipped: ValueFlow { self == .toProvider ? .toConsumer : .toProvider }
}

/// How a value is carried, which decides what the types of a schema tell apart.
enum Medium: Hashable, Sendable {
    /// As a document, in which a number and a text differ.
    case document
    /// As a document without types, such as XML, in which every value is also a text.
    case markup
    /// As text in one part, in which every value is also a text.
    case text
    /// As text with a part for each element, in which a single value is also a list of one.
    case parts
}

/// A place of an API where a value goes from one side to the other.
struct Position: Hashable, Sendable {
    /// The part of a call that the place is in; it gives rules their first words.
    enum Part: Hashable, Sendable {
        case operation
        case parameter
        case requestBody
        case response
        case responseBody
        case responseHeader
    }

    /// The part of the call.
    let part: Part
    /// Which way its value goes.
    let flow: ValueFlow
    /// The operation, such as `GET /invoices/{id}`.
    let operation: String
    /// The address within the operation, such as `response 200 application/json`; empty for the operation itself.
    let address: String

    /// A part of the same operation.
    func at(_ part: Part, _ address: String, _ flow: ValueFlow? = nil) -> Position {
        Position(part: part, flow: flow ?? self.flow, operation: operation, address: address)
    }
}
