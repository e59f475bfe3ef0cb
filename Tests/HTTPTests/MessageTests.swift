import Testing

@testable import HTTP

@Suite("messages")
struct MessageTests {
    // MARK: Octets

    @Test func octetClassesAreWhatTheyClaim() {
        let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        let classes: [(OctetClass, String)] = [
            (.token, letters + "!#$%&'*+-.^_`|~"), (.path, letters + "-._~!$&'()*+,;=:@/%"), (.host, letters + "-._"),
            (.unreserved, letters + "-._~"),
            (.query, letters + "!\"$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
        ]
        for (set, members) in classes {
            for octet in UInt8.min...UInt8.max {
                #expect(set.contains(octet) == members.utf8.contains(octet), "\(octet) in \(members)")
            }
        }
    }

    // MARK: Paths

    @Test(arguments: [
        ("/", []), ("/a", ["a"]), ("/a/", ["a", ""]), ("/a/b.c/~d", ["a", "b.c", "~d"]), ("//a", ["", "a"]),
        ("/a%20b", ["a b"]), ("/%41%C3%A9", ["Aé"]), ("/%252e", ["%2e"]), ("/...", ["..."]), ("/a+b", ["a+b"]),
        ("/x:y@z,;=", ["x:y@z,;="]), ("/%0A", ["\n"]),
    ])
    func splitsPaths(_ text: String, _ expected: [String]) {
        #expect(Path(Array(text.utf8)[...])?.segments == expected)
    }

    @Test(arguments: [
        "", "a", "/..", "/a/../b", "/.", "/%2e", "/%2E%2e", "/.%2e", "/a%2fb", "/a%5Cb", "/%00", "/a\\b", "/%", "/%4",
        "/%4g", "/%c0%ae", "/%ff", "/a b", "/<", "/\u{7f}",
    ])
    func refusesPaths(_ text: String) {
        #expect(Path(Array(text.utf8)[...]) == nil)
    }

    // MARK: Queries

    @Test func decodesQueries() throws {
        let request = try #require(Request(.get, "/s?a=1&b=x+y%26z&a=2&c&=d&&e=f=g"))
        #expect(request.query["a"] == "1")
        #expect(request.query.values(of: "a") == ["1", "2"])
        #expect(request.query["b"] == "x y&z")
        #expect(request.query["c"] == "")
        #expect(request.query[""] == "d")
        #expect(request.query["e"] == "f=g")
        #expect(request.query["z"] == nil)
        #expect(request.target == "/s?a=1&b=x+y%26z&a=2&c&=d&&e=f=g")
        #expect(request.rawPath == "/s")
        #expect(Request(.get, "/s?a=%") == nil)
        #expect(Request(.get, "/s?a=%ff") == nil)
    }

    @Test(arguments: ["", "a", "a b/c?d", "é\u{0}%", "~._-"])
    func escapesComeBack(_ text: String) throws {
        let request = try #require(Request(.get, "/?q=" + PercentEncoding.encode(text)))
        #expect(request.query["q"] == text)
    }

    // MARK: Fields

    @Test func fieldsAreFoundWithoutRegardToCase() {
        var fields: Fields = ["Accept": "a, b ,", "X-A": "1", "accept": "c"]
        #expect(fields["ACCEPT"] == "a, b ,")
        #expect(fields.values(of: "accept") == ["a, b ,", "c"])
        #expect(fields.list("Accept") == ["a", "b", "c"])
        #expect(fields["X"] == nil)
        fields.set("accept", "d")
        #expect(fields.all.map(\.name) == ["X-A", "accept"])
        fields.remove("x-a")
        #expect(fields.count == 1)
    }

    @Test func valuesCannotEndTheLine() {
        let fields: Fields = ["Location": "/a\r\nSet-Cookie: b\u{0}\u{7f}\tc"]
        #expect(fields["location"] == "/a  Set-Cookie: b  \tc")
    }

    // MARK: Names of requests

    @Test(arguments: [("abc-1", true), (String(repeating: "a", count: 64), true), ("", false), ("a b", false)])
    func takesSaneRequestNames(_ text: String, _ isTaken: Bool) {
        #expect(RequestID(received: text)?.description == (isTaken ? text : nil))
    }

    @Test func generatedNamesDiffer() {
        #expect(RequestID(received: String(repeating: "a", count: 65)) == nil)
        let names = (0..<1000).map { RequestID(number: $0).description }
        #expect(Set(names).count == 1000)
        #expect(names.allSatisfy { $0.utf8.count == 16 })
    }
}
