internal import Crypto
internal import Syntax

extension AvroSchema {
    /// The parsing canonical form: what two schemas have in common that read the same data.
    ///
    /// - SeeAlso: Avro 1.12 specification, "Transforming into Parsing Canonical Form".
    package var parsingForm: [UInt8] { SchemaWriter.text(of: root, in: self, .parsing) }

    /// The fingerprint that single-object encoding puts in front of data: CRC-64-AVRO of the parsing canonical form.
    package var rabinFingerprint: UInt64 { RabinFingerprint.of(parsingForm) }

    /// The SHA-256 fingerprint of the parsing canonical form, 32 bytes.
    package var sha256Fingerprint: [UInt8] { Digest(of: parsingForm).bytes }
}

/// CRC-64-AVRO, a Rabin fingerprint of 64 bits.
///
/// - SeeAlso: Avro 1.12 specification, "Schema Fingerprints".
enum RabinFingerprint {
    /// The fingerprint of no bytes, which is also the polynomial.
    private static let empty: UInt64 = 0xc15d_213a_a4d7_a795

    private static let table: [UInt64] = (0..<256).map { (index: UInt64) in
        (0..<8).reduce(index) { value, _ in value >> 1 ^ (value & 1 == 0 ? 0 : empty) }
    }

    /// The fingerprint of a text.
    static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(empty) { value, byte in value >> 8 ^ table[Int(truncatingIfNeeded: (value ^ UInt64(byte)) & 0xff)]
        }
    }
}
