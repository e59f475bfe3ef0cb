internal import CLinux
import Glibc
internal import Sockets

/// Lets the system's `curl` speak, for `https` and for host names.
///
/// URL, fields and content reach it through nameless files: a process list shows none of them.
final class CurlTransport: ClientTransport {
    private let url: HTTPURL
    private let responseLimit: Int

    init(_ url: HTTPURL, responseLimit: Int) {
        self.url = url
        self.responseLimit = responseLimit
    }

    func exchange(_ request: ClientRequest) throws(ClientError) -> ClientResponse {
        let outcome: CurlProcess.Outcome
        do throws(SystemCallError) {
            outcome = try CurlProcess.run(
                configuration: configuration(request),
                body: request.body ?? [],
                outputLimit: responseLimit
            )
        } catch {
            throw .curl(reason: "\(error)")
        }
        guard outcome.output.count <= responseLimit else { throw .tooLarge(server: "\(url)", limit: responseLimit) }
        guard outcome.status == 0 else { throw failure(outcome) }
        return try response(outcome, to: request.method)
    }

    /// Exit statuses as curl(1) lists them.
    private func failure(_ outcome: CurlProcess.Outcome) -> ClientError {
        let reason = String(decoding: outcome.complaint, as: UTF8.self).split(separator: "\n").first.map(String.init)
        let text = reason ?? "exit status \(outcome.status)"
        switch outcome.status {
        case 5, 6, 7, 35, 51, 53, 54, 58, 59, 60, 77: return .unreachable(server: "\(url)", reason: text)
        case 18, 52, 55, 56: return .connectionLost(server: "\(url)", reason: text)
        case 28: return .timedOut(server: "\(url)")
        case 127: return .curl(reason: "it is not installed; install curl, or use an http:// URL with an address")
        default: return .curl(reason: text)
        }
    }

    /// The fields come as they were on the wire, the content decoded.
    private func response(_ outcome: CurlProcess.Outcome, to method: Method) throws(ClientError) -> ClientResponse {
        var reader = ResponseReader(to: .head, bodyLimit: responseLimit)
        reader.received(outcome.head.span)
        reader.receivedEnd()
        do throws(ResponseReader.Failure) {
            guard let head = try reader.next() else { throw .incomplete }
            // Asked for the header section alone, curl also writes it where content would go.
            let body = method == .head ? [] : outcome.output
            return ClientResponse(status: head.status, fields: head.fields, body: body)
        } catch {
            throw .malformed(server: "\(url)", reason: "curl gave no usable header section")
        }
    }

    /// One option a line, as curl(1) describes for `--config`.
    private func configuration(_ request: ClientRequest) -> String {
        let seconds = max(1, (request.timeout.nanoseconds + 999_999_999) / 1_000_000_000)
        var lines = [
            "silent", "show-error", "http1.1", "proto = \"=http,https\"", "max-time = \(seconds)",
            "dump-header = \"/dev/fd/\(CurlProcess.headDescriptor)\"",
        ]
        lines.append("url = \(Self.quoted("\(url.isSecure ? "https" : "http")://\(url.authority)\(request.target)"))")
        lines.append(request.method == .head ? "head" : "request = \"\(request.method.rawValue)\"")
        for (name, value) in request.fields.all {
            // A semicolon stands for an empty value; a colon alone would take the field out.
            lines.append("header = \(Self.quoted(value.isEmpty ? "\(name);" : "\(name): \(value)"))")
        }
        if request.body != nil {
            lines += ["data-binary = \"@-\"", "header = \"Expect:\""]
            if request.fields["Content-Type"] == nil { lines.append("header = \"Content-Type:\"") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : "\($0)" }
        return "\"\(escaped.joined())\""
    }
}
