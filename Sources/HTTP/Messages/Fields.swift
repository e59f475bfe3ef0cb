/// Header fields in the order in which they came or were added; names are compared without regard to case.
///
/// The text of all fields lies in one array of octets, so that a request's fields cost two allocations whatever their
/// number.
///
/// - SeeAlso: RFC 9110, section 5.
public struct Fields: Sendable {
    /// Where a field lies in the octets.
    struct Entry {
        let nameStart: UInt32
        let nameEnd: UInt32
        let valueStart: UInt32
        let valueEnd: UInt32
    }

    private(set) var octets: [UInt8]
    private(set) var entries: [Entry]

    /// No fields.
    public init() {
        octets = []
        entries = []
    }

    /// Fields that were found in the octets of a message.
    init(octets: [UInt8], entries: [Entry]) {
        self.octets = octets
        self.entries = entries
    }

    /// How many there are; a name that occurs twice counts twice.
    public var count: Int { entries.count }

    /// True where there are none.
    public var isEmpty: Bool { entries.isEmpty }

    // MARK: Adding

    /// Adds a field after the others.
    ///
    /// - Parameters:
    ///   - name: A token.
    ///   - value: May be any text: an octet that cannot stand in a value, such as a line feed, becomes a space, so that
    ///     text from outside never ends the line.
    public mutating func append(_ name: String, _ value: String) {
        let nameStart = UInt32(octets.count)
        octets.append(contentsOf: name.utf8)
        precondition(!name.isEmpty && octets[Int(nameStart)...].allSatisfy(OctetClass.token.contains), "no field name")
        let valueStart = UInt32(octets.count)
        for octet in value.utf8 { octets.append(Self.isAllowedInValue(octet) ? octet : .space) }
        entries.append(
            Entry(nameStart: nameStart, nameEnd: valueStart, valueStart: valueStart, valueEnd: UInt32(octets.count))
        )
    }

    /// Adds a field in place of all those of the same name.
    public mutating func set(_ name: String, _ value: String) {
        remove(name)
        append(name, value)
    }

    /// Takes out all fields of a name.
    public mutating func remove(_ name: String) {
        entries = entries.filter { !matches($0, name) }
    }

    @inline(__always) static func isAllowedInValue(_ octet: UInt8) -> Bool {
        octet >= 0x20 && octet != 0x7F || octet == .tab
    }

    // MARK: Looking up

    /// The value of the first field of a name; octets that are no UTF-8 are replaced by U+FFFD.
    public subscript(name: String) -> String? {
        entries.first { matches($0, name) }.map(value)
    }

    /// The values of all fields of a name, in order.
    public func values(of name: String) -> [String] {
        entries.filter { matches($0, name) }.map(value)
    }

    /// The members of a comma-separated list, over all fields of a name, trimmed and without empty ones.
    ///
    /// Quoted commas are not looked for: use it for lists of tokens and entity tags without commas.
    public func list(_ name: String) -> [String] {
        values(of: name).flatMap { value in
            value.utf8.split(separator: UInt8(ascii: ","))
                .map { String(decoding: Self.trimmed($0), as: UTF8.self) }
                .filter { !$0.isEmpty }
        }
    }

    /// All fields in order, names as they were written.
    public var all: [(name: String, value: String)] {
        entries.map { (String(decoding: nameOctets($0), as: UTF8.self), value($0)) }
    }

    private func value(_ entry: Entry) -> String { String(decoding: valueOctets(entry), as: UTF8.self) }

    func nameOctets(_ entry: Entry) -> ArraySlice<UInt8> { octets[Int(entry.nameStart)..<Int(entry.nameEnd)] }

    func valueOctets(_ entry: Entry) -> ArraySlice<UInt8> { octets[Int(entry.valueStart)..<Int(entry.valueEnd)] }

    private func matches(_ entry: Entry, _ name: String) -> Bool {
        guard Int(entry.nameEnd - entry.nameStart) == name.utf8.count else { return false }
        var index = Int(entry.nameStart)
        for octet in name.utf8 {
            guard octets[index].lowercased == octet.lowercased else { return false }
            index += 1
        }
        return true
    }

    private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
        var text = text
        while let first = text.first, first == .space || first == .tab { text.removeFirst() }
        while let last = text.last, last == .space || last == .tab { text.removeLast() }
        return text
    }
}

extension Fields: ExpressibleByDictionaryLiteral {
    /// Fields in the order of the literal; a name may occur twice.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init()
        for (name, value) in elements { append(name, value) }
    }
}
