/// Takes chunked content apart.
///
/// Sizes are hexadecimal digits without signs or spaces, extensions follow the grammar exactly, and each line ends with
/// CR LF: what parsers disagree on is refused (RFC 9112, section 7.1).
struct ChunkedDecoder: Sendable {
    private enum State {
        case size
        case data(Int)
        case dataEnd
        case trailers
    }

    /// How far the content is known.
    enum Progress {
        case incomplete
        case complete
    }

    private var state = State.size
    private var extensionOctets = 0
    private var trailerOctets = 0
    private var trailerCount = 0

    /// Uses up what has arrived.
    ///
    /// - Parameters:
    ///   - input: What has arrived; the octets of the content are taken out of it.
    ///   - body: Grows by the content.
    ///   - limits: The sizes that hold for chunk lines, content and trailers.
    /// - Returns: Whether the content and its trailers are complete.
    /// - Throws: ``Refusal`` where the framing is malformed or a limit is passed.
    mutating func decode(
        _ input: inout LineScanner,
        into body: inout [UInt8],
        limits: HTTPLimits
    ) throws(Refusal) -> Progress {
        while true {
            switch state {
            case .size:
                guard let line = try Self.line(&input, limit: limits.chunkLine, tooLong: .chunk) else {
                    return .incomplete
                }
                try startChunk(input.octets[line], bodySoFar: body.count, limits: limits)
            case .data(let left):
                let octets = input.take(left)
                body.append(contentsOf: octets)
                state = octets.count == left ? .dataEnd : .data(left - octets.count)
                if octets.count < left { return .incomplete }
            case .dataEnd:
                guard let line = try Self.line(&input, limit: 0, tooLong: .chunk) else { return .incomplete }
                guard line.isEmpty else { throw .chunk }
                state = .size
            case .trailers:
                guard let line = try Self.line(&input, limit: limits.fieldLine, tooLong: .fieldsTooLarge) else {
                    return .incomplete
                }
                if line.isEmpty { return .complete }
                try checkTrailer(input.octets[line], limits: limits)
            }
        }
    }

    private static func line(
        _ input: inout LineScanner,
        limit: Int,
        tooLong: Refusal
    ) throws(Refusal) -> Range<Int>? {
        switch input.nextLine(limit: limit) {
        case .complete(let line): return line
        case .incomplete: return nil
        case .tooLong: throw tooLong
        case .malformed: throw .chunk
        }
    }

    private mutating func startChunk(
        _ line: ArraySlice<UInt8>,
        bodySoFar: Int,
        limits: HTTPLimits
    ) throws(Refusal) {
        var size: UInt64 = 0
        var index = line.startIndex
        while index < line.endIndex, let digit = line[index].hexadecimalValue {
            // Sixteen digits are 64 bits; more are an attempt to wrap around.
            guard index - line.startIndex < 16 else { throw .chunk }
            size = size << 4 | UInt64(digit)
            index += 1
        }
        guard index > line.startIndex else { throw .chunk }
        guard ChunkExtensions.areValid(line[index...]) else { throw .chunk }
        extensionOctets += line.endIndex - index
        guard extensionOctets <= 16 * limits.chunkLine else { throw .chunk }
        guard size <= UInt64(limits.body - bodySoFar) else { throw .bodyTooLarge }
        state = size == 0 ? .trailers : .data(Int(size))
    }

    /// Trailers are checked like header fields and dropped: nothing here has a use for them, and framing or routing
    /// fields among them must have no effect (RFC 9110, section 6.5).
    private mutating func checkTrailer(_ line: ArraySlice<UInt8>, limits: HTTPLimits) throws(Refusal) {
        trailerOctets += line.count + 2
        trailerCount += 1
        guard trailerOctets <= limits.fieldSection, trailerCount <= limits.fields else { throw .fieldsTooLarge }
        guard FieldLine(line) != nil else { throw .field }
    }
}

/// The part of a chunk's size line after the size: `*( ";" name [ "=" ( token / quoted-string ) ] )`.
enum ChunkExtensions {
    /// True for extensions without spaces outside quotes.
    static func areValid(_ octets: ArraySlice<UInt8>) -> Bool {
        var rest = octets
        while let first = rest.first {
            guard first == UInt8(ascii: ";"), dropToken(&rest, after: 1) else { return false }
            guard rest.first == UInt8(ascii: "=") else { continue }
            let isQuoted = rest.dropFirst().first == UInt8(ascii: "\"")
            guard isQuoted ? dropQuoted(&rest) : dropToken(&rest, after: 1) else { return false }
        }
        return true
    }

    private static func dropToken(_ rest: inout ArraySlice<UInt8>, after count: Int) -> Bool {
        rest = rest.dropFirst(count)
        let end = rest.firstIndex { !OctetClass.token.contains($0) } ?? rest.endIndex
        let found = end > rest.startIndex
        rest = rest[end...]
        return found
    }

    /// Drops `="…"`, in which a backslash takes the next octet as it is.
    private static func dropQuoted(_ rest: inout ArraySlice<UInt8>) -> Bool {
        rest = rest.dropFirst(2)
        while let octet = rest.popFirst() {
            if octet == UInt8(ascii: "\"") { return true }
            if octet == UInt8(ascii: "\\") && rest.popFirst() == nil { return false }
        }
        return false
    }
}
