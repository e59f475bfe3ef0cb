internal import Compatibility
internal import Contracts
internal import Syntax

/// Collects what is found at pairs of types, one finding a cause.
///
/// A pair of records is walked once; further fields that have the same types are named as what the findings reach.
struct SchemaFindings {
    /// A step of an address.
    enum Step {
        /// Into an array or a map.
        case element
        /// To a field, by its name in the reader's schema.
        case field(NameID)
        /// To a field that only the writer's schema has.
        case formerField(NameID)
    }

    /// A pair of types at an address.
    struct Visit {
        let reader: TypeID
        let writer: TypeID
        /// Index of the pair of records whose part this is.
        let owner: Int
        /// Index of the address's last step.
        let path: Int
    }

    /// A pair of records with the addresses at which it was met.
    private struct Owner {
        let path: Int
        /// Index of the pair of records that it is part of.
        let outer: Int
        var further: [Int] = []
        /// Whether there are addresses beside those: too many of them, or within itself.
        var hasMore = false
    }

    /// Further addresses that a finding names at most.
    private static let mostReached = 100

    let schemas: SchemaPair
    let direction: Direction
    /// Steps with the index of the one before; texts of addresses are made of them only where something is found.
    private var steps: [(before: Int, step: Step)] = [(-1, .element)]
    private var owners: [Owner] = [Owner(path: 0, outer: 0)]
    private var indices: [UInt64: Int] = [:]
    private var queue: [Visit] = []
    private var found: [(finding: Finding, owner: Int, path: Int)] = []

    init(_ schemas: SchemaPair, from roots: [(reader: TypeID, writer: TypeID)], _ direction: Direction) {
        self.schemas = schemas
        self.direction = direction
        push(roots.map { Visit(reader: $0.reader, writer: $0.writer, owner: 0, path: 0) })
    }

    /// The next pair to look at, in the order of the text.
    mutating func next() -> Visit? { queue.popLast() }

    /// Puts pairs in front of what is to be looked at, in their order.
    mutating func push(_ visits: [Visit]) { queue += visits.reversed() }

    /// Enters a pair of records; nil where it has been looked at before.
    ///
    /// - Returns: The pair as the owner of its parts.
    mutating func enter(_ visit: Visit) -> Visit? {
        let key = UInt64(visit.reader.index) << 32 | UInt64(visit.writer.index)
        if let known = indices[key] {
            if owners[known].further.count < Self.mostReached, !isInside(visit.path, owners[known].path) {
                owners[known].further.append(visit.path)
            } else {
                owners[known].hasMore = true
            }
            return nil
        }
        indices[key] = owners.count
        owners.append(Owner(path: visit.path, outer: visit.owner))
        return Visit(reader: visit.reader, writer: visit.writer, owner: owners.count - 1, path: visit.path)
    }

    /// Whether a path leads through another: a record that holds itself is not reached once more, but always.
    private func isInside(_ path: Int, _ outer: Int) -> Bool {
        var path = path
        while path > outer { path = steps[path].before }
        return path == outer
    }

    /// A part of a pair, at a further step of the address.
    mutating func part(of visit: Visit, _ step: Step, _ reader: TypeID, _ writer: TypeID) -> Visit {
        Visit(reader: reader, writer: writer, owner: visit.owner, path: path(from: visit.path, step))
    }

    private mutating func path(from path: Int, _ step: Step) -> Int {
        steps.append((path, step))
        return steps.count - 1
    }

    private func address(of path: Int) -> String {
        var texts: [String] = []
        var path = path
        while path > 0 {
            switch steps[path].step {
            case .element: texts.append("*")
            case .field(let name): texts.append(schemas.reader.names.text(name))
            case .formerField(let name): texts.append(schemas.writer.names.text(name))
            }
            path = steps[path].before
        }
        return texts.reversed().reduce(into: "") { $0 += "/" + $1 }
    }

    /// Adds a finding; places are on the reader's and on the writer's side.
    mutating func add(
        _ rule: AvroRule,
        at visit: Visit,
        _ step: Step? = nil,
        isDirected: Bool = true,
        reader: Place?,
        writer: Place?,
        _ message: String,
        remedy: String? = nil,
        witness: JSON? = nil
    ) {
        let isBackward = direction == .backward
        let place = step.map { path(from: visit.path, $0) } ?? visit.path
        let finding = Finding(
            rule.rawValue,
            rule.severity,
            direction: isDirected ? direction : nil,
            path: address(of: place),
            old: isBackward ? writer : reader,
            new: isBackward ? reader : writer,
            message: message,
            remedy: remedy,
            witness: witness
        )
        found.append((finding, visit.owner, place))
    }

    /// Everything found, in the order in which findings are listed.
    var all: [Finding] {
        found.map { entry in
            let owner = owners[entry.owner]
            var finding = entry.finding
            finding.reachesMore = owner.hasMore || isPartOfMore(owner)
            guard !owner.further.isEmpty else { return finding }
            let rest = finding.path.dropFirst(address(of: owner.path).count)
            finding.reaches = owner.further.map { address(of: $0) + rest }
            return finding
        }
        .listed
    }

    /// Whether a pair is part of one that was met at further addresses, which are no addresses of its own.
    private func isPartOfMore(_ owner: Owner) -> Bool {
        var outer = owner.outer
        while outer > 0 {
            if owners[outer].hasMore || !owners[outer].further.isEmpty { return true }
            outer = owners[outer].outer
        }
        return false
    }
}
