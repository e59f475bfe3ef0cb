import Syntax

/// What dynamic references lead to, by the resources that lie on the way to them.
///
/// A schema is compiled once for each scope that it is reached in, so that every reference in it has one target.
///
/// - SeeAlso: JSON Schema 2020-12 Core, sections 7.1 and 8.2.3.2; 2019-09 Core, section 8.2.4.2.
struct DynamicScopes {
    /// One way of reading dynamic references.
    struct Scope: Hashable, Sendable {
        fileprivate let index: Int
        /// Nothing has been entered.
        static let outermost = Scope(index: 0)
        /// There are too many to follow.
        static let untold = Scope(index: 1)
    }

    /// More scopes than this are not told apart.
    private static let limit = 64

    /// By scope, what each anchor leads to: the outermost resource that has it.
    private var targets: [[String: Node]] = [[:], [:]]
    private var known: [[String: Node]: Scope] = [[:]: .outermost]

    /// The scope inside a resource with dynamic anchors of its own.
    mutating func entering(_ anchors: [String: Node], from scope: Scope) -> Scope {
        guard scope != .untold, !anchors.isEmpty else { return scope }
        let inside = targets[scope.index].merging(anchors) { outer, _ in outer }
        if let scope = known[inside] { return scope }
        guard targets.count < Self.limit else { return .untold }
        let entered = Scope(index: targets.count)
        targets.append(inside)
        known[inside] = entered
        return entered
    }

    /// What an anchor leads to in a scope, or nil if no resource on the way has it.
    func target(of anchor: String, in scope: Scope) -> Node? { targets[scope.index][anchor] }
}

/// A schema as it is reached in a scope.
struct ScopedNode: Hashable {
    let node: Node
    let scope: DynamicScopes.Scope
}
