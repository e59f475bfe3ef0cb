/// A part of a contract as a manifest names it: an operation such as `GET /invoices/{id}` or `send orders`, or a field by its
/// address, such as `/lines/*/taxCode` or `Invoice.taxCode`.
struct ContractUse {
    private let text: String
    private let words: [String]

    init(_ text: String) {
        self.text = text
        words = Self.words(text)
    }

    /// Whether a finding is about the part, something inside it, or something that it is inside of.
    func isTouched(by finding: Finding) -> Bool {
        isField
            ? ([finding.path] + finding.reaches).contains(where: agrees)
            : ([finding.operation].compactMap { $0 } + finding.reaches).contains(where: isNamed)
                || agrees(finding.path) && finding.operation == nil
    }

    /// Whether one of the shapes has the part, or what it is inside of; for an operation, whose name has several words,
    /// a shape cannot tell, since it lists fields only.
    func isKnown(in shapes: [Shape]) -> Bool {
        let own = Self.steps(text)
        guard words.count == 1, !own.isEmpty else { return true }
        return shapes.contains { shape in
            shape.fields.contains { field in !Self.steps(field.address).isEmpty && agrees(field.address) }
        }
    }

    /// A field of a schema by itself; what has a word before it, or no slash at all, may be an operation.
    private var isField: Bool { text.hasPrefix("/") }

    /// Whether the words follow one another in an operation's name: `send orders` is part of `send orders OrderPlaced`.
    private func isNamed(by operation: String) -> Bool {
        let others = Self.words(operation)
        guard !words.isEmpty, words.count <= others.count else { return false }
        return (0...(others.count - words.count)).contains { others[$0...].starts(with: words) }
    }

    private func agrees(_ address: String) -> Bool {
        if isField, Self.isCoordinate(address) { return isPart(ofCoordinate: address) }
        return zip(Self.steps(text), Self.steps(address)).allSatisfy { $0 == $1 || $0 == "*" || $1 == "*" }
    }

    /// Whether a field such as `/lines/taxCode` may be what `billing.Line.taxCode` names, or lie in the type that
    /// `billing.Line` names: which type a field leads to, its address does not say.
    private func isPart(ofCoordinate coordinate: String) -> Bool {
        let name = coordinate.split { ".(:)".contains($0) }.last ?? ""
        return Self.steps(text).contains(name) || name.first?.isUppercase ?? true
    }

    /// Whether an address names a field by its type, such as `billing.Line.taxCode`, and not by its place.
    private static func isCoordinate(_ address: String) -> Bool {
        !address.isEmpty && !address.contains { $0 == "/" || $0 == " " }
    }

    /// The steps of the field that ends an address; none where it is the whole of what an operation carries, such as
    /// `response 200 application/json`.
    private static func steps(_ address: String) -> [Substring] {
        if isCoordinate(address) { return address.split(separator: ".") }
        return address.split(separator: " ").last { $0.hasPrefix("/") }?.split(separator: "/") ?? []
    }

    /// The words of an operation's name, its method in capitals and the parameters of its path without their names.
    private static func words(_ name: String) -> [String] {
        name.split(separator: " ").map { word in
            guard word.contains("{") else { return word.contains("/") ? String(word) : word.uppercased() }
            return word.split(separator: "/", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("{") && $0.hasSuffix("}") ? "{}" : $0 }.joined(separator: "/")
        }
    }
}
