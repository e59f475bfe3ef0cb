internal import Synchronization

/// A number that only grows; adding costs one atomic instruction.
public final class Counter: Sendable {
    private let number = Atomic<Int>(0)

    /// A counter at zero.
    public init() {}

    /// The present number.
    public var value: Int { number.load(ordering: .relaxed) }

    /// Adds.
    public func increment(by amount: Int = 1) {
        number.wrappingAdd(amount, ordering: .relaxed)
    }
}

/// A number that grows and falls, such as that of open connections.
public final class Gauge: Sendable {
    private let number = Atomic<Int>(0)

    /// A gauge at zero.
    public init() {}

    /// The present number.
    public var value: Int { number.load(ordering: .relaxed) }

    /// Adds.
    public func increment(by amount: Int = 1) {
        number.wrappingAdd(amount, ordering: .relaxed)
    }

    /// Takes away.
    public func decrement(by amount: Int = 1) {
        number.wrappingSubtract(amount, ordering: .relaxed)
    }
}
