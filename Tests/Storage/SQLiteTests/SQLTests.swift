import Crypto
import Testing

@testable import SQLiteStore

@Suite("SQL")
struct SQLTests {
    @Test("what is interpolated is bound and never text of the statement")
    func interpolation() {
        let name = "'; DROP TABLE blob; --"
        let sql: SQL = "SELECT a FROM b WHERE c = \(name) AND d = \(7) AND e = \([1, 2] as [UInt8])"
        #expect(sql.text == "SELECT a FROM b WHERE c = ? AND d = ? AND e = ?")
        #expect(sql.values == [.text(name), .integer(7), .blob([1, 2])])
    }

    @Test("pieces are put together with their values")
    func pieces() {
        var sql: SQL = "SELECT 1 WHERE 1 = \(1)"
        sql += " AND 'a' = \("b")"
        #expect(sql.text == "SELECT 1 WHERE 1 = ? AND 'a' = ?")
        #expect(sql.values == [.integer(1), .text("b")])
    }

    @Test("a digest is bound as its bytes")
    func digest() {
        let sql: SQL = "SELECT \(Digest(of: []))"
        #expect(sql.values == [.blob(Digest(of: []).bytes)])
    }
}
