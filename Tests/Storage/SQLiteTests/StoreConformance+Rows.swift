import Crypto
import StorePort
import Testing

extension StorePromise {
    static let rows = [
        StorePromise("a row is put, replaced and deleted by its name") { store in
            try await Sample.put([Sample.row("a", parent: "p", ordinal: 1, "one")], in: store)
            try await Sample.put([Sample.row("a", parent: "q", ordinal: 2, "two")], in: store)
            let replaced = Sample.row("a", parent: "q", ordinal: 2, "two")
            #expect(try store.read { try $0.row(in: "things", key: "a") } == replaced)
            #expect(try store.read { try $0.row(in: "others", key: "a") } == nil)
            #expect(try store.read { try $0.count(in: "things", under: "p") } == 0)
            try await Sample.put([Sample.row("a", parent: "q", ordinal: 2, "three")], in: store)
            #expect(try store.read { try $0.row(in: "things", key: "a")?.body } == Array("three".utf8))
            #expect(try store.read { try $0.count(in: "things", under: "q") } == 1)
            try await store.write { try $0.delete(in: "things", key: "a") }
            try await store.write { try $0.delete(in: "things", key: "a") }
            #expect(try store.read { try $0.row(in: "things", key: "a") } == nil)
        },
        StorePromise("any text is a name and any bytes are a body") { store in
            let names = ["", "a\u{0}b", "é", "e\u{301}", "ß", "😀", "'; DROP TABLE projection; --", "a%b_c"]
            let rows = names.map { Row(collection: "things", key: $0, parent: $0, body: Array($0.utf8) + [0, 255]) }
            try await Sample.put(rows, in: store)
            for row in rows {
                #expect(try store.read { try $0.row(in: "things", key: row.key) } == row)
                #expect(
                    try store.read {
                        try $0.rows(in: "things", under: row.parent, order: .ascending, after: nil, limit: 9)
                    } == [row]
                )
            }
            let byBytes = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            #expect(try store.read { try $0.rows(in: "things", after: nil, limit: 99).map(\.key) } == byBytes)
        },
        StorePromise("rows of a parent come by ordinal and key, in pages, both ways") { store in
            let rows = [(3, "a"), (-1, "z"), (3, "c"), (3, "b"), (7, "d")].map {
                Sample.row($1, parent: "p", ordinal: $0)
            }
            let others = [Sample.row("o", parent: "q"), Row(collection: "others", key: "a", parent: "p", body: [])]
            try await Sample.put(rows + others, in: store)
            for limit in 1...6 {
                #expect(try Self.pages(store, .ascending, limit) == ["z", "a", "b", "c", "d"])
                #expect(try Self.pages(store, .descending, limit) == ["d", "c", "b", "a", "z"])
            }
            #expect(try store.read { try $0.count(in: "things", under: "p") } == 5)
            #expect(try store.read { try $0.count(in: "things", under: nil) } == 6)
        },
        StorePromise("rows of a collection come by key, in pages") { store in
            let keys = ["b", "a", "ab", "c", "B"]
            try await Sample.put(keys.map { Sample.row($0, parent: $0) }, in: store)
            try await Sample.put([Row(collection: "others", key: "aa", body: [])], in: store)
            #expect(try store.read { try $0.rows(in: "things", after: nil, limit: 3).map(\.key) } == ["B", "a", "ab"])
            #expect(try store.read { try $0.rows(in: "things", after: "ab", limit: 3).map(\.key) } == ["b", "c"])
            #expect(try store.read { try $0.rows(in: "things", after: "c", limit: 3) } == [])
        },
        StorePromise("content is kept once under its digest") { store in
            let digests = try await store.write { transaction in
                try [[], [0], [1, 2, 3], [1, 2, 3]].map { try transaction.putBlob($0) }
            }
            #expect(digests == [[], [0], [1, 2, 3], [1, 2, 3]].map { Digest(of: $0) })
            #expect(
                try store.read { snapshot in try digests.map { try snapshot.blob($0) } } == [
                    [], [0], [1, 2, 3], [1, 2, 3],
                ]
            )
            #expect(try store.read { try $0.blob(Digest(of: [9])) } == nil)
        },
    ]

    /// The keys of all pages of one parent.
    private static func pages(_ store: any Store, _ order: ListOrder, _ limit: Int) throws -> [String] {
        try store.read { snapshot in
            var keys: [String] = []
            var cursor: RowCursor?
            var page: [Row]
            repeat {
                page = try snapshot.rows(in: "things", under: "p", order: order, after: cursor, limit: limit)
                keys += page.map(\.key)
                cursor = page.last?.cursor
            } while page.count == limit
            return keys
        }
    }
}
