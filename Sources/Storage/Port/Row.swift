/// One row of a projection: what the leaves imply, ready to be read.
///
/// The store knows nothing of what rows mean. Together `collection` and `key` name a row; `parent` and `ordinal` say
/// under what it is listed and in which order.
package struct Row: Hashable, Sendable {
    /// The kind of thing, such as `version`.
    package let collection: String

    /// The name of the row within its collection.
    package let key: String

    /// What the row is listed under, such as a subject; empty where it belongs to nothing.
    package let parent: String

    /// The place among the rows of the same parent; equal ones are ordered by key.
    package let ordinal: Int64

    /// The content, at most ``bodyLimit`` bytes.
    package let body: [UInt8]

    /// The most bytes of a body: 32 MiB.
    package static let bodyLimit = 32 << 20

    package init(collection: String, key: String, parent: String = "", ordinal: Int64 = 0, body: [UInt8]) {
        self.collection = collection
        self.key = key
        self.parent = parent
        self.ordinal = ordinal
        self.body = body
    }

    /// Where a listing that ended with this row goes on.
    package var cursor: RowCursor { RowCursor(ordinal: ordinal, key: key) }
}

/// The place in a listing by parent after which it goes on.
///
/// It stays right when rows come and go, for it names no count but a place in the order.
package struct RowCursor: Hashable, Sendable {
    package let ordinal: Int64
    package let key: String

    package init(ordinal: Int64, key: String) {
        self.ordinal = ordinal
        self.key = key
    }
}

/// The direction of a listing.
package enum ListOrder: Hashable, Sendable, CaseIterable {
    case ascending
    case descending
}
