/// Writes the part of an answer before its content.
struct ResponseHead {
    let status: Status
    let id: RequestID
    /// The client's minor version.
    let minorVersion: Int
    let keepsAlive: Bool

    /// Writes the status line and the fields that the server adds.
    ///
    /// - Parameters:
    ///   - date: A date as ``HTTPDate`` writes it.
    ///   - output: Grows by the text.
    func write(date: [UInt8], to output: inout [UInt8]) {
        if status == .ok {
            output.append(contentsOf: "HTTP/1.1 200 OK\r\nDate: ".utf8)
        } else {
            output.append(contentsOf: "HTTP/1.1 ".utf8)
            Self.writeNumber(status.code, to: &output)
            output.append(.space)
            output.append(contentsOf: status.reason.utf8)
            output.append(contentsOf: "\r\nDate: ".utf8)
        }
        output.append(contentsOf: date)
        output.append(contentsOf: "\r\nX-Request-Id: ".utf8)
        id.write(to: &output)
        output.append(contentsOf: "\r\n".utf8)
        if !keepsAlive {
            output.append(contentsOf: "Connection: close\r\n".utf8)
        } else if minorVersion == 0 {
            output.append(contentsOf: "Connection: keep-alive\r\n".utf8)
        }
    }

    static func write(_ fields: Fields, to output: inout [UInt8]) {
        for entry in fields.entries {
            output.append(contentsOf: fields.nameOctets(entry))
            output.append(contentsOf: ": ".utf8)
            output.append(contentsOf: fields.valueOctets(entry))
            output.append(contentsOf: "\r\n".utf8)
        }
    }

    static func writeLength(_ length: Int, to output: inout [UInt8]) {
        output.append(contentsOf: "Content-Length: ".utf8)
        writeNumber(length, to: &output)
        output.append(contentsOf: "\r\n".utf8)
    }

    static func writeNumber(_ number: Int, to output: inout [UInt8]) {
        output.append(contentsOf: String(number).utf8)
    }
}

/// Writes the pieces of chunked content.
enum ChunkedEncoder {
    /// One piece; an empty one is left out, because it would be the end.
    static func write(_ octets: [UInt8], to output: inout [UInt8]) {
        guard !octets.isEmpty else { return }
        output.append(contentsOf: String(octets.count, radix: 16).utf8)
        output.append(contentsOf: "\r\n".utf8)
        output.append(contentsOf: octets)
        output.append(contentsOf: "\r\n".utf8)
    }

    /// The end of the content.
    static func writeEnd(to output: inout [UInt8]) {
        output.append(contentsOf: "0\r\n\r\n".utf8)
    }
}
