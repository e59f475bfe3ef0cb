internal import StorePort

/// One page of a listing.
package struct Page<Item: Sendable>: Sendable {
    /// The items in order.
    package let items: [Item]
    /// Where the next page begins, or nil if this is the last one.
    package let next: String?

    /// A page.
    package init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }
}

/// Where a page begins and how much it holds, as a client asks for it.
package struct PageRequest: Hashable, Sendable {
    /// Items at most, 1 to ``Limit/page``.
    package let limit: Int
    /// What an earlier page gave as `next`, or nil for the first page.
    package let cursor: String?

    /// A request.
    ///
    /// - Throws: ``RegistryError`` if the limit is out of range.
    package init(limit: Int = 50, cursor: String? = nil) throws(RegistryError) {
        guard (1...Limit.page).contains(limit) else {
            throw RegistryError(
                .invalid,
                "PAGE_LIMIT",
                "a page has 1 to \(Limit.page) items",
                "ask for a limit in that range and follow 'next'"
            )
        }
        self.limit = limit
        self.cursor = cursor
    }

    /// The place in a listing by parent; nil for the first page.
    func rowCursor() throws(RegistryError) -> RowCursor? {
        guard let cursor else { return nil }
        let parts = cursor.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let ordinal = Int64(parts[0]) else { throw Self.badCursor(cursor) }
        return RowCursor(ordinal: ordinal, key: String(parts[1]))
    }

    /// The leaf that an earlier page ended with; nil for the first page.
    func leafCursor() throws(RegistryError) -> UInt64? {
        guard let cursor else { return nil }
        guard let sequence = UInt64(cursor), !cursor.hasPrefix("+") else { throw Self.badCursor(cursor) }
        return sequence
    }

    private static func badCursor(_ text: String) -> RegistryError {
        RegistryError(
            .invalid,
            "PAGE_CURSOR",
            "'\(text.prefix(40))' is no cursor of this listing",
            "pass what an earlier page gave as 'next'"
        )
    }
}

extension RowCursor {
    var text: String { "\(ordinal):\(key)" }
}
