extension Node {
    /// One key of an object with its value.
    public struct Member: Sendable {
        /// The key, a string.
        public let key: Node
        /// The value.
        public let value: Node
        /// The key's text.
        public var name: String { key.text }
    }

    /// The members of an object in the order of the text; empty for other kinds.
    public struct Members: Sequence, IteratorProtocol, Sendable {
        let document: Document
        var cursor: Int
        let end: Int

        public mutating func next() -> Member? {
            guard cursor < end else { return nil }
            let key = Node(document: document, index: cursor)
            let value = Node(document: document, index: cursor + 1)
            cursor = value.endIndex
            return Member(key: key, value: value)
        }
    }

    /// The elements of an array in the order of the text; empty for other kinds.
    public struct Elements: Sequence, IteratorProtocol, Sendable {
        let document: Document
        var cursor: Int
        let end: Int

        public mutating func next() -> Node? {
            guard cursor < end else { return nil }
            let element = Node(document: document, index: cursor)
            cursor = element.endIndex
            return element
        }
    }

    /// The members of an object.
    public var members: Members { Members(document: document, cursor: index + 1, end: isObject ? endIndex : 0) }

    /// The elements of an array.
    public var elements: Elements { Elements(document: document, cursor: index + 1, end: isArray ? endIndex : 0) }

    /// The value under a key, or nil if there is none or this is no object.
    ///
    /// - Complexity: O(members); compile a dictionary where many keys are looked up.
    public subscript(key: String) -> Node? { member(key)?.value }

    /// The element at an index from 0, or nil if there is none or this is no array.
    ///
    /// - Complexity: O(`position`).
    public subscript(position: Int) -> Node? {
        guard position >= 0, position < count else { return nil }
        return elements.dropFirst(position).first { _ in true }
    }

    /// The member with a key, compared octet by octet.
    public func member(_ key: String) -> Member? {
        guard isObject else { return nil }
        var key = key
        let found = key.withUTF8 { document.indexOfKey($0, from: index + 1, to: endIndex) }
        return found.map {
            Member(key: Node(document: document, index: $0), value: Node(document: document, index: $0 + 1))
        }
    }
}
