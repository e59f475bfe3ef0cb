internal import Contracts

/// What a range of extensions declares about one of them.
struct DeclaredExtension {
    var number: Int?
    var name: [UInt8]?
    var type: [UInt8]?
    var isReserved = false
    var isRepeated = false
    var start = 0
}

extension Linker {
    /// The declarations of a range, or nil where it has none.
    private func declarations(of range: Int) -> [DeclaredExtension]? {
        let options = ownOptions(schema.ranges[range].options, schema.wellKnown.rangeOptions)
        let isChecked = options.contains { $0.number == 3 && $0.value == .signed(0) }
        let found = options.filter { $0.number == 2 }.map { declaration($0) }
        return found.isEmpty && !isChecked ? nil : found
    }

    private func declaration(_ option: PlainOption) -> DeclaredExtension {
        var result = DeclaredExtension()
        result.start = option.start
        guard case .message(let entries) = option.value else { return result }
        for entry in entries {
            switch (schema.fields[entry.field].number, entry.value) {
            case (1, .signed(let number)): result.number = Int(number)
            case (2, .bytes(let name)): result.name = name
            case (3, .bytes(let type)): result.type = type
            case (5, .bool(let flag)): result.isReserved = flag
            case (6, .bool(let flag)): result.isRepeated = flag
            default: break
            }
        }
        return result
    }

    /// Checks what the ranges of a message declare.
    ///
    /// - SeeAlso: Protocol Buffers, "Extension Declarations".
    func checkDeclarations(of message: Int, _ file: Int, _ declared: inout Set<[UInt8]>)
        throws(ContractFailure)
    {
        for range in schema.messages[message].extensionRanges where schema.ranges[range].options >= 0 {
            let options = ownOptions(schema.ranges[range].options, schema.wellKnown.rangeOptions)
            let isUnverified = options.contains { $0.number == 3 && $0.value == .signed(1) }
            let all = options.filter { $0.number == 2 }.map { declaration($0) }
            if isUnverified, let one = all.first {
                throw failure(.option, "a range with declarations is verified", at: one.start, file: file)
            }
            var numbers: Set<Int> = []
            for item in all {
                if let message = fault(of: item, in: schema.ranges[range], &numbers) {
                    throw failure(.option, message, at: item.start, file: file)
                }
                try checkOnce(item, &declared, file)
            }
        }
    }

    private func fault(of item: DeclaredExtension, in range: NumberRange, _ numbers: inout Set<Int>) -> String? {
        guard let number = item.number else { return "a declaration has a number" }
        guard range.contains(number) else { return "the number \(number) of a declaration lies outside its range" }
        guard numbers.insert(number).inserted else { return "the number \(number) is declared twice" }
        if item.isReserved, (item.name == nil) != (item.type == nil) {
            return "a reserved declaration has both 'full_name' and 'type', or neither"
        }
        guard !item.isReserved || item.name != nil else { return nil }
        guard let name = item.name else { return "a declaration has a 'full_name'" }
        guard let type = item.type else { return "a declaration has a 'type'" }
        guard Self.isFullName(name) else { return "a 'full_name' is names with dots, and a dot before them" }
        let isScalar = FieldKind(word: type[...]) != nil
        guard isScalar || Self.isFullName(type) else { return "a 'type' is a scalar, or names with a dot before them" }
        return nil
    }

    private static func isFullName(_ bytes: [UInt8]) -> Bool {
        guard bytes.first == UInt8(ascii: ".") else { return false }
        return bytes.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
            part in
            (part.first.map(Scanner.isLetter) ?? false)
                && part.allSatisfy { Scanner.isLetter($0) || Scanner.isDigit($0) }
        }
    }

    /// A name is declared once, whatever it extends.
    private func checkOnce(_ item: DeclaredExtension, _ declared: inout Set<[UInt8]>, _ file: Int)
        throws(ContractFailure)
    {
        guard let name = item.name, !declared.insert(name).inserted else { return }
        let text = String(decoding: name, as: UTF8.self)
        throw failure(.option, "'\(text)' is declared twice", at: item.start, file: file)
    }

    /// Checks an extension against what its range declares.
    func checkDeclared(_ index: Int, _ file: Int) throws(ContractFailure) {
        let field = schema.fields[index]
        let extendee = schema.messages[field.extendee]
        guard let range = extendee.extensionRanges.first(where: { schema.ranges[$0].contains(field.number) }),
            let all = declarations(of: range)
        else { return }
        guard let item = all.first(where: { $0.number == field.number }), !item.isReserved else {
            let message = "'\(text(extendee.fullName))' does not declare the extension \(field.number)"
            throw failure(.option, message, at: field.numberStart, file: file)
        }
        let name = "." + text(field.fullName)
        if let declared = item.name, Array(name.utf8) != declared {
            let message = "the extension \(field.number) is declared as '\(String(decoding: declared, as: UTF8.self))'"
            throw failure(.option, message, at: field.nameStart, file: file)
        }
        let type = typeName(field)
        if let declared = item.type, Array(type.utf8) != declared {
            let message =
                "the extension \(field.number) is declared to be of '\(String(decoding: declared, as: UTF8.self))'"
            throw failure(.option, message, at: field.typeStart, file: file)
        }
        guard item.isRepeated != field.isRepeated else { return }
        let word = item.isRepeated ? "repeated" : "not repeated"
        throw failure(.option, "the extension \(field.number) is declared as \(word)", at: field.start, file: file)
    }

    private func typeName(_ field: FieldElement) -> String {
        switch field.kind {
        case .message, .group: "." + text(schema.messages[field.type].fullName)
        case .enumeration: "." + text(schema.enums[field.type].fullName)
        default: field.kind.word
        }
    }
}
