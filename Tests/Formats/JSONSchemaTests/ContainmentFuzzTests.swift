import FoundationEssentials
import Syntax
import Testing

@testable import JSONSchema

@Suite("containment of random schemas")
struct ContainmentFuzzTests {
    /// Random pairs: nothing that is called contained has a counter-example among random values, every witness holds.
    ///
    /// `CANON_FUZZ_SECONDS` makes it run longer, with other seeds every time it is set to another number.
    @Test func verdictsHold() throws {
        let seconds = ProcessInfo.processInfo.environment["CANON_FUZZ_SECONDS"].flatMap { Int($0) }
        let end = ContinuousClock.now + .seconds(seconds ?? 0)
        var seed = UInt64(seconds ?? 0) << 32
        var counts: [String: Int] = [:]
        while seconds.map({ _ in ContinuousClock.now < end }) ?? (seed < 600) {
            try check(seed: seed, &counts)
            seed += 1
        }
        if seconds != nil { print("random schemas:", counts, "to seed", seed) }
        #expect(counts["contained", default: 0] > 10)
        #expect(counts["refuted", default: 0] > 10)
    }

    private func check(seed: UInt64, _ counts: inout [String: Int]) throws {
        var random = RandomSchemas(seed: seed)
        let first = random.document()
        let second = seed % 3 == 0 ? random.document() : random.variant(of: first)
        let texts = seed % 2 == 0 ? [first, second] : [second, first]
        let documents = try texts.map { try SchemaDocument(of: try Document.json($0.bytes)) }
        guard let sub = documents[0].root, let sup = documents[1].root else { return }
        let questions = ContainmentQuestions(
            sub: documents[0],
            sup: documents[1],
            budget: ContainmentBudget(steps: 5_000)
        )
        let validators = documents.map { Validator($0) }
        let said: Comment = "seed \(seed): \(texts[0].text) in \(texts[1].text)"
        switch questions.containment(of: sub, in: sup) {
        case .undecided: counts["open", default: 0] += 1
        case .notContained(let witness):
            counts["refuted", default: 0] += 1
            #expect(validators[0].validate(witness, under: sub) == .valid, said)
            #expect(validators[1].validate(witness, under: sup) == .invalid, said)
        case .contained:
            counts["contained", default: 0] += 1
            for _ in 0..<60 {
                let value = random.value(depth: 3)
                guard validators[0].validate(value, under: sub) == .valid else { continue }
                counts["held", default: 0] += 1
                #expect(validators[1].validate(value, under: sup) != .invalid, "\(said) \(value.text)")
            }
        }
    }
}
