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
    /// - Complexity: O(members) of an object of few members, O(1) of one of many that has been asked before.
    public subscript(key: String) -> Node? { member(key)?.value }

    /// The element at an index from 0, or nil if there is none or this is no array.
    ///
    /// - Complexity: O(`position`) in an array of few elements, O(1) in one of many that has been asked before.
    public subscript(position: Int) -> Node? {
        guard isArray, position >= 0, position < count else { return nil }
        if let children = document.childIndex(of: self) { return document[children[position]] }
        return elements.dropFirst(position).first { _ in true }
    }

    /// The member with a key, compared octet by octet.
    public func member(_ key: String) -> Member? {
        guard isObject else { return nil }
        var key = key
        let children = document.childIndex(of: self)
        let found = key.withUTF8 { key in
            children.map { $0.cell(ofKey: key, in: document) }
                ?? document.indexOfKey(key, from: index + 1, to: endIndex)
        }
        return found.map {
            Member(key: Node(document: document, index: $0), value: Node(document: document, index: $0 + 1))
        }
    }
}
