/// Reads the answer to one request: octets in, the answer out, no clock and no socket.
struct ResponseReader {
    /// Why the answer cannot be used.
    enum Failure: Error, Hashable {
        case malformed(String)
        case incomplete
        case tooLarge
    }

    private enum State {
        case statusLine
        case fields
        case lengthBody(Int)
        case chunkedBody
        case bodyUntilEnd
    }

    private let method: Method
    private let limits: HTTPLimits
    private var input = LineScanner()
    private var state = State.statusLine
    private var status = Status.ok
    private var minorVersion = 1
    private var fields = Fields()
    private var chunks = ChunkedDecoder()
    private var body: [UInt8] = []
    private var inputHasEnded = false

    /// True once an octet of the answer has come.
    private(set) var hasBegun = false

    /// A reader for the answer to a request of a method.
    init(to method: Method, bodyLimit: Int) {
        self.method = method
        var limits = HTTPLimits()
        limits.body = bodyLimit
        limits.fieldSection = 64 * 1024
        self.limits = limits
    }

    mutating func received(_ octets: Span<UInt8>) {
        hasBegun = hasBegun || !octets.isEmpty
        input.append(octets)
    }

    mutating func receivedEnd() {
        inputHasEnded = true
    }

    /// True where another request may follow on the connection.
    var keepsAlive: Bool {
        if case .bodyUntilEnd = state { return false }
        let options = fields.list("Connection").map { $0.lowercased() }
        return !inputHasEnded && input.isEmpty && !options.contains("close")
            && (minorVersion == 1 || options.contains("keep-alive"))
    }

    /// The answer; nil where more octets are needed.
    mutating func next() throws(Failure) -> ClientResponse? {
        while true {
            switch state {
            case .statusLine:
                guard let line = try line() else { return nil }
                try readStatusLine(input.octets[line])
            case .fields:
                guard let line = try line() else { return nil }
                if line.isEmpty { try startBody() } else { try readField(line) }
            case .lengthBody(let length):
                body.append(contentsOf: input.take(length - body.count))
                return body.count == length ? answer : try more()
            case .chunkedBody:
                guard try decodeChunks() else { return try more() }
                return answer
            case .bodyUntilEnd:
                body.append(contentsOf: input.take(input.count))
                guard body.count <= limits.body else { throw .tooLarge }
                return inputHasEnded ? answer : nil
            }
        }
    }

    private var answer: ClientResponse { ClientResponse(status: status, fields: fields, body: body) }

    private mutating func more() throws(Failure) -> ClientResponse? {
        guard !inputHasEnded else { throw .incomplete }
        input.compact()
        return nil
    }

    private mutating func line() throws(Failure) -> Range<Int>? {
        switch input.nextLine(limit: limits.fieldSection) {
        case .complete(let line): return line
        case .tooLong: throw .malformed("a line is too long")
        case .malformed: throw .malformed("a line has a control character or a wrong end")
        case .incomplete:
            guard !inputHasEnded else { throw .incomplete }
            return nil
        }
    }

    private mutating func readStatusLine(_ line: ArraySlice<UInt8>) throws(Failure) {
        let text = Array(line)
        guard text.count >= 12, text.starts(with: "HTTP/1.".utf8), text[7].isDigit, text[8] == .space,
            text[9...11].allSatisfy(\.isDigit), text.count == 12 || text[12] == .space
        else { throw .malformed("the status line is not HTTP/1.1") }
        let code = text[9...11].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard (100...599).contains(code) else { throw .malformed("the status is \(code)") }
        status = Status(code)
        minorVersion = min(1, Int(text[7] - 0x30))
        fields = Fields()
        state = .fields
    }

    private mutating func readField(_ line: Range<Int>) throws(Failure) {
        guard let field = FieldLine(input.octets[line]), fields.count < 1000 else {
            throw .malformed("a header line is malformed")
        }
        fields.append(
            String(decoding: input.octets[field.name], as: UTF8.self),
            String(decoding: input.octets[field.value], as: UTF8.self)
        )
    }

    /// Decides how the content is framed (RFC 9112, section 6.3).
    private mutating func startBody() throws(Failure) {
        guard status.family != 1 else {
            state = .statusLine
            return
        }
        let codings = fields.list("Transfer-Encoding")
        let lengths = Set(fields.values(of: "Content-Length"))
        if method == .head || !status.mayHaveContent {
            state = .lengthBody(0)
        } else if !codings.isEmpty {
            guard codings.map({ $0.lowercased() }) == ["chunked"], lengths.isEmpty else {
                throw .malformed("the transfer coding is not chunked alone")
            }
            state = .chunkedBody
        } else if let length = lengths.first {
            state = .lengthBody(try Self.length(length, isOnly: lengths.count == 1, limit: limits.body))
        } else {
            state = .bodyUntilEnd
        }
    }

    private static func length(_ text: String, isOnly: Bool, limit: Int) throws(Failure) -> Int {
        guard isOnly, !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else {
            throw .malformed("the length is malformed")
        }
        guard text.utf8.count <= 18, let length = Int(text), length <= limit else { throw .tooLarge }
        return length
    }

    private mutating func decodeChunks() throws(Failure) -> Bool {
        do throws(Refusal) {
            return try chunks.decode(&input, into: &body, limits: limits) == .complete
        } catch {
            throw error == .bodyTooLarge ? .tooLarge : .malformed("the chunked content is malformed")
        }
    }
}
