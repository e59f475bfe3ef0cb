internal import Sockets

/// Serves one connection: waits, reads, has requests answered, sends.
///
/// Lives in one task; what the octets mean is the reader's business.
final class ServerConnection {
    private let state: ConnectionState
    private let context: ServerContext
    private let stream: ByteStream
    private let output: ConnectionOutput
    private var reader: RequestReader
    /// When the header section or the content that is being read began.
    private var phaseStart = MonotonicTime.never
    private var phase = RequestReader.Phase.idle
    /// Octets of content that are counted among those of all connections.
    private var countedBody = 0
    private lazy var peer = stream.peer.host

    init(_ state: ConnectionState, in context: ServerContext) {
        self.state = state
        self.context = context
        stream = state.stream
        output = ConnectionOutput(state.stream, patience: context.limits.writeTime)
        reader = RequestReader(limits: context.limits)
    }

    /// Serves until the connection ends.
    func serve() async {
        defer { count(body: 0) }
        do throws(StreamError) {
            while try await advance() {}
        } catch {
            context.metrics.brokenConnections.increment()
        }
    }

    /// Says that the address has too many connections.
    func turnAway() async {
        do throws(StreamError) {
            try await refuse(.tooManyConnections)
        } catch {
            context.metrics.brokenConnections.increment()
        }
    }

    /// - Returns: False where the connection has ended.
    private func advance() async throws(StreamError) -> Bool {
        switch reader.next() {
        case .needsOctets:
            try await output.flush()
            return try await fill()
        case .sendContinue:
            output.octets.append(contentsOf: "HTTP/1.1 100 Continue\r\n\r\n".utf8)
            return true
        case .request(let request):
            return try await answer(request)
        case .refused(let refusal):
            try await refuse(refusal)
            return false
        case .finished:
            try await output.flush()
            return false
        }
    }

    // MARK: Reading

    private func fill() async throws(StreamError) -> Bool {
        notePhase()
        count(body: reader.bodyCount)
        guard context.metrics.octetsInFlight.value <= context.limits.bodiesTogether || countedBody == 0 else {
            try await refuse(.busy)
            return false
        }
        switch await stream.waitUntilReadable(deadline: deadline) {
        case .ready:
            _ = try receive()
            return true
        case .timedOut:
            if phase != .idle { try await refuse(.tooSlow) }
            return false
        case .interrupted:
            guard phase == .idle, state.isDraining else { return true }
            // A request that arrived before the server was told to stop is still answered.
            if case .octets = try receive() { return true }
            return false
        case .cancelled:
            return false
        }
    }

    private func count(body: Int) {
        guard body != countedBody else { return }
        context.metrics.octetsInFlight.increment(by: body - countedBody)
        countedBody = body
    }

    private func notePhase() {
        guard phase != reader.phase || phase == .idle else { return }
        phase = reader.phase
        phaseStart = stream.loop.now
    }

    private var deadline: MonotonicTime {
        switch phase {
        case .idle: return state.becomeIdle() ? phaseStart + context.limits.idleTime : phaseStart
        case .head: return phaseStart + context.limits.headerTime
        case .body:
            let earned = UInt64(reader.bodyCount) * 1_000_000_000 / UInt64(max(1, context.limits.bodyRate))
            return phaseStart + context.limits.bodyGrace + TimeSpan(nanoseconds: earned)
        }
    }

    private func receive() throws(StreamError) -> ByteStream.Receipt {
        state.becomeBusy()
        do throws(SystemCallError) {
            let receipt = try stream.receive { reader.received($0) }
            if receipt == .end { reader.receivedEnd() }
            return receipt
        } catch {
            throw .broken(error)
        }
    }

    // MARK: Answering

    private func answer(_ received: Request) async throws(StreamError) -> Bool {
        count(body: 0)
        var request = received
        if request.id == RequestID(number: 0) { request.id = context.makeRequestID() }
        request.peer = peer
        phase = .idle
        let start = MonotonicTime.now()
        let response = await handle(request)
        let keepsAlive =
            request.keepsAlive && !state.isDraining && !state.handlerTookTooLong
            && !response.endsConnection(of: request)
        let isWhole = try await send(response, to: request, keepsAlive: keepsAlive)
        note(response.status, of: request, since: start)
        if keepsAlive && isWhole { return true }
        try await output.flush()
        if isWhole { await linger() }
        return false
    }

    private func handle(_ request: Request) async -> Response {
        stream.setControlDeadline(stream.loop.now + context.limits.handlerTime)
        let response = await context.handler(request)
        stream.setControlDeadline(.never)
        return state.handlerTookTooLong ? Refusal.handlerTooSlow.response : response
    }

    /// - Returns: False where the content broke off.
    private func send(_ response: Response, to request: Request, keepsAlive: Bool) async throws(StreamError) -> Bool {
        let isChunked = request.minorVersion == 1
        let head = ResponseHead(
            status: response.status,
            id: request.id,
            minorVersion: request.minorVersion,
            keepsAlive: keepsAlive
        )
        head.write(date: context.date.now(), to: &output.octets)
        ResponseHead.write(response.fields, to: &output.octets)
        output.contentCount = 0
        let withContent = request.method != .head && response.status.mayHaveContent
        switch response.body {
        case .octets(let body):
            try await send(body, of: response.status, withContent: withContent)
        case .rendered(let rendered):
            try await send(rendered, withContent: withContent)
        case .stream(let produce):
            if isChunked && response.status.mayHaveContent {
                output.octets.append(contentsOf: "Transfer-Encoding: chunked\r\n".utf8)
            }
            output.octets.append(contentsOf: "\r\n".utf8)
            let isWhole = withContent ? await stream(produce, isChunked: isChunked) : true
            guard isWhole else { return false }
        }
        output.answers += 1
        if output.octets.count >= ConnectionOutput.flushSize || output.answers >= context.limits.pipelined {
            try await output.flush()
        }
        return true
    }

    private func send(_ body: [UInt8], of status: Status, withContent: Bool) async throws(StreamError) {
        if status.mayHaveContent { ResponseHead.writeLength(body.count, to: &output.octets) }
        output.octets.append(contentsOf: "\r\n".utf8)
        guard withContent else { return }
        output.contentCount = body.count
        if body.count < ConnectionOutput.copySize {
            output.octets.append(contentsOf: body)
        } else {
            try await output.flush(and: body)
        }
    }

    private func send(_ rendered: RenderedContent, withContent: Bool) async throws(StreamError) {
        guard withContent else {
            output.octets.append(contentsOf: rendered.octets[..<rendered.contentStart])
            return
        }
        output.contentCount = rendered.octets.count - rendered.contentStart
        if rendered.octets.count < ConnectionOutput.copySize {
            output.octets.append(contentsOf: rendered.octets)
        } else {
            try await output.flush(and: rendered.octets)
        }
    }

    /// - Returns: False where the content broke off: the client must not take it for whole.
    private func stream(
        _ produce: @Sendable (BodyWriter) async throws -> Void,
        isChunked: Bool
    ) async -> Bool {
        do {
            try await produce(BodyWriter(output, isChunked: isChunked))
        } catch {
            context.metrics.brokenConnections.increment()
            return false
        }
        if isChunked { ChunkedEncoder.writeEnd(to: &output.octets) }
        return true
    }

    // MARK: Ending

    private func refuse(_ refusal: Refusal) async throws(StreamError) {
        let response = refusal.response
        let id = context.makeRequestID()
        let head = ResponseHead(status: response.status, id: id, minorVersion: 1, keepsAlive: false)
        head.write(date: context.date.now(), to: &output.octets)
        ResponseHead.write(response.fields, to: &output.octets)
        guard case .octets(let body) = response.body else { return }
        output.contentCount = 0
        try await send(body, of: response.status, withContent: true)
        try await output.flush()
        context.metrics.refusals.increment()
        note(refusal, id: id)
        await linger()
    }

    /// Says that nothing more will come, and reads on for a while: closing at once would make the system reset the
    /// connection, and the client could lose the answer (RFC 9112, section 9.6).
    private func linger() async {
        stream.finishSending()
        let deadline = stream.loop.now + context.limits.lingerTime
        while true {
            guard let receipt = try? stream.receive({ _ in }), receipt != .end else { return }
            if case .octets = receipt { continue }
            guard await stream.waitUntilReadable(deadline: deadline) == .ready else { return }
        }
    }

    // MARK: Noting

    private func note(_ status: Status, of request: Request, since start: MonotonicTime) {
        let duration = MonotonicTime.now() - start
        context.metrics.note(status, duration)
        context.accessLog?(
            AccessRecord(
                method: request.method,
                path: request.rawPath,
                status: status,
                contentCount: output.contentCount,
                duration: duration,
                id: request.id,
                peer: stream.peer,
                refusal: nil
            )
        )
    }

    private func note(_ refusal: Refusal, id: RequestID) {
        context.accessLog?(
            AccessRecord(
                method: nil,
                path: "",
                status: refusal.status,
                contentCount: output.contentCount,
                duration: TimeSpan(nanoseconds: 0),
                id: id,
                peer: stream.peer,
                refusal: refusal
            )
        )
    }
}
