import Audit
import Contracts
import Crypto
import SQLiteStore
import StorePort
import Syntax
import Testing

@testable import Governance

@Suite("replay")
struct ReplayTests {
    static func replay(_ world: World) async throws -> Replay {
        let empty = try SQLiteStore.open(folder: world.folder.path + "/replay", mode: .create)
        defer { empty.close() }
        return try await Replay(world.store, into: empty)
    }

    /// A registry in which everything happened that can happen.
    static func livedIn() async throws -> World {
        let (world, rita) = try await GateTests.world()
        let ben = try await world.person("ben2", teams: ["billing"])
        let maria = try await world.person("maria2")
        let begin = try await world.submit(world.proposal("1.0.0", "id:string!"), by: maria, key: "k")
        _ = await code { try await world.approve(begin.id, by: maria) }
        try await world.enforce("version-tells-truth")
        _ = await code { try await world.approve(begin.id, by: ben, binding: begin.judged.binding) }
        try await world.approve(begin.id, by: ben, key: "a")
        _ = try await world.submit(world.proposal("1.1.0", "id:string!\nnet:int"), by: maria)
        _ = try await world.submit(world.proposal("1.1.0", "id:string!\ntax:int"), by: maria)
        try await world.registry.removePolicy(.init(parsing: "version-tells-truth"), by: world.ada, world.mark())
        let lock = GateTests.lock([try GateTests.entry("a.approved", "1.0.0", "x:int")])
        _ = try await world.registry.gate(lock, to: .init(parsing: "test"), by: rita, world.mark())
        _ = try await world.registry.beginExport(by: world.ada, world.mark())
        _ = try await world.registry.adopt(world.proposal(subject: "crm.client"), by: world.ada, world.mark())
        let token = try world.registry.tokens(by: world.ada).first { $0.person == rita.person.id }
        try await world.registry.revokeToken(token?.id ?? "", by: world.ada, world.mark())
        return world
    }

    @Test func ofAnHonestStoreFindsNothing() async throws {
        let world = try await Self.livedIn()
        let actions = Set(try world.actions())
        #expect(actions.count == 14)
        let replay = try await Self.replay(world)
        #expect(replay.difference == nil)
        #expect(replay.size == (try world.size))
    }

    /// What somebody with the database does, and what is said of it.
    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let row: Row
        var deletes = false
        let found: String
        var testDescription: String { why }
    }

    static let cases = [
        Case(
            why: "an approval flipped",
            row: Row(collection: "approval", key: "s1/2", parent: "s1", ordinal: 2, body: Array("{}".utf8)),
            found: "approval 's1/2' is in no record of the log"
        ),
        Case(
            why: "a subject moved to another version",
            row: Row(collection: "subject", key: "a.approved", body: Array(#"{"latest":7}"#.utf8)),
            found: "subject 'a.approved' is not what the log says"
        ),
        Case(
            why: "a policy gone",
            row: Row(collection: "policy", key: "owner-approves", body: []),
            deletes: true,
            found: "policy 'owner-approves' is in the log, and its row is gone"
        ),
        Case(
            why: "a version name added",
            row: Row(collection: "version-name", key: "zz@1.0.0", parent: "zz", ordinal: 1, body: Array("{}".utf8)),
            found: "version-name 'zz@1.0.0' is in no record of the log"
        ),
        Case(
            why: "a catalog item put under another kind",
            row: Row(collection: "catalog", key: "teams/tax", parent: "people", body: Array("{}".utf8)),
            found: "catalog 'teams/tax' is not what the log says"
        ),
    ]

    @Test(arguments: cases)
    func findsWhatTheLogDoesNotSay(_ test: Case) async throws {
        let world = try await Self.livedIn()
        try await world.store.write { rows in
            if test.deletes {
                try rows.delete(in: test.row.collection, key: test.row.key)
            } else {
                try rows.put(test.row)
            }
        }
        #expect(try await Self.replay(world).difference == test.found)
    }

    @Test func findsATokenThatCameToLifeAgain() async throws {
        let world = try await Self.livedIn()
        let key = try await world.store.write { rows in
            for row in try rows.rows(in: "token", after: nil, limit: 100) {
                let text = String(decoding: row.body, as: UTF8.self)
                guard text.contains(#""revoked":true"#) else { continue }
                let body = Array(text.replacing(#""revoked":true"#, with: #""revoked":false"#).utf8)
                try rows.put(
                    Row(collection: row.collection, key: row.key, parent: row.parent, ordinal: row.ordinal, body: body)
                )
                return row.key
            }
            return ""
        }
        #expect(try await Self.replay(world).difference == "token '\(key)' is not what the log says")
    }

    @Test func findsABodyThatIsNotThere() async throws {
        let world = try await World()
        // The log and its rows, and no bodies.
        let copy = try SQLiteStore.open(folder: world.folder.path + "/copy", mode: .create)
        let leaves = try world.store.read { snapshot in
            try snapshot.leaves(from: 0, limit: 1000).map { ($0, try snapshot.leafIndex($0.seq)) }
        }
        let rows = try world.store.read { snapshot in
            try Projection.collections.flatMap { try snapshot.rows(in: $0, after: nil, limit: 1000) }
        }
        try await copy.write { copy in
            for (leaf, index) in leaves {
                if let index { _ = try copy.append(Leaf(canonical: leaf.bytes), index: index) }
            }
            for row in rows { try copy.put(row) }
        }
        let empty = try SQLiteStore.open(folder: world.folder.path + "/replay", mode: .create)
        let difference = try await Replay(copy, into: empty).difference ?? ""
        #expect(
            difference.hasPrefix("the body sha256:")
                && difference.hasSuffix("of catalog 'applications/bridge' is missing")
        )
    }

    @Test func findsALeafThatIsListedUnderOtherNames() async throws {
        let world = try await World()
        let copy = try SQLiteStore.open(folder: world.folder.path + "/copy", mode: .create)
        let leaf = try #require(try world.leaves().first)
        try await copy.write { copy in
            let index = LeafIndex(time: 0, actor: "eve", subject: "", action: "registry.created")
            _ = try copy.append(Leaf(canonical: leaf.bytes), index: index)
        }
        let empty = try SQLiteStore.open(folder: world.folder.path + "/replay", mode: .create)
        #expect(try await Replay(copy, into: empty).difference == "record 0 is listed under what it does not say")
    }
}
