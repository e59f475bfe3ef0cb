/// Reads the requests of one connection: octets in, events out, no clock and no socket.
///
/// ```swift
/// reader.received(octets)
/// while true {
///     switch reader.next() {
///     case .request(let request): …
///     case .needsOctets: return
///     …
/// ```
public struct RequestReader: Sendable {
    /// What to do next.
    public enum Event: Sendable {
        /// Nothing more can be said before more octets or the end of input come.
        case needsOctets
        /// The client waits for `100 Continue` before it sends the content; the content is within the limit.
        case sendContinue
        /// A request is complete.
        case request(Request)
        /// Answer so and end the connection; every later event is ``finished``.
        case refused(Refusal)
        /// The input ended between requests.
        case finished
    }

    /// What the reader waits for when it needs octets: the deadline depends on it.
    public enum Phase: Hashable, Sendable {
        /// The first octet of a request.
        case idle
        /// The rest of the header section.
        case head
        /// The rest of the content.
        case body
    }

    private enum State {
        case requestLine
        case fields
        case lengthBody(Int)
        case chunkedBody
        case closed
    }

    private let limits: HTTPLimits
    private var input = LineScanner()
    private var state = State.requestLine
    private var head = RequestHead(start: 0)
    private var headOctets: [UInt8] = []
    /// The octets of the last head where it can be taken again as it was read, which clients that stay mostly send.
    private var repeatable: [UInt8] = []
    private var chunks = ChunkedDecoder()
    private var body: [UInt8] = []
    private var emptyLines = 0
    private var sectionStart = 0
    private var inputHasEnded = false
    private var owesContinue = false

    /// A reader at the start of a connection.
    public init(limits: HTTPLimits = HTTPLimits()) {
        self.limits = limits
    }

    /// What the reader waits for.
    public var phase: Phase {
        switch state {
        case .requestLine: input.isEmpty ? .idle : .head
        case .fields, .closed: .head
        case .lengthBody, .chunkedBody: .body
        }
    }

    /// Octets of the present request's content that have come.
    public var bodyCount: Int { body.count }

    /// True where octets are there that no event has used up.
    public var hasInput: Bool { !input.isEmpty }

    /// Takes what the connection brought.
    public mutating func received(_ octets: Span<UInt8>) {
        if case .closed = state { return }
        var rest = octets
        if case .lengthBody(let length) = state, input.isEmpty {
            let count = min(length - body.count, rest.count)
            rest.extracting(first: count).withUnsafeBufferPointer { body.append(contentsOf: $0) }
            rest = rest.extracting(droppingFirst: count)
        }
        input.append(rest)
    }

    /// Takes note that the client sends no more.
    public mutating func receivedEnd() {
        inputHasEnded = true
    }

    /// What to do next; call it until it needs octets.
    public mutating func next() -> Event {
        do throws(Refusal) {
            return try step()
        } catch {
            close()
            return .refused(error)
        }
    }

    private mutating func step() throws(Refusal) -> Event {
        while true {
            switch state {
            case .requestLine:
                if !repeatable.isEmpty, input.skip(repeatable) { return .request(repeatRequest()) }
                guard try readRequestLine() else { return try wantsMore() }
            case .fields:
                guard try readFields() else { return try wantsMore() }
                if owesContinue && input.isEmpty {
                    owesContinue = false
                    return .sendContinue
                }
            case .lengthBody(let length):
                body.append(contentsOf: input.take(length - body.count))
                guard body.count == length else { return try wantsMore() }
                return .request(finishRequest())
            case .chunkedBody:
                let progress = try chunks.decode(&input, into: &body, limits: limits)
                guard progress == .complete else { return try wantsMore() }
                return .request(finishRequest())
            case .closed:
                return .finished
            }
        }
    }

    private mutating func wantsMore() throws(Refusal) -> Event {
        guard inputHasEnded else {
            if case .requestLine = state { input.compact() }
            if case .chunkedBody = state { input.compact() }
            return .needsOctets
        }
        guard phase == .idle else { throw .incomplete }
        close()
        return .finished
    }

    private mutating func close() {
        state = .closed
        input = LineScanner()
        body = []
    }

    // MARK: The head

    private mutating func readRequestLine() throws(Refusal) -> Bool {
        while true {
            switch input.nextLine(limit: limits.requestLine) {
            case .incomplete: return false
            case .tooLong: throw .requestLineTooLong
            case .malformed: throw .line
            case .complete(let line):
                if line.isEmpty {
                    emptyLines += 1
                    guard emptyLines <= limits.emptyLines else { throw .requestLine }
                    continue
                }
                head = RequestHead(start: line.lowerBound)
                try head.readRequestLine(input.octets, line)
                sectionStart = input.start
                state = .fields
                return true
            }
        }
    }

    private mutating func readFields() throws(Refusal) -> Bool {
        while true {
            switch input.nextLine(limit: limits.fieldLine) {
            case .incomplete:
                guard input.octets.count - sectionStart <= limits.fieldSection + 2 || input.isEmpty else {
                    throw .fieldsTooLarge
                }
                return false
            case .tooLong: throw .fieldsTooLarge
            case .malformed: throw .line
            case .complete(let line):
                if line.isEmpty {
                    try startBody()
                    return true
                }
                guard head.entries.count < limits.fields, input.start - sectionStart <= limits.fieldSection else {
                    throw .fieldsTooLarge
                }
                try head.readField(input.octets, line)
            }
        }
    }

    private mutating func startBody() throws(Refusal) {
        let framing = try head.framing(bodyLimit: limits.body)
        headOctets = Array(input.octets[head.start..<input.start])
        repeatable = []
        body = []
        switch framing {
        case .none:
            state = .lengthBody(0)
            if headOctets.count <= Self.mostRepeatable { repeatable = headOctets }
        case .length(let length):
            state = .lengthBody(length)
            body.reserveCapacity(min(length, 64 * 1024))
            owesContinue = head.expectsContinue && head.minorVersion == 1
        case .chunked:
            state = .chunkedBody
            chunks = ChunkedDecoder()
            owesContinue = head.expectsContinue
        }
    }

    /// Octets of a head that are kept for the next request at most.
    private static let mostRepeatable = 2048

    /// The request of a head that was read before.
    private mutating func repeatRequest() -> Request {
        emptyLines = 0
        return head.request(octets: repeatable, body: [])
    }

    private mutating func finishRequest() -> Request {
        let request = head.request(octets: headOctets, body: body)
        headOctets = []
        body = []
        emptyLines = 0
        owesContinue = false
        state = request.keepsAlive ? .requestLine : .closed
        return request
    }
}
