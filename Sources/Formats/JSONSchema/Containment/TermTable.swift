/// Something known of terms, looked up by their numbers.
struct TermTable<Value> {
    private var values: [Value?] = []

    subscript(term: Term) -> Value? {
        get { term.raw < values.count ? values[Int(term.raw)] : nil }
        set {
            let place = Int(term.raw)
            if place >= values.count { values += repeatElement(nil, count: max(place + 1, 2 * place) - values.count) }
            values[place] = newValue
        }
    }
}
