import Contracts
import Testing

@Suite("channels, operations and answers")
struct ChannelTests {
    private static func app(_ channels: String, _ operations: String, more: String = "") -> String {
        Sketch.v3("channels: {\(channels)}\noperations: {\(operations)}\n\(more)")
    }

    private static func on(_ channel: String) -> String { "channel: {$ref: '#/channels/\(channel)'}" }

    private static let paid = "paid: {address: invoice.paid, messages: {p: {payload: {type: integer}}}}"
    private static let two =
        "paid: {address: invoice.paid, messages: {p: {payload: {type: integer}}, q: {payload: {type: string}}}}"
    private static let sends = "o: {action: send, \(on("paid"))}"
    private static let receives = "o: {action: receive, \(on("paid"))}"
    private static let asks = "ask: {address: ask, messages: {a: {payload: {type: string}}}}"

    private static func answer(_ type: String, _ more: String = "", action: String = "receive") -> String {
        app(
            "\(asks), rep: {address: rep, messages: {r: {payload: {type: \(type)}}}}",
            "o: {action: \(action), \(on("ask")), reply: {\(on("rep"))\(more)}}"
        )
    }

    static let silent: [ChangeCase] = [
        .init(
            "an operation in two",
            app(two, "o: {action: send, \(on("paid"))}"),
            app(
                two,
                """
                a: {action: send, \(on("paid")), messages: [{$ref: '#/channels/paid/messages/p'}]},
                  b: {action: send, \(on("paid")), messages: [{$ref: '#/channels/paid/messages/q'}]}
                """
            )
        ),
        .init(
            "names of parts of an address",
            app("c: {address: 'o/{id}', parameters: {id: {}}}", "o: {action: send, \(on("c"))}"),
            app("c: {address: 'o/{order}', parameters: {order: {description: d}}}", "o: {action: send, \(on("c"))}")
        ),
        .init(
            "a part of an address in two lines of the specification",
            Sketch.v2("channels: {'o/{id}': {parameters: {id: {schema: {type: string}}}, subscribe: {}}}"),
            app("c: {address: 'o/{id}', parameters: {id: {}}}", "o: {action: send, \(on("c"))}")
        ),
        .init(
            "a message of the channel that no operation uses",
            app(paid, "o: {action: send, \(on("paid")), messages: [{$ref: '#/channels/paid/messages/p'}]}"),
            app(two, "o: {action: send, \(on("paid")), messages: [{$ref: '#/channels/paid/messages/p'}]}")
        ),
        .init(
            "a component that nothing uses",
            app(paid, sends),
            app(paid, sends, more: "components: {schemas: {U: {type: string}}}")
        ),
        .init(
            "settings in another order",
            app("c: {address: a, bindings: {kafka: {topic: t, partitions: 3}}}", ""),
            app("c: {address: a, bindings: {kafka: {partitions: 3, topic: t, bindingVersion: 0.5.0}}}", "")
        ),
    ]

    @Test(arguments: silent)
    func passesOver(_ test: ChangeCase) throws {
        #expect(try changes(from: test.old, to: test.new) == [])
        #expect(try changes(from: test.new, to: test.old) == [])
    }

    static let told: [ChangeCase] = [
        .init(
            "a channel less",
            app("\(paid), \(asks)", sends),
            app(paid, sends),
            ["backward channel-removed channel ask"]
        ),
        .init(
            "a channel more",
            app(paid, sends),
            app("\(paid), \(asks)", sends),
            ["forward channel-added channel ask"]
        ),
        .init(
            "another address under the same key",
            app(paid, sends),
            app(paid.replacing("invoice.paid", with: "paid"), sends),
            ["backward channel-address-changed channel paid", "forward channel-address-changed channel paid"]
        ),
        .init(
            "nothing is sent any more",
            app(paid, sends),
            app(paid, ""),
            ["backward operation-removed send invoice.paid"]
        ),
        .init(
            "receives where it sent",
            app(paid, sends),
            app(paid, receives),
            ["backward operation-removed send invoice.paid", "forward operation-added receive invoice.paid"]
        ),
        .init(
            "one more kind of message is sent",
            app(paid, sends),
            app(two, sends),
            ["backward message-added send invoice.paid q"]
        ),
        .init(
            "one more kind of message is received",
            app(paid, receives),
            app(two, receives),
            ["forward message-added receive invoice.paid q"]
        ),
        .init(
            "one kind of message less is received",
            app(two, receives),
            app(paid, receives),
            ["backward message-removed receive invoice.paid q"]
        ),
        .init(
            "one kind of message less is sent",
            app(two, sends),
            app(paid, sends),
            ["forward message-removed send invoice.paid q"]
        ),
        .init(
            "a kind of message less that another takes",
            app(two.replacing("type: string", with: "type: integer, minimum: 0"), receives),
            app(paid, receives)
        ),
        .init(
            "the values of a part of an address, fewer",
            app("c: {address: 'o/{r}', parameters: {r: {enum: [eu, us]}}}", "o: {action: send, \(on("c"))}"),
            app("c: {address: 'o/{r}', parameters: {r: {enum: [eu]}}}", "o: {action: send, \(on("c"))}"),
            ["backward channel-parameter-narrowed channel o/{r} r"]
        ),
        .init(
            "the values of a part of an address in 2.x, more",
            Sketch.v2("channels: {'o/{r}': {parameters: {r: {schema: {type: string, maxLength: 2}}}}}"),
            Sketch.v2("channels: {'o/{r}': {parameters: {r: {schema: {type: string, maxLength: 3}}}}}"),
            ["forward channel-parameter-widened channel o/{r} r"]
        ),
        .init(
            "a wider answer to who asks",
            answer("integer"),
            answer("number"),
            ["backward TYPE_EXTENDED receive ask reply r"]
        ),
        .init(
            "a wider answer is understood by the application that asks",
            answer("integer", action: "send"),
            answer("number", action: "send"),
            ["forward TYPE_EXTENDED send ask reply r"]
        ),
        .init(
            "the address of the answer is taken from elsewhere",
            answer("integer", ", address: {location: $message.header#/a}"),
            answer("integer", ", address: {location: $message.header#/b}"),
            ["backward reply-address-changed receive ask reply", "forward reply-address-changed receive ask reply"]
        ),
        .init(
            "no answer any more",
            answer("integer"),
            answer("integer").replacing(", reply: {channel: {$ref: '#/channels/rep'}}", with: ""),
            ["backward reply-removed receive ask reply"]
        ),
        .init(
            "the application waits for an answer that nobody gave",
            answer("integer", action: "send").replacing(", reply: {channel: {$ref: '#/channels/rep'}}", with: ""),
            answer("integer", action: "send"),
            ["backward reply-added send ask reply"]
        ),
        .init(
            "answers over another channel",
            answer("integer"),
            answer("integer").replacing(
                "reply: {channel: {$ref: '#/channels/rep'}}",
                with: "reply: {channel: {$ref: '#/channels/ask'}}"
            ),
            [
                "backward TYPE_CHANGED receive ask reply a", "backward reply-channel-changed receive ask reply",
                "forward TYPE_CHANGED receive ask reply a", "forward reply-channel-changed receive ask reply",
                "noted message-name-changed",
            ].dropLast()
        ),
        .init(
            "a key of another type",
            app("paid: {address: invoice.paid, messages: {p: {bindings: {kafka: {key: {type: string}}}}}}", sends),
            app("paid: {address: invoice.paid, messages: {p: {bindings: {kafka: {key: {type: integer}}}}}}", sends),
            [
                "backward TYPE_CHANGED send invoice.paid p kafka.key",
                "forward TYPE_CHANGED send invoice.paid p kafka.key",
            ]
        ),
        .init(
            "a narrower key, sent",
            app("paid: {address: invoice.paid, messages: {p: {bindings: {kafka: {key: {type: number}}}}}}", sends),
            app("paid: {address: invoice.paid, messages: {p: {bindings: {kafka: {key: {type: integer}}}}}}", sends),
            ["forward TYPE_NARROWED send invoice.paid p kafka.key"]
        ),
        .init(
            "another topic",
            app("c: {address: a, bindings: {kafka: {topic: t}}}", ""),
            app("c: {address: a, bindings: {kafka: {topic: u}}}", ""),
            [
                "backward binding-address-changed channel a kafka.topic",
                "forward binding-address-changed channel a kafka.topic",
            ]
        ),
        .init(
            "another number of partitions",
            app("c: {address: a, bindings: {kafka: {partitions: 3}}}", ""),
            app("c: {address: a, bindings: {kafka: {partitions: 6}}}", ""),
            ["noted binding-changed channel a kafka.partitions"]
        ),
        .init(
            "nothing says who sends, so both ways count",
            app(paid, ""),
            app(paid.replacing("integer", with: "number"), ""),
            ["backward TYPE_EXTENDED send invoice.paid p", "forward TYPE_EXTENDED receive invoice.paid p"]
        ),
        .init(
            "of two choices in 2.x one is new",
            Sketch.v2("channels: {c: {subscribe: {message: {oneOf: [{payload: {type: integer}}]}}}}"),
            Sketch.v2(
                "channels: {c: {subscribe: {message: {oneOf: [{payload: {type: integer}}, {payload: {type: string}}]}}}}"
            ),
            ["backward message-added send c message"]
        ),
    ]

    @Test(arguments: told)
    func tells(_ test: ChangeCase) throws { #expect(try changes(from: test.old, to: test.new) == test.shows) }

    @Test("a cause is told once, with the other places that it reaches")
    func reaches() throws {
        func app(_ type: String) -> String {
            Sketch.v3(
                """
                channels:
                  a: {address: a, messages: {m: {$ref: '#/components/messages/M'}}}
                  b: {address: b, messages: {m: {$ref: '#/components/messages/M'}}}
                operations:
                  x: {action: send, channel: {$ref: '#/channels/a'}}
                  y: {action: send, channel: {$ref: '#/channels/b'}}
                components: {messages: {M: {name: M, payload: {type: \(type)}}}}
                """
            )
        }
        let findings = try Sketch.findings(app("integer"), app("number"))
        #expect(findings.map(\.address) == ["send a M"])
        #expect(findings.first?.reaches == ["send b M"])
    }
}
