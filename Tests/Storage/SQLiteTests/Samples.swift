import Audit
import StorePort

/// What the tests store.
enum Sample {
    static func bytes(_ number: Int) -> [UInt8] { Array("{\"entry\":\(number)}".utf8) }

    static func leaf(_ number: Int) throws -> Leaf { try Leaf(canonical: bytes(number)) }

    /// Ten milliseconds between leaves, three actors, two subjects, one action; every fourth answers one of two requests.
    static func index(_ number: Int) -> LeafIndex {
        LeafIndex(
            time: Int64(number) * 10,
            actor: "actor-\(number % 3)",
            subject: "subject-\(number % 2)",
            action: "version.accepted",
            request: number % 4 == 1 ? "request-\(number % 8)" : nil
        )
    }

    /// Appends leaves, one a write.
    static func fill(_ store: some Store, _ numbers: Range<Int>) async throws {
        for number in numbers {
            _ = try await store.write { try $0.append(leaf(number), index: index(number)) }
        }
    }

    static func row(_ key: String, parent: String = "", ordinal: Int64 = 0, _ body: String = "") -> Row {
        Row(collection: "things", key: key, parent: parent, ordinal: ordinal, body: Array(body.utf8))
    }

    static func put(_ rows: [Row], in store: some Store) async throws {
        try await store.write { transaction in for row in rows { try transaction.put(row) } }
    }
}

/// What a closure throws that wants its write undone.
struct Refusal: Error, Hashable {}
