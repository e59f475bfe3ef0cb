/// Bytes that nobody can guess.
public enum RandomBytes {
    /// Bytes from the system's generator, which is fit for keys and tokens.
    public static func generate(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return generate(count, using: &generator)
    }

    /// Bytes from a given generator, so that a test can know them beforehand.
    public static func generate(_ count: Int, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    }
}
