/// Elements the first of which are shared by many lists: to begin a list with them copies nothing.
struct Layered<Element: Sendable>: RandomAccessCollection, MutableCollection, Sendable {
    private var shared: [Element] = []
    private var own: [Element] = []

    /// A list of nothing.
    init() {}

    var startIndex: Int { 0 }
    var endIndex: Int { shared.count + own.count }

    /// - Complexity: O(1); O(*n*) where one of the shared ones is changed.
    subscript(index: Int) -> Element {
        _read {
            if index < shared.count { yield shared[index] } else { yield own[index - shared.count] }
        }
        _modify {
            if index < shared.count { yield &shared[index] } else { yield &own[index - shared.count] }
        }
    }

    mutating func append(_ element: Element) { own.append(element) }

    static func += (left: inout Layered, right: some Collection<Element>) { left.own += right }

    /// Makes all elements such as lists share that begin as copies of this one.
    mutating func share() {
        shared += own
        own = []
    }
}
