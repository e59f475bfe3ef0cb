import Testing

@testable import Crypto

@Suite("random bytes")
struct RandomBytesTests {
    /// Counts upwards, so that the bytes are known.
    struct Counting: RandomNumberGenerator {
        var value: UInt64 = 0

        mutating func next() -> UInt64 {
            value += 1
            return value
        }
    }

    @Test("come from the generator that is given")
    func given() {
        var generator = Counting()
        #expect(RandomBytes.generate(4, using: &generator) == [1, 2, 3, 4])
    }

    @Test("are as many as asked for, and new each time", arguments: [0, 1, 32])
    func system(_ count: Int) {
        #expect(RandomBytes.generate(count).count == count)
        #expect(RandomBytes.generate(32) != RandomBytes.generate(32))
    }
}
