/// A JSON Pointer: the way from a document's root to a value.
///
/// - SeeAlso: RFC 6901.
public struct Pointer: Hashable, Sendable {
    /// The unescaped reference tokens, outermost first; empty for the root.
    public var tokens: [String]

    /// A pointer of tokens that are not escaped.
    public init(_ tokens: [String] = []) { self.tokens = tokens }

    /// Reads a pointer such as `/paths/~1invoices/get`; nil if it neither is empty nor begins with `/`, or has a `~`
    /// that is followed by neither 0 nor 1.
    public init?(_ text: String) {
        guard !text.isEmpty else {
            self.init()
            return
        }
        guard text.utf8.first == UInt8(ascii: "/") else { return nil }
        var tokens: [String] = []
        for part in text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let token = Self.unescaped(part) else { return nil }
            tokens.append(token)
        }
        self.init(tokens)
    }

    /// This pointer, one step further.
    public func appending(_ token: String) -> Pointer { Pointer(tokens + [token]) }

    /// This pointer, one step further into an array.
    public func appending(_ index: Int) -> Pointer { appending(String(index)) }

    private static func unescaped(_ part: Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        var rest = part.makeIterator()
        while let byte = rest.next() {
            guard byte == UInt8(ascii: "~") else {
                bytes.append(byte)
                continue
            }
            switch rest.next() {
            case UInt8(ascii: "0"): bytes.append(UInt8(ascii: "~"))
            case UInt8(ascii: "1"): bytes.append(UInt8(ascii: "/"))
            default: return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func escape(_ token: String, into bytes: inout [UInt8]) {
        for byte in token.utf8 {
            switch byte {
            case UInt8(ascii: "~"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "0")]
            case UInt8(ascii: "/"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "1")]
            default: bytes.append(byte)
            }
        }
    }
}

extension Pointer: CustomStringConvertible {
    /// The pointer with `~` and `/` in its tokens escaped; empty for the root.
    public var description: String {
        var bytes: [UInt8] = []
        for token in tokens {
            bytes.append(UInt8(ascii: "/"))
            Self.escape(token, into: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Node {
    /// The value that a pointer leads to from here, or nil if it leads nowhere.
    public subscript(pointer: Pointer) -> Node? {
        var node = self
        for token in pointer.tokens {
            guard let next = node.child(token) else { return nil }
            node = next
        }
        return node
    }

    /// The way from the document's root to this value.
    ///
    /// - Complexity: O(depth × members on the way), of containers with many O(log members) once they have been asked.
    public var pointer: Pointer {
        var tokens: [String] = []
        var node = document.root
        while node.index < index {
            guard let (token, child) = node.step(towards: index) else { break }
            tokens.append(token)
            node = child
        }
        return Pointer(tokens)
    }

    private func child(_ token: String) -> Node? {
        guard isArray else { return self[token] }
        let digits = Array(token.utf8)
        guard !digits.isEmpty, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        guard digits.count == 1 || digits[0] != 48 else { return nil }
        return Int(token).flatMap { self[$0] }
    }

    private func step(towards target: Int) -> (String, Node)? {
        if let children = document.childIndex(of: self) {
            let place = children.place(ofCell: target)
            let child = document[children[place]]
            return isArray ? (String(place), child) : (child.text, document[child.index + 1])
        }
        if isArray {
            for (position, element) in elements.enumerated() where target < element.endIndex {
                return (String(position), element)
            }
        }
        for member in members where target < member.value.endIndex { return (member.name, member.value) }
        return nil
    }
}
