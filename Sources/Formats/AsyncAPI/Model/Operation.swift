internal import Syntax

/// What the application does on a channel.
enum Action: String, Hashable, Sendable, CaseIterable {
    /// It sends; others receive.
    case send
    /// It receives; others send.
    case receive

    /// What it does with the answer.
    var answered: Action { self == .send ? .receive : .send }
}

/// One operation of the application.
struct Operation: Sendable {
    /// Its key in 3.x, its `operationId` or the word itself in 2.x.
    let key: String
    let node: Node
    let action: Action
    /// Index of the channel.
    let channel: Int
    let messages: [Message]
    /// What is asked beside what the server asks.
    let security: Security
    let reply: Reply?
    let bindings: [Binding]
}

/// The answer to an operation's messages.
struct Reply: Sendable {
    let node: Node
    /// Index of the channel on which it goes; nil where it is known at run time only.
    let channel: Int?
    /// Where the asking message says the address, such as `$message.header#/replyTo`.
    let location: String?
    let messages: [Message]
}
