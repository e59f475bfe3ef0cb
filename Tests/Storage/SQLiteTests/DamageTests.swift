import Audit
import FoundationEssentials
import StorePort
import Testing

@testable import SQLiteStore

@Suite("a damaged file")
struct DamageTests {
    let folder = TestFolder()
    let copy = TestFolder()

    /// Where one byte in 211 is turned over, each time in a fresh file.
    @Test("never makes the store lie", arguments: 0..<10)
    func flips(_ part: Int) async throws {
        let store = try folder.create()
        try await Sample.fill(store, 0..<21)
        store.close()
        let sound = try Data(contentsOf: URL(filePath: folder.database))
        for place in stride(from: part * 211, to: sound.count, by: 2110) {
            var damaged = sound
            damaged[place] ^= 0xff
            try check(damaged)
        }
    }

    /// Reads everything: each leaf is right, or an error says that it is not.
    private func check(_ database: Data) throws {
        try FileManager.default.createDirectory(atPath: copy.data, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: copy.data) }
        try database.write(to: URL(filePath: copy.database))
        guard let store = try? copy.reopen() else { return }
        defer { store.close() }
        for number in 0..<21 {
            let leaf = try? store.read { try $0.leaf(UInt64(number)) }
            #expect(leaf == nil || leaf?.bytes == Sample.bytes(number))
        }
        _ = try? store.read { try LogVerificationOutcome($0) }
    }
}
