/// The parameters after the question mark of a request, decoded.
public struct Query: Sendable {
    /// Names and values in order; a parameter without `=` has an empty value.
    public private(set) var parameters: [(name: String, value: String)]

    /// Parameters that are decoded already.
    public init(_ parameters: [(name: String, value: String)] = []) {
        self.parameters = parameters
    }

    /// The value of the first parameter of a name.
    public subscript(name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    /// The values of all parameters of a name, in order.
    public func values(of name: String) -> [String] {
        parameters.filter { $0.name == name }.map(\.value)
    }

    /// Reads what follows the question mark; `+` stands for a space, as forms write it.
    ///
    /// - Returns: Nil where an escape is broken or decodes to no UTF-8.
    init?(_ octets: ArraySlice<UInt8>) {
        self.init()
        guard octets.allSatisfy(OctetClass.query.contains) else { return nil }
        for part in octets.split(separator: UInt8(ascii: "&")) {
            let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            guard let name = PercentEncoding.decode(part[..<equals], plusIsSpace: true),
                let value = PercentEncoding.decode(part[equals...].dropFirst(), plusIsSpace: true)
            else { return nil }
            parameters.append((name, value))
        }
    }
}
