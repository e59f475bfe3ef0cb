/// The request line and the fields of a request while they are read, and what they say about its framing.
///
/// Refuses instead of repairing: whatever two parsers could read differently ends the connection (RFC 9112, section
/// 11.2).
struct RequestHead {
    /// Where the request line begins; the ranges that are kept count from there.
    let start: Int
    private(set) var method = Method.get
    private(set) var minorVersion = 1
    private(set) var target = RequestTarget.root
    private(set) var targetRange = 0..<0
    private(set) var entries: [Fields.Entry] = []
    private(set) var expectsContinue = false
    private var contentLength: Int?
    private var isChunked = false
    private var hasHost = false
    private var asksToClose = false
    private var asksToStay = false
    private(set) var requestID: RequestID?

    /// How the content is framed.
    enum Framing {
        case none
        case length(Int)
        case chunked
    }

    init(start: Int) {
        self.start = start
    }

    // MARK: The request line

    /// Reads the request line.
    mutating func readRequestLine(_ octets: [UInt8], _ line: Range<Int>) throws(Refusal) {
        let text = octets[line]
        guard let first = text.firstIndex(of: .space), let last = text.lastIndex(of: .space), first < last else {
            throw .requestLine
        }
        let name = text[..<first]
        guard !name.isEmpty, name.allSatisfy(OctetClass.token.contains) else { throw .requestLine }
        try readVersion(text[(last + 1)...])
        guard let method = Method(name) else { throw .method }
        self.method = method
        targetRange = (first + 1 - start)..<(last - start)
        guard let target = RequestTarget(text[(first + 1)..<last], method: method) else { throw .target }
        self.target = target
    }

    /// `HTTP/1.` and one digit; a later minor version is served as 1.1 (RFC 9110, section 2.5).
    private mutating func readVersion(_ text: ArraySlice<UInt8>) throws(Refusal) {
        let first = text.startIndex
        guard text.count == 8, text.prefix(5).elementsEqual("HTTP/".utf8), text[first + 5].isDigit,
            text[first + 6] == UInt8(ascii: "."), text[first + 7].isDigit
        else { throw .requestLine }
        guard text[first + 5] == UInt8(ascii: "1") else { throw .version }
        minorVersion = min(1, Int(text[first + 7] - 0x30))
    }

    // MARK: The fields

    /// Reads one field line.
    mutating func readField(_ octets: [UInt8], _ line: Range<Int>) throws(Refusal) {
        guard let field = FieldLine(octets[line]) else { throw .field }
        entries.append(
            Fields.Entry(
                nameStart: UInt32(field.name.lowerBound - start),
                nameEnd: UInt32(field.name.upperBound - start),
                valueStart: UInt32(field.value.lowerBound - start),
                valueEnd: UInt32(field.value.upperBound - start)
            )
        )
        try note(octets[field.name], octets[field.value])
    }

    /// Looks at the few fields that concern framing; their names are told apart by length first.
    private mutating func note(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) throws(Refusal) {
        switch name.count {
        case 4 where Self.matches(name, "host"): try noteHost(value)
        case 6 where Self.matches(name, "expect"): try noteExpectation(value)
        case 10 where Self.matches(name, "connection"): noteConnection(value)
        case 12 where Self.matches(name, "x-request-id"):
            requestID = RequestID(received: String(decoding: value, as: UTF8.self))
        case 14 where Self.matches(name, "content-length"): try noteLength(value)
        case 17 where Self.matches(name, "transfer-encoding"): try noteCoding(value)
        default: return
        }
    }

    private static func matches(_ octets: ArraySlice<UInt8>, _ lowercase: StaticString) -> Bool {
        lowercase.withUTF8Buffer { expected in
            guard octets.count == expected.count else { return false }
            return zip(octets, expected).allSatisfy { $0.lowercased == $1 }
        }
    }

    private mutating func noteHost(_ value: ArraySlice<UInt8>) throws(Refusal) {
        guard !hasHost, Authority.isValid(value) else { throw .host }
        hasHost = true
    }

    private mutating func noteExpectation(_ value: ArraySlice<UInt8>) throws(Refusal) {
        guard Self.matches(value, "100-continue") else { throw .expectation }
        expectsContinue = true
    }

    private mutating func noteConnection(_ value: ArraySlice<UInt8>) {
        for part in value.split(separator: UInt8(ascii: ",")) {
            let option = part.filter { $0 != .space && $0 != .tab }[...]
            if Self.matches(option, "close") { asksToClose = true }
            if Self.matches(option, "keep-alive") { asksToStay = true }
        }
    }

    private mutating func noteLength(_ value: ArraySlice<UInt8>) throws(Refusal) {
        guard contentLength == nil, !value.isEmpty, value.allSatisfy(\.isDigit) else { throw .length }
        var length = 0
        for digit in value {
            let (tens, overflow) = length.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int(digit - 0x30))
            guard !overflow && !carry else { throw .bodyTooLarge }
            length = sum
        }
        contentLength = length
    }

    private mutating func noteCoding(_ value: ArraySlice<UInt8>) throws(Refusal) {
        guard !isChunked, Self.matches(value, "chunked") else { throw .transferCoding }
        isChunked = true
    }

    // MARK: What they say together

    /// Checks the fields against each other once the section is complete.
    func framing(bodyLimit: Int) throws(Refusal) -> Framing {
        guard hasHost || minorVersion == 0 else { throw .host }
        if isChunked {
            guard contentLength == nil, minorVersion == 1 else { throw .framing }
            return .chunked
        }
        let length = contentLength ?? 0
        guard length <= bodyLimit else { throw .bodyTooLarge }
        return length == 0 ? .none : .length(length)
    }

    /// True where further requests may follow (RFC 9112, section 9.3).
    var keepsAlive: Bool { !asksToClose && (minorVersion == 1 || asksToStay) }

    /// The request, once the content is known.
    ///
    /// - Parameters:
    ///   - octets: The head, from the request line on.
    ///   - body: The content.
    /// - Returns: The request.
    func request(octets: [UInt8], body: [UInt8]) -> Request {
        var request = Request(
            method: method,
            target: target,
            targetRange: targetRange,
            fields: Fields(octets: octets, entries: entries),
            body: body,
            minorVersion: minorVersion,
            keepsAlive: keepsAlive
        )
        if let requestID { request.id = requestID }
        return request
    }
}
