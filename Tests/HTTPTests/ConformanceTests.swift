import FoundationEssentials
import HTTP
import OutsideSuites
import Sockets
import Testing

/// Raw requests and the class of answer that a sane server gives, run against a server on a free port.
@Suite(
    "conformance: raw requests",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct ConformanceTests {
    @Test func everyCaseIsAnsweredAsPreferred() async throws {
        let suite = try JSONDecoder().decode(
            RawSuite.self,
            from: Data(OutsideSuites.bytes("conformance/http/cases.json"))
        )
        let failures = try await TestSetup(handler: Self.handler).run { server in
            try await onThread { suite.cases.compactMap { $0.failure(against: server.address) } }
        }
        #expect(failures == [])
        #expect(suite.cases.count == 322)
    }

    /// `/` answers GET and POST, nothing else is there.
    static let handler: HTTPServer.Handler = { request in
        request.path.segments.isEmpty ? Response(.ok, body: "\(request.body.count)") : Response(.notFound)
    }
}

struct RawSuite: Decodable {
    let cases: [RawCase]
}

/// One case of the suite.
struct RawCase: Decodable {
    let id: String
    let expect: String
    let prefer: String?
    let raw: String?
    let segments: [String]?
    let status: [Int]?
    let minResponses: Int?
    let maxResponses: Int?
    let mustClose: Bool?
    let shutdown: Bool?
    let methods: [String]?
    let mustNotContain: String?

    private enum CodingKeys: String, CodingKey {
        case id
        case expect
        case prefer
        case raw = "raw_b64"
        case segments = "segments_b64"
        case status
        case minResponses = "min_responses"
        case maxResponses = "max_responses"
        case mustClose = "must_close"
        case shutdown
        case methods
        case mustNotContain = "must_not_contain"
    }

    private static let protocolErrors = [400, 405, 408, 411, 413, 414, 417, 431, 501, 505]
    private static let notAccepted = [400, 408, 411, 413, 414, 417, 431]

    /// Why the server does not pass; nil where it does.
    func failure(against address: SocketAddress) -> String? {
        do {
            let came = try exchange(with: address)
            let answers = try Answer.all(in: came.octets, to: (methods ?? []).compactMap(HTTP.Method.init))
            if let reason = judge(answers, came) { return "\(id): \(reason)" }
            let after = try RawClient(address)
            try after.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            return try after.readAnswers(1).map(\.status) == [200] ? nil : "\(id): no plain answer afterwards"
        } catch {
            return "\(id): \(error)"
        }
    }

    private struct Reply {
        let octets: [UInt8]
        let closedByServer: Bool
    }

    /// Sends everything, waits until the server has said what it must, then ends the sending side, so that whatever it
    /// would say more comes before the end.
    private func exchange(with address: SocketAddress) throws -> Reply {
        let client = try RawClient(address, patience: .seconds(5))
        for segment in segments ?? [raw ?? ""] { try? client.send(expanded(segment, address)) }
        if shutdown == true { client.stream.finishSending() }
        var octets: [UInt8] = []
        let known = (methods ?? []).compactMap(HTTP.Method.init)
        while mustClose == true || shutdown == true || finalAnswers(in: octets, known) < max(1, minResponses ?? 1) {
            guard let more = try client.receiveUnlessReset() else { return Reply(octets: octets, closedByServer: true) }
            octets += more
        }
        client.stream.finishSending()
        while let more = try client.receiveUnlessReset() { octets += more }
        return Reply(octets: octets, closedByServer: false)
    }

    private func finalAnswers(in octets: [UInt8], _ methods: [HTTP.Method]) -> Int {
        ((try? Answer.all(in: octets, to: methods)) ?? []).count { $0.status >= 200 }
    }

    private func expanded(_ base64: String, _ address: SocketAddress) -> [UInt8] {
        var text = ArraySlice(Data(base64Encoded: base64) ?? Data())
        var octets: [UInt8] = []
        while let start = text.firstRange(of: Array("@@".utf8)) {
            octets += text[..<start.lowerBound]
            let rest = text[start.upperBound...]
            guard let end = rest.firstRange(of: Array("@@".utf8)), let token = token(rest[..<end.lowerBound], address)
            else {
                octets.append(UInt8(ascii: "@"))
                text = text[(start.lowerBound + 1)...]
                continue
            }
            octets += token
            text = rest[end.upperBound...]
        }
        return octets + text
    }

    private func token(_ text: ArraySlice<UInt8>, _ address: SocketAddress) -> [UInt8]? {
        let parts = String(decoding: text, as: UTF8.self).split(separator: ":")
        switch parts.first {
        case "P": return [UInt8(ascii: "/")]
        case "H": return Array("localhost:\(address.port)".utf8)
        case "REP":
            let digits = Array(parts[1])
            let unit = stride(from: 0, to: digits.count, by: 2).compactMap {
                UInt8(String(digits[$0...($0 + 1)]), radix: 16)
            }
            return Array([[UInt8]](repeating: unit, count: Int(parts[2]) ?? 0).joined())
        default: return nil
        }
    }

    private func judge(_ answers: [Answer], _ reply: Reply) -> String? {
        let wanted = expect == "either" ? prefer ?? expect : expect
        let finals = answers.map(\.status).filter { $0 >= 200 }
        let most = maxResponses ?? (wanted == "reject" ? 1 : Int.max)
        if finals.count > most { return "\(finals), at most \(most) wanted" }
        if mustClose == true && !reply.closedByServer { return "left open after \(finals)" }
        if let text = mustNotContain, reply.octets.firstRange(of: Array(text.utf8)) != nil {
            return "contains \(text)"
        }
        let isRefused = isRefused(answers.map(\.status), wanted)
        let isAccepted = finals.first.map { !Self.notAccepted.contains($0) && $0 < 500 } ?? false
        switch wanted {
        case "accept": return isAccepted && finals.count >= minResponses ?? 1 ? nil : "refused with \(finals)"
        case "reject": return isRefused ? nil : "not refused: \(answers.map(\.status))"
        default:
            return isRefused || isAccepted || finals.first.map(Self.protocolErrors.contains) ?? false
                ? nil : "neither: \(finals)"
        }
    }

    private func isRefused(_ statuses: [Int], _ wanted: String) -> Bool {
        guard let first = statuses.first else { return true }
        let allowed = (status ?? Self.protocolErrors) + (wanted == "accept" ? [] : [400])
        return allowed.contains(first) && statuses.allSatisfy { $0 >= 400 }
    }
}
