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
        // Where these are not part of the caller, each call allocates what is kept until the caller is done.
        @inline(__always) get { index < shared.count ? shared[index] : own[index - shared.count] }
        @inline(__always) _modify {
            if index < shared.count { unshare() }
            yield &own[index - shared.count]
        }
    }

    /// Takes a copy of what is shared, which is to be changed.
    private mutating func unshare() {
        own = shared + own
        shared = []
    }

    mutating func append(_ element: Element) { own.append(element) }

    static func += (left: inout Layered, right: some Collection<Element>) { left.own += right }

    /// Makes all elements such as lists share that begin as copies of this one.
    mutating func share() {
        shared += own
        own = []
    }
}
