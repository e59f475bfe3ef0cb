package import Compatibility
package import Contracts

/// The contract formats that are built in, by name.
package struct Formats: Sendable {
    /// The formats in the order in which a text without a name is tried.
    package let all: [any ContractFormat]

    /// The formats of a list.
    package init(_ formats: [any ContractFormat]) { all = formats }

    /// The names, in order.
    package var names: [String] { all.map { type(of: $0).id.name } }

    /// The format of a name.
    ///
    /// - Throws: ``FormatUnknown`` that lists those that are.
    package func named(_ id: FormatID) throws(FormatUnknown) -> any ContractFormat {
        guard let format = all.first(where: { type(of: $0).id == id }) else {
            throw FormatUnknown(name: id.name, known: names)
        }
        return format
    }

    /// The format that recognises a text, or nil if none does.
    package func recognising(_ source: ContractSource) -> (any ContractFormat)? {
        all.first { type(of: $0).recognises(source) }
    }
}

/// A format that is not built in.
package struct FormatUnknown: Error, Hashable, CustomStringConvertible {
    /// The name asked for.
    package let name: String
    /// Those that are.
    package let known: [String]

    /// The stable code.
    package static let code = "FORMAT_UNKNOWN"

    package var description: String {
        "format '\(name)' is not known; use one of: \(known.joined(separator: ", "))"
    }
}
