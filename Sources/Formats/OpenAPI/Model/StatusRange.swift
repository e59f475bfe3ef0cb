/// What a response is declared for: a status code, a class of them such as `2XX`, or all others (`default`).
package enum StatusRange: Hashable, Sendable {
    case code(Int)
    case codes(hundred: Int)
    case others

    /// Reads the key of a response; nil if it is none.
    package init?(_ text: String) {
        if text == "default" {
            self = .others
            return
        }
        let bytes = Array(text.utf8)
        guard bytes.count == 3, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0]) else { return nil }
        if text.hasSuffix("XX") || text.hasSuffix("xx") {
            self = .codes(hundred: Int(bytes[0] - 48))
            return
        }
        guard bytes.allSatisfy({ (48...57).contains($0) }), let code = Int(text) else { return nil }
        self = .code(code)
    }

    /// Whether every status code of the other belongs to it.
    package func covers(_ other: StatusRange) -> Bool {
        switch (self, other) {
        case (.others, _): true
        case (_, .others): false
        case (.codes(let hundred), _): hundred == other.hundred
        case (.code, _): self == other
        }
    }

    /// The class of its codes; nil for all others.
    package var hundred: Int? {
        switch self {
        case .code(let code): code / 100
        case .codes(let hundred): hundred
        case .others: nil
        }
    }

    /// Whether it tells of success, so that clients build on it.
    package var isSuccess: Bool {
        switch self {
        case .code(let code): (200...299).contains(code)
        case .codes(let hundred): hundred == 2
        case .others: false
        }
    }
}

extension StatusRange: CustomStringConvertible, Comparable {
    package var description: String {
        switch self {
        case .code(let code): String(code)
        case .codes(let hundred): "\(hundred)XX"
        case .others: "default"
        }
    }

    package static func < (left: StatusRange, right: StatusRange) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .code(let code): code
        case .codes(let hundred): hundred * 100 + 99
        case .others: 1000
        }
    }
}
