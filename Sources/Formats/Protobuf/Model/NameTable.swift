/// Every name of a schema once, so that names compare as numbers.
///
/// A name with dots is known by the name before its last dot and the part behind it, so that to put a name into a scope
/// writes no letters.
struct NameTable: Sendable {
    /// What begins a name whose first character is a dot: a part without letters that is not the empty name.
    static let outermost = 1
    private static let dot = UInt8(ascii: ".")

    /// The names that many tables begin with.
    private var shared = NameLayer()
    private var own = NameLayer()

    /// A table whose name 0 is the empty one.
    init() {
        for _ in 0...Self.outermost {
            let name = NameLayer.Name(hash: NameLayer.seed, scope: -1, first: 0, end: 0)
            // The empty name comes first, and is the one that is found.
            _ = own.insert(name, at: own.place(NameLayer.seed) { _ in false })
        }
    }

    /// How many names there are.
    var count: Int { shared.names.count + own.names.count }

    /// Makes all names such as tables share that begin as copies of this one.
    mutating func share() {
        guard shared.names.isEmpty else { return }
        swap(&shared, &own)
    }

    private func entry(_ name: Int) -> NameLayer.Name {
        name < shared.names.count ? shared.names[name] : own.names[name - shared.names.count]
    }

    /// The name before the last dot of a name, where it has one; ``outermost`` where the dot is its first character.
    func scope(of name: Int) -> Int? {
        let scope = Int(entry(name).scope)
        return scope < 0 ? nil : scope
    }

    /// What stands behind the last dot of a name; the name itself where it has none.
    func last(of name: Int) -> Int {
        let entry = entry(name)
        return entry.scope < 0 ? name : Int(entry.first)
    }

    /// What stands before the first dot of a name; ``outermost`` where the dot is its first character.
    func first(of name: Int) -> Int {
        var name = name
        while let scope = scope(of: name) { name = scope }
        return name
    }

    /// A name that begins with a dot, without it, where the table has that.
    func withoutDot(_ name: Int) -> Int? {
        guard let scope = scope(of: name) else { return name }
        guard scope != Self.outermost else { return last(of: name) }
        return withoutDot(scope).flatMap { findJoined($0, last(of: name)) }
    }

    // MARK: Letters

    /// The bytes of a name.
    func utf8(_ name: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        write(name, to: &bytes)
        return bytes
    }

    /// A name as text.
    func text(_ name: Int) -> String { String(decoding: utf8(name), as: UTF8.self) }

    /// Adds the bytes of a name.
    func write(_ name: Int, to bytes: inout [UInt8]) {
        let entry = entry(name)
        guard entry.scope < 0 else {
            write(Int(entry.scope), to: &bytes)
            bytes.append(Self.dot)
            return write(Int(entry.first), to: &bytes)
        }
        bytes += part(name, entry)
    }

    private func part(_ name: Int, _ entry: NameLayer.Name) -> ArraySlice<UInt8> {
        name < shared.names.count ? shared.bytes[entry.range] : own.bytes[entry.range]
    }

    /// The bytes of a name without dots.
    func part(_ name: Int) -> ArraySlice<UInt8> { part(name, entry(name)) }

    // MARK: Making names

    /// The number of a name, which is new where it was not there.
    mutating func intern(_ name: [UInt8]) -> Int { intern(name, 0..<name.count) }

    /// The number of a name that stands in a text.
    mutating func intern(_ source: [UInt8], _ range: Range<Int>) -> Int {
        var name = -1
        var start = range.lowerBound
        var hash = NameLayer.seed
        for place in range {
            let byte = source[place]
            guard byte == Self.dot else {
                hash = NameLayer.hash(hash, byte)
                continue
            }
            name = begin(name, internPart(source, start..<place, hash))
            start = place + 1
            hash = NameLayer.seed
        }
        let last = internPart(source, start..<range.upperBound, hash)
        return name < 0 ? last : join(name, last)
    }

    private mutating func begin(_ name: Int, _ part: Int) -> Int {
        if name < 0 { return part == 0 ? Self.outermost : part }
        return join(name, part)
    }

    /// The number of `scope.name`, or of `name` alone where the scope is empty.
    mutating func intern(_ scope: Int, dot name: Int) -> Int {
        guard scope != 0 else { return name }
        let entry = entry(name)
        guard entry.scope >= 0 else { return join(scope, name) }
        return join(intern(scope, dot: Int(entry.scope)), Int(entry.first))
    }

    private mutating func internPart(_ source: [UInt8], _ range: Range<Int>, _ hash: UInt32) -> Int {
        if let known = shared.find(hash, { shared.isPart($0, source, range) }) { return known }
        let place = own.place(hash) { own.isPart($0, source, range) }
        guard own.slots[place] < 0 else { return shared.names.count + Int(own.slots[place]) }
        let start = own.bytes.count
        own.bytes.append(contentsOf: source[range])
        let name = NameLayer.Name(hash: hash, scope: -1, first: Int32(start), end: Int32(own.bytes.count))
        return shared.names.count + own.insert(name, at: place)
    }

    /// The number of what a name without dots is in JSON, such as `someField` for `some_field`.
    mutating func internCamelCase(of name: Int) -> Int {
        let entry = entry(name)
        let isShared = name < shared.names.count
        guard let hash = isShared ? shared.camelCaseHash(entry) : own.camelCaseHash(entry) else { return name }
        let known =
            isShared
            ? shared.find(hash) { shared.isCamelCase($0, of: entry, in: shared) }
            : shared.find(hash) { shared.isCamelCase($0, of: entry, in: own) }
        if let known { return known }
        let place =
            isShared
            ? own.place(hash) { own.isCamelCase($0, of: entry, in: shared) }
            : own.place(hash) { own.isCamelCase($0, of: entry, in: own) }
        guard own.slots[place] < 0 else { return shared.names.count + Int(own.slots[place]) }
        let start = own.bytes.count
        var letters = CamelCase(beginsUpper: false)
        for place in entry.range {
            if let letter = letters.next(isShared ? shared.bytes[place] : own.bytes[place]) { own.bytes.append(letter) }
        }
        let camel = NameLayer.Name(hash: hash, scope: -1, first: Int32(start), end: Int32(own.bytes.count))
        return shared.names.count + own.insert(camel, at: place)
    }

    private mutating func join(_ scope: Int, _ last: Int) -> Int {
        let hash = NameLayer.joined(entry(scope).hash, entry(last).hash)
        if let known = shared.find(hash, { shared.isJoined($0, scope, last) }) { return known }
        let place = own.place(hash) { own.isJoined($0, scope, last) }
        guard own.slots[place] < 0 else { return shared.names.count + Int(own.slots[place]) }
        let name = NameLayer.Name(hash: hash, scope: Int32(scope), first: Int32(last), end: 0)
        return shared.names.count + own.insert(name, at: place)
    }

    // MARK: Finding names

    /// The number of a name, where it is in the table.
    func find(_ name: [UInt8]) -> Int? {
        var found = -1
        for part in name.split(separator: Self.dot, omittingEmptySubsequences: false) {
            var hash = NameLayer.seed
            for byte in part { hash = NameLayer.hash(hash, byte) }
            guard let known = findPart(name, part.indices, hash) else { return nil }
            if found < 0 {
                found = known == 0 && part.endIndex < name.count ? Self.outermost : known
            } else {
                guard let joined = findJoined(found, known) else { return nil }
                found = joined
            }
        }
        return found
    }

    /// The number of `scope.name` where there is such a name.
    func find(_ scope: Int, dot name: Int) -> Int? {
        guard scope != 0 else { return name }
        let entry = entry(name)
        guard entry.scope >= 0 else { return findJoined(scope, name) }
        return find(scope, dot: Int(entry.scope)).flatMap { findJoined($0, Int(entry.first)) }
    }

    /// The number of a name of another table, where it is in this one.
    func find(_ name: Int, of other: NameTable) -> Int? {
        if name <= Self.outermost { return name }
        let entry = other.entry(name)
        guard entry.scope < 0 else {
            guard let scope = find(Int(entry.scope), of: other), let last = find(Int(entry.first), of: other) else {
                return nil
            }
            return findJoined(scope, last)
        }
        return name < other.shared.names.count
            ? findPart(other.shared.bytes, entry.range, entry.hash)
            : findPart(other.own.bytes, entry.range, entry.hash)
    }

    private func findPart(_ source: [UInt8], _ range: Range<Int>, _ hash: UInt32) -> Int? {
        shared.find(hash) { shared.isPart($0, source, range) }
            ?? own.find(hash) { own.isPart($0, source, range) }.map { $0 + shared.names.count }
    }

    private func findJoined(_ scope: Int, _ last: Int) -> Int? {
        let hash = NameLayer.joined(entry(scope).hash, entry(last).hash)
        return shared.find(hash) { shared.isJoined($0, scope, last) }
            ?? own.find(hash) { own.isJoined($0, scope, last) }.map { $0 + shared.names.count }
    }

    // MARK: Comparing

    /// Whether a name is the same as one of another table.
    func isSame(_ name: Int, as other: Int, of table: NameTable) -> Bool {
        let (one, two) = (entry(name), table.entry(other))
        guard one.hash == two.hash, (one.scope < 0) == (two.scope < 0) else { return false }
        guard one.scope < 0 else {
            return isSame(Int(one.first), as: Int(two.first), of: table)
                && isSame(Int(one.scope), as: Int(two.scope), of: table)
        }
        guard one.range.count == two.range.count else { return false }
        return part(name, one).elementsEqual(table.part(other, two))
    }
}
