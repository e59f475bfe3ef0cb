/// The responses of two versions that can answer the same call with the same status code.
struct StatusPairs {
    /// Each pair once, in the order of the status codes.
    private(set) var pairs: [Pair<Response>] = []

    init(_ responses: Pair<[Response]>) {
        var seen: Set<Pair<StatusRange>> = []
        for status in Self.kinds(of: responses) {
            guard let old = responses.old.answer(to: status), let new = responses.new.answer(to: status) else {
                continue
            }
            if seen.insert(Pair(old.status, new.status)).inserted { pairs.append(Pair(old, new)) }
        }
    }

    /// One for every set of codes that is told apart on either side.
    private static func kinds(of responses: Pair<[Response]>) -> [StatusRange] {
        Set(responses.old.map(\.status)).union(responses.new.map(\.status)).sorted()
    }
}

extension [Response] {
    /// The response that counts for a status: declared for it, else for its class, else for all others.
    func answer(to status: StatusRange) -> Response? {
        first { $0.status == status }
            ?? status.hundred.flatMap { hundred in first { $0.status == .codes(hundred: hundred) } }
            ?? first(where: { $0.status == .others })
    }
}
