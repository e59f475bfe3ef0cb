import HTTP

/// An answer as a test sees it, cut out of what came back on a connection.
struct Answer: Equatable, Sendable {
    var status: Int
    /// Names in lower case.
    var fields: [String: String] = [:]
    var body: [UInt8] = []

    var text: String { String(decoding: body, as: UTF8.self) }

    enum Failure: Error, Equatable {
        case notHTTP(String)
        case cutOff
    }

    /// All answers, also those of status 1xx, in order; methods are those of the requests, GET where there are fewer.
    static func all(in octets: [UInt8], to methods: [HTTP.Method] = []) throws -> [Answer] {
        var rest = octets[...]
        var answers: [Answer] = []
        var finals = 0
        while !rest.isEmpty {
            let method = finals < methods.count ? methods[finals].rawValue : "GET"
            let answer = try Answer(takenFrom: &rest, isHead: method == "HEAD")
            if answer.status >= 200 { finals += 1 }
            answers.append(answer)
        }
        return answers
    }

    private init(takenFrom rest: inout ArraySlice<UInt8>, isHead: Bool) throws {
        let lines = try Self.headLines(&rest)
        let words = lines[0].split(separator: " ")
        guard lines[0].hasPrefix("HTTP/1.1 "), words.count >= 2, let status = Int(words[1]) else {
            throw Failure.notHTTP(lines[0])
        }
        self.status = status
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            fields[parts[0].lowercased()] = String(parts[1].dropFirst())
        }
        let hasBody = !isHead && status >= 200 && status != 204 && status != 304
        if hasBody { body = try Self.body(&rest, fields) }
    }

    private static func headLines(_ rest: inout ArraySlice<UInt8>) throws -> [String] {
        var lines: [String] = []
        while let line = takeLine(&rest) {
            if line.isEmpty { return lines }
            lines.append(line)
        }
        throw Failure.cutOff
    }

    private static func takeLine(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let end = rest.firstIndex(of: 10), end > rest.startIndex, rest[end - 1] == 13 else { return nil }
        defer { rest = rest[(end + 1)...] }
        return String(decoding: rest[..<(end - 1)], as: UTF8.self)
    }

    private static func body(_ rest: inout ArraySlice<UInt8>, _ fields: [String: String]) throws -> [UInt8] {
        if fields["transfer-encoding"] == "chunked" { return try chunks(&rest) }
        guard let length = fields["content-length"].flatMap({ Int($0) }) else {
            defer { rest = [] }
            return Array(rest)
        }
        guard rest.count >= length else { throw Failure.cutOff }
        defer { rest = rest.dropFirst(length) }
        return Array(rest.prefix(length))
    }

    private static func chunks(_ rest: inout ArraySlice<UInt8>) throws -> [UInt8] {
        var body: [UInt8] = []
        while let line = takeLine(&rest) {
            guard let size = Int(line, radix: 16), rest.count >= size + 2 else { throw Failure.cutOff }
            body += rest.prefix(size)
            rest = rest.dropFirst(size + 2)
            if size == 0 { return body }
        }
        throw Failure.cutOff
    }
}
