/// What a judgement was made on moved before the write began.
struct MovedMeanwhile: Error {}

extension Registry {
    /// How often a thing is judged for one request, the last time in the write: others' writes may always come between.
    static let mostJudgements = 4
}
