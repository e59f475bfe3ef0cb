package import Syntax

/// Reads the members of an object that a person wrote, and says where what is wrong.
///
/// Every failure has the code of its kind of document and the place of the member.
package struct MemberReader: Sendable {
    /// The object.
    package let node: Node
    /// The file it stands in, for messages.
    package let file: String?
    private let code: String

    /// A reader of an object.
    ///
    /// - Throws: ``ContractFailure`` if the value is no object, or has a member that is neither known nor begins `x-`.
    package init(_ node: Node, code: String, file: String? = nil, known: Set<String>) throws(ContractFailure) {
        self.node = node
        self.file = file
        self.code = code
        guard node.isObject else { throw failure(at: node, "expected a mapping") }
        for member in node.members where !known.contains(member.name) && !member.name.hasPrefix("x-") {
            let names = known.sorted().joined(separator: ", ")
            throw failure(at: member.key, "member '\(member.name)' is not known; known are \(names)")
        }
    }

    /// A failure at a value of this document.
    package func failure(at node: Node, _ message: String) -> ContractFailure {
        ContractFailure(code, at: Place(node, file: file), message)
    }

    /// A text that must be there and not be empty.
    package func text(_ name: String) throws(ContractFailure) -> String {
        guard let text = try optionalText(name), !text.isEmpty else {
            throw failure(at: node, "member '\(name)' is missing")
        }
        return text
    }

    /// A text, or nil where the member is missing.
    package func optionalText(_ name: String) throws(ContractFailure) -> String? {
        guard let value = node[name] else { return nil }
        guard let text = value.string else { throw failure(at: value, "member '\(name)' must be a string") }
        return text
    }

    /// A truth value, or a default where the member is missing.
    package func flag(_ name: String, default standard: Bool = false) throws(ContractFailure) -> Bool {
        guard let value = node[name] else { return standard }
        guard let flag = value.bool else { throw failure(at: value, "member '\(name)' must be true or false") }
        return flag
    }

    /// A whole number in a range, or a default where the member is missing.
    package func number(_ name: String, default standard: Int, in range: ClosedRange<Int>) throws(ContractFailure)
        -> Int
    {
        guard let value = node[name] else { return standard }
        guard let number = value.int, range.contains(number) else {
            throw failure(
                at: value,
                "member '\(name)' must be a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// The elements of a list; empty where the member is missing.
    package func list(_ name: String) throws(ContractFailure) -> [Node] {
        guard let value = node[name] else { return [] }
        guard value.isArray else { throw failure(at: value, "member '\(name)' must be a list") }
        return Array(value.elements)
    }

    /// The texts of a list; empty where the member is missing.
    package func texts(_ name: String) throws(ContractFailure) -> [String] {
        var texts: [String] = []
        for element in try list(name) {
            guard let text = element.string else { throw failure(at: element, "'\(name)' must be a list of strings") }
            texts.append(text)
        }
        return texts
    }

    /// A value that a text must be the name of, read by the type itself.
    package func value<Value>(
        _ name: String,
        _ parse: (String) throws(NameError) -> Value
    ) throws(ContractFailure) -> Value {
        guard let value = try optionalValue(name, parse) else { throw failure(at: node, "member '\(name)' is missing") }
        return value
    }

    /// The same, or nil where the member is missing.
    package func optionalValue<Value>(
        _ name: String,
        _ parse: (String) throws(NameError) -> Value
    ) throws(ContractFailure) -> Value? {
        guard let text = try optionalText(name) else { return nil }
        do throws(NameError) { return try parse(text) } catch {
            throw failure(at: self.node[name] ?? node, "\(error)")
        }
    }

    /// The same for each text of a list.
    package func values<Value>(
        _ name: String,
        _ parse: (String) throws(NameError) -> Value
    ) throws(ContractFailure) -> [Value] {
        var values: [Value] = []
        for element in try list(name) {
            guard let text = element.string else { throw failure(at: element, "'\(name)' must be a list of strings") }
            do throws(NameError) { values.append(try parse(text)) } catch { throw failure(at: element, "\(error)") }
        }
        return values
    }
}
