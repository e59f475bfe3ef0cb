import Sockets
import Testing

@Suite("socket addresses")
struct SocketAddressTests {
    @Test(arguments: [
        ("127.0.0.1:8080", "127.0.0.1:8080", true),
        ("0.0.0.0:0", "0.0.0.0:0", false),
        ("localhost:80", "127.0.0.1:80", true),
        ("[::1]:65535", "[::1]:65535", true),
        ("[2001:DB8:0::1]:1", "[2001:db8::1]:1", false),
        ("[::ffff:127.0.0.1]:1", "[::ffff:127.0.0.1]:1", true),
        ("127.255.0.9:1", "127.255.0.9:1", true),
        ("128.0.0.1:1", "128.0.0.1:1", false),
    ])
    func reads(_ text: String, _ expected: String, _ isLoopback: Bool) throws {
        let address = try SocketAddress(parsing: text)
        #expect(address.description == expected)
        #expect(address.isLoopback == isLoopback)
        #expect(try SocketAddress(parsing: address.description) == address)
    }

    @Test(arguments: [
        ("", SocketAddressError.malformed("")),
        ("127.0.0.1", .malformed("127.0.0.1")),
        ("127.0.0.1:", .malformed("127.0.0.1:")),
        ("127.0.0.1:+5", .malformed("127.0.0.1:+5")),
        ("127.0.0.1:65536", .malformed("127.0.0.1:65536")),
        ("127.0.0.1:000080", .malformed("127.0.0.1:000080")),
        ("::1:80", .malformed("::1:80")),
        ("canon.example:80", .notLiteral("canon.example")),
        ("[127.0.0.1:80", .notLiteral("[127.0.0.1")),
        ("127.0.0.256:80", .notLiteral("127.0.0.256")),
        ("[fe80::1%eth0]:80", .notLiteral("fe80::1%eth0")),
    ])
    func refuses(_ text: String, _ expected: SocketAddressError) {
        #expect(throws: expected) { try SocketAddress(parsing: text) }
    }
}
