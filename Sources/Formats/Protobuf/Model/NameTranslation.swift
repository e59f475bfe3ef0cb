/// The numbers that names of one table have in another, each looked up once.
struct NameTranslation {
    private let table: NameTable
    private let other: NameTable
    /// By name: its number in the other table, -1 where it has none there, -2 where that is not known yet.
    private var known: [Int32]

    init(from table: NameTable, to other: NameTable) {
        self.table = table
        self.other = other
        known = Array(repeating: -2, count: table.count)
    }

    /// The number that a name has in the other table; nil where it is not there.
    mutating func find(_ name: Int) -> Int? {
        if known[name] == -2 { known[name] = Int32(lookUp(name) ?? -1) }
        return known[name] < 0 ? nil : Int(known[name])
    }

    private mutating func lookUp(_ name: Int) -> Int? {
        guard let scope = table.scope(of: name) else { return other.find(name, of: table) }
        guard let outer = find(scope), let last = find(table.last(of: name)) else { return nil }
        return other.find(outer, dot: last)
    }
}
