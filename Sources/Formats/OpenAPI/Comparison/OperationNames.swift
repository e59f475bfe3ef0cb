/// The names of all operations of two versions, numbered in their order.
struct OperationNames {
    private let names: [String]
    private let numbers: [String: Int]

    init(_ versions: Pair<APIDescription>) {
        let all = versions.map { Self.names(of: $0.operations + $0.webhooks) }
        names = Set(all.old).union(all.new).sorted()
        numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }

    private static func names(of operations: [Operation]) -> [String] {
        operations.flatMap { operation in
            [operation.name] + names(of: operation.callbacks.flatMap(\.operations))
        }
    }

    /// The operations that have one of some names; a name that no operation has, such as that of a document, counts for none.
    func set(of some: some Sequence<String>) -> OperationSet {
        var set = OperationSet()
        for name in some { insert(name, into: &set) }
        return set
    }

    /// Adds the operation of a name to a set, where there is one.
    func insert(_ name: String, into set: inout OperationSet) {
        if let number = numbers[name] { set.insert(number) }
    }

    /// The names of the operations of a set, but for one name.
    func all(of set: OperationSet, except own: String?) -> [String] {
        set.numbers.map { names[$0] }.filter { $0 != own }
    }
}

/// Operations by their numbers, a bit for each: sets of hundreds are put together for every change of a shared schema.
struct OperationSet {
    private var words: [UInt64] = []

    static let none = OperationSet()

    mutating func insert(_ number: Int) {
        grow(to: number / 64 + 1)
        words[number / 64] |= 1 << UInt64(number % 64)
    }

    mutating func formUnion(_ other: OperationSet) {
        grow(to: other.words.count)
        for index in other.words.indices { words[index] |= other.words[index] }
    }

    private mutating func grow(to count: Int) {
        while words.count < count { words.append(0) }
    }

    func isSubset(of other: OperationSet) -> Bool {
        words.enumerated().allSatisfy { index, word in
            word & ~(index < other.words.count ? other.words[index] : 0) == 0
        }
    }

    /// The numbers in ascending order.
    var numbers: some Sequence<Int> {
        words.indices.lazy.flatMap { index in
            let word = words[index]
            return (0..<64).lazy.filter { word & (1 << UInt64($0)) != 0 }.map { index * 64 + $0 }
        }
    }
}
