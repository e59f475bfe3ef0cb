import Audit
import Contracts
import Governance
import SQLiteStore
import Syntax
import Testing

/// What must not be found: secrets anywhere, and names of people in the log.
@Suite("secrecy")
struct SecrecyTests {
    static func livedIn() async throws -> World {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        _ = try await world.person("robot", roles: ["submitter", "release"], isService: true)
        let id = try await world.submit(world.proposal(), by: maria, key: "k").id
        _ = await code { try await world.approve(id, by: maria) }
        try await world.approve(id, by: ben)
        let token = try world.registry.tokens(by: world.ada).first { $0.person == maria.person.id }
        try await world.registry.revokeToken(token?.id ?? "", by: world.ada, world.mark())
        return world
    }

    @Test func noLeafHoldsADisplayName() async throws {
        let leaves = try await Self.livedIn().leaves().map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(leaves.count > 20)
        for leaf in leaves {
            #expect(!leaf.contains("Display of"))
            #expect(!leaf.contains("displayName"))
            #expect(!leaf.contains("First administrator"))
        }
    }

    @Test func noSecretIsInTheDataFolder() async throws {
        let world = try await Self.livedIn()
        let secrets = world.issued
        #expect(secrets.count == 4)
        func isFree(of secret: String, _ bytes: [UInt8]) -> Bool {
            let sought = Array(secret.utf8.dropFirst(Token.prefix.utf8.count).prefix(24))
            return !bytes.indices.contains { bytes[$0] == sought[0] && bytes[$0...].starts(with: sought) }
        }
        let open = try world.folder.bytes()
        world.store.close()
        let closed = try world.folder.bytes()
        for secret in secrets { #expect(isFree(of: secret, open) && isFree(of: secret, closed)) }
        // The search finds what is there: the display names are, outside the log.
        #expect(!isFree(of: Token.prefix + "\"displayName\":\"Display of", closed))
    }

    @Test func leavesAreCanonicalAndReadBack() async throws {
        let world = try await Self.livedIn()
        for stored in try world.leaves() {
            let event = try Event(leaf: stored.bytes)
            #expect(event.leaf == stored.bytes)
            #expect(event.sequence == stored.seq)
        }
    }
}
