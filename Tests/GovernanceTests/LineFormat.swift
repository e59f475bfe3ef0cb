import Compatibility
import Contracts
import Syntax

/// A contract format for tests: a line a field, `name:type`, with `!` behind a required one; `use canon:…` refers.
///
/// A field that is newly required breaks who writes the old version; a required one that is gone, who reads it.
struct LineFormat: ContractFormat {
    struct Field: Hashable, Sendable {
        let name: String
        let type: String
        let isRequired: Bool
    }

    static let id = named("lines")

    static func named(_ name: String) -> FormatID {
        guard let id = try? FormatID(parsing: name) else { preconditionFailure("'\(name)' is a valid name") }
        return id
    }

    static let rules: [RuleCard] = []

    static func recognises(_ source: ContractSource) -> Bool { source.bytes.contains(UInt8(ascii: ":")) }

    private func lines(_ source: ContractSource) -> [Substring] {
        String(decoding: source.bytes, as: UTF8.self).split(separator: "\n")
    }

    func references(in source: ContractSource) throws(ContractFailure) -> [String] {
        lines(source).filter { $0.hasPrefix("use ") }.map { String($0.dropFirst(4)) }
    }

    func parse(_ source: ContractSource, library: ReferenceLibrary) throws(ContractFailure) -> [Field] {
        var fields: [Field] = []
        for line in lines(source) where !line.hasPrefix("use ") && !line.hasPrefix("#") {
            let parts = line.split(separator: ":")
            guard parts.count == 2 else {
                throw ContractFailure(
                    "LINES_MALFORMED",
                    at: Place(pointer: "", position: .init(line: fields.count + 1, column: 1)),
                    "expected name:type, found '\(line)'"
                )
            }
            let type = parts[1].hasSuffix("!") ? parts[1].dropLast() : parts[1]
            fields.append(
                Field(name: String(parts[0]), type: String(type), isRequired: parts[1].hasSuffix("!"))
            )
        }
        return fields
    }

    func canonicalForm(of model: [Field]) -> [UInt8] {
        Array(model.map { "\($0.name):\($0.type):\($0.isRequired)\n" }.sorted().joined().utf8)
    }

    func shape(of model: [Field]) -> Shape {
        Shape(fields: model.map { Shape.Field(address: "/\($0.name)", type: $0.type, isRequired: $0.isRequired) })
    }

    func findings(
        from old: [Field],
        to new: [Field],
        breaking direction: Direction,
        options: ComparisonOptions
    ) -> [Finding] {
        let (reads, written) = direction == .backward ? (new, old) : (old, new)
        return reads.compactMap { field in
            let before = written.first { $0.name == field.name }
            let rule: String
            if let before, before.type != field.type {
                rule = "type-changed"
            } else if field.isRequired, before?.isRequired != true {
                rule = "required-missing"
            } else {
                return nil
            }
            return Finding(
                rule,
                .error,
                direction: direction,
                path: "/\(field.name)",
                message: "\(field.name) is read and not written so"
            )
        }
    }
}
