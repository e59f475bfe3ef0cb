internal import Contracts
internal import Crypto
internal import Syntax

/// A leaf, row or body that does not hold what was written into it.
package struct LogDamaged: Error, Hashable, CustomStringConvertible {
    /// What was looked for.
    package let expected: String

    /// The stable code.
    package static let code = "LOG_DAMAGED"

    /// Damage; `expected` is what was looked for.
    package init(expected: String) { self.expected = expected }

    package var description: String {
        "a stored record has no valid \(expected); run 'canon audit verify' to see how far the damage goes"
    }
}

/// Reads the members of a stored record.
struct RecordReader {
    let node: Node

    private static let whole = -(1 << 53) + 1...(1 << 53) - 1

    init(_ node: Node) { self.node = node }

    /// Reads a stored text.
    init(_ bytes: [UInt8]) throws(LogDamaged) {
        guard let document = try? Document.json(bytes) else { throw LogDamaged(expected: "JSON") }
        node = document.root
    }

    func text(_ name: String) throws(LogDamaged) -> String {
        guard let text = node[name]?.string else { throw LogDamaged(expected: name) }
        return text
    }

    /// A whole number of the log's restricted profile: within ±(2^53 − 1).
    func int(_ name: String) throws(LogDamaged) -> Int {
        guard let number = node[name]?.int, Self.whole.contains(number) else { throw LogDamaged(expected: name) }
        return number
    }

    /// A number of leaves, or the position of one.
    func count(_ name: String) throws(LogDamaged) -> UInt64 {
        guard let count = UInt64(exactly: try int(name)) else { throw LogDamaged(expected: name) }
        return count
    }

    func flag(_ name: String) throws(LogDamaged) -> Bool {
        guard let flag = node[name]?.bool else { throw LogDamaged(expected: name) }
        return flag
    }

    func instant(_ name: String) throws(LogDamaged) -> Instant { Instant(milliseconds: Int64(try int(name))) }

    func digest(_ name: String) throws(LogDamaged) -> Digest {
        guard let digest = Digest(try text(name)) else { throw LogDamaged(expected: name) }
        return digest
    }

    /// The digest of a body, in the record itself or, behind a slash, in a part of it.
    func body(_ path: String) throws(LogDamaged) -> Digest {
        var part = node
        let steps = path.split(separator: "/").map(String.init)
        for step in steps.dropLast() {
            guard let next = part[step] else { throw LogDamaged(expected: path) }
            part = next
        }
        return try RecordReader(part).digest(steps.last ?? path)
    }

    func value<Value>(_ name: String, _ parse: (String) throws -> Value) throws(LogDamaged) -> Value {
        guard let value = try? parse(try text(name)) else { throw LogDamaged(expected: name) }
        return value
    }

    func values<Value>(_ name: String, _ parse: (String) throws -> Value) throws(LogDamaged) -> [Value] {
        guard let list = node[name], list.isArray else { throw LogDamaged(expected: name) }
        var values: [Value] = []
        for element in list.elements {
            guard let text = element.string, let value = try? parse(text) else { throw LogDamaged(expected: name) }
            values.append(value)
        }
        return values
    }

    func choice<Choice: RawRepresentable<String>>(_ name: String) throws(LogDamaged) -> Choice {
        guard let choice = Choice(rawValue: try text(name)) else { throw LogDamaged(expected: name) }
        return choice
    }
}

extension JSON {
    static func digest(_ digest: Digest) -> JSON { .string(digest.description) }
    static func instant(_ instant: Instant) -> JSON { .int(Int(instant.milliseconds)) }
}
