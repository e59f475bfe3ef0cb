import Crypto
import Testing

@testable import Audit

@Suite("checkpoint")
struct CheckpointTests {
    static let root = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
    static let nothing = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

    @Test("what is printed reads back")
    func roundTrip() throws {
        let checkpoint = try Checkpoint(
            origin: "canon.example/ledger",
            head: TreeHead(size: 1048, root: Digest(of: "abc"))
        )
        #expect(checkpoint.text == "canon.example/ledger\n1048\n\(Self.root)\n")
        #expect(try Checkpoint(parsing: checkpoint.text) == checkpoint)
    }

    @Test(
        "texts of others",
        arguments: [
            "a\n0\n\(nothing)\n", "log with spaces\n1\n\(root)\n", "a\n18446744073709551615\n\(root)\n",
            "a\n7\n\(root)\nsomething more\nand more\n", "é\n7\n\(root)\n",
        ]
    )
    func accepted(_ text: String) throws {
        #expect(try Checkpoint(parsing: text).text == text)
    }

    @Test(
        "no checkpoints",
        arguments: [
            ("", .tooFewLines), ("a\n1\n", .tooFewLines), ("a\n1\n\(root)", .tooFewLines),
            ("\n1\n\(root)\n", .malformedOrigin), ("a\u{7f}\n1\n\(root)\n", .controlCharacter),
            ("a\r\n1\r\n\(root)\r\n", .controlCharacter), ("a\n1\n\(root)\nx\ty\n", .controlCharacter),
            ("a\n01\n\(root)\n", .malformedSize("01")), ("a\n+1\n\(root)\n", .malformedSize("+1")),
            ("a\n\n\(root)\n", .malformedSize("")), ("a\n-1\n\(root)\n", .malformedSize("-1")),
            ("a\n18446744073709551616\n\(root)\n", .malformedSize("18446744073709551616")),
            ("a\n1\nungW\n", .malformedRoot("ungW")), ("a\n1\n\n", .malformedRoot("")),
            ("a\n0\n\(root)\n", .rootOfNothing), ("a\n1\n\(root)\n\n", .emptyExtension),
        ] as [(String, CheckpointError)]
    )
    func refused(_ text: String, _ error: CheckpointError) {
        #expect(throws: error) { try Checkpoint(parsing: text) }
    }

    @Test("no origins", arguments: ["", "a\nb", "a\u{0}"])
    func origins(_ origin: String) {
        #expect(throws: CheckpointError.malformedOrigin) { try Checkpoint(origin: origin, head: .empty) }
    }
}
