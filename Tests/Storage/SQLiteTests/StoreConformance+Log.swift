import Audit
import StorePort
import Testing

extension StorePromise {
    static let log = [
        StorePromise("leaves get positions without gaps and are found by them") { store in
            for number in 0..<5 {
                let seq = try await store.write { transaction in
                    #expect(try transaction.head().size == UInt64(number))
                    return try transaction.append(Sample.leaf(number), index: Sample.index(number))
                }
                #expect(seq == UInt64(number))
            }
            let leaf = StoredLeaf(seq: 3, bytes: Sample.bytes(3), hash: try Sample.leaf(3).hash)
            #expect(try store.read { try $0.leaf(3) } == leaf)
            #expect(try store.read { try $0.leafIndex(3) } == Sample.index(3))
            for absent in [5, UInt64.max] {
                #expect(try store.read { try $0.leaf(absent) } == nil)
                #expect(try store.read { try $0.leafIndex(absent) } == nil)
            }
        },
        StorePromise("leaves are found by what they are about") { store in
            try await Sample.fill(store, 0..<12)
            for (filter, order, after, found) in Self.searches {
                let leaves = try store.read { try $0.leaves(matching: filter, order: order, after: after, limit: 4) }
                #expect(leaves.map(\.seq) == found, "\(filter)")
                #expect(leaves.allSatisfy { $0.isIntact })
            }
        },
        StorePromise("the newest leaf that answers a request is found by it") { store in
            try await Sample.fill(store, 0..<14)
            let newest: [String: UInt64?] = ["request-1": 9, "request-5": 13, "request-2": nil, "": nil]
            for (request, seq) in newest {
                #expect(try store.read { try $0.leaf(answering: request)?.seq } == seq)
            }
        },
        StorePromise("heads, roots and proofs are those of the tree") { store in
            var tree = MerkleTree()
            for number in 0..<20 {
                try await Sample.fill(store, number..<(number + 1))
                _ = tree.append(try Sample.leaf(number).hash)
                let head = tree.head
                try store.read { snapshot in
                    #expect(try snapshot.head() == head)
                    #expect(try snapshot.root(ofTreeOf: head.size) == head.root)
                    for index in 0..<head.size {
                        let proof = try snapshot.inclusionProof(of: index, inTreeOf: head.size)
                        #expect(proof.leads(from: try Sample.leaf(Int(index)).hash, to: head.root))
                        let grown = try snapshot.consistencyProof(from: index + 1, to: head.size)
                        #expect(grown.joins(try snapshot.root(ofTreeOf: index + 1), to: head.root))
                    }
                }
            }
        },
        StorePromise("times do not fall") { store in
            try await Sample.fill(store, 4..<5)
            try await Sample.fill(store, 4..<5)
            await #expect(throws: StoreError.refused(detail: "a leaf at 30 ms after one at 40 ms")) {
                try await Sample.fill(store, 3..<4)
            }
        },
    ]

    /// Filter, order, after, and the positions found among twelve leaves, at most four.
    private static let searches: [(LeafFilter, ListOrder, UInt64?, [UInt64])] = [
        (.all, .ascending, nil, [0, 1, 2, 3]),
        (.all, .ascending, 9, [10, 11]),
        (.all, .ascending, UInt64.max, []),
        (.all, .descending, nil, [11, 10, 9, 8]),
        (.all, .descending, 2, [1, 0]),
        (.all, .descending, 0, []),
        (LeafFilter(actor: "actor-1"), .ascending, nil, [1, 4, 7, 10]),
        (LeafFilter(actor: "actor-1"), .descending, 7, [4, 1]),
        (LeafFilter(actor: "actor-9"), .ascending, nil, []),
        (LeafFilter(subject: "subject-0"), .ascending, 5, [6, 8, 10]),
        (LeafFilter(actor: "actor-0", subject: "subject-1"), .ascending, nil, [3, 9]),
        (LeafFilter(action: "version.accepted"), .descending, nil, [11, 10, 9, 8]),
        (LeafFilter(since: 95), .ascending, nil, [10, 11]),
        (LeafFilter(since: 100), .ascending, nil, [10, 11]),
        (LeafFilter(since: 101, until: 110), .ascending, nil, []),
        (LeafFilter(since: 1000), .ascending, nil, []),
        (LeafFilter(until: 20), .descending, nil, [1, 0]),
        (LeafFilter(until: 0), .descending, nil, []),
        (LeafFilter(actor: "actor-2", since: 30, until: 90), .ascending, nil, [5, 8]),
    ]
}
