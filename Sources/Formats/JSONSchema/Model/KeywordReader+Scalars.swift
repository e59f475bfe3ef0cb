internal import Contracts
import Syntax

extension KeywordReader {
    mutating func readTypes() throws(ContractFailure) {
        if let value = words[.type] {
            var types = try types(value)
            if dialect.hasNullable, words[.nullable]?.bool == true { types.insert(.null) }
            add(.type(types))
        }
        if let values = try list(.enum) {
            let set = ValueSet(values.map { $0.json })
            if set.values.count < values.count, let value = words[.enum] {
                remark("SCHEMA_DUPLICATE_VALUE", value, "'enum' has a value twice")
            }
            add(.values(set))
        }
        if dialect.hasBooleanSchemas, let value = words[.const] { add(.values(ValueSet([value.json]))) }
    }

    private func types(_ value: Node) throws(ContractFailure) -> TypeSet {
        guard value.isArray else { return try type(value) }
        var types: TypeSet = []
        for element in value.elements { types.formUnion(try type(element)) }
        return types
    }

    private func type(_ value: Node) throws(ContractFailure) -> TypeSet {
        guard value.isString else { throw wrongType(.type, value, "a type name or an array of them") }
        guard let type = TypeSet(named: value) else {
            throw failure("SCHEMA_TYPE_NAME", value, "'\(value.text)' is no type; use one of \(TypeSet.known)")
        }
        return type
    }

    mutating func readNumbers() throws(ContractFailure) {
        try readBound(.minimum, .exclusiveMinimum) { .minimum($0, isExclusive: $1) }
        try readBound(.maximum, .exclusiveMaximum) { .maximum($0, isExclusive: $1) }
        guard let divisor = try number(.multipleOf), let value = words[.multipleOf] else { return }
        guard divisor.sign > 0 else { throw wrongType(.multipleOf, value, "a number above 0") }
        add(.multipleOf(divisor))
    }

    private mutating func readBound(
        _ inclusive: SchemaWord,
        _ exclusive: SchemaWord,
        _ make: (ExactNumber, Bool) -> Keyword
    ) throws(ContractFailure) {
        let bound = try number(inclusive)
        let flag = words[exclusive]?.bool
        if let bound { add(make(bound, dialect.hasBooleanExclusiveBounds && flag == true)) }
        guard let value = words[exclusive] else { return }
        if flag != nil {
            guard !dialect.hasBooleanExclusiveBounds else { return }
            throw wrongType(exclusive, value, "a number in \(dialect.rawValue)")
        }
        guard let number = try number(exclusive) else { return }
        if dialect.hasBooleanExclusiveBounds {
            remark("SCHEMA_EXCLUSIVE_NUMBER", value, "'\(exclusive.text)' is a boolean in \(dialect.rawValue)")
        }
        add(make(number, true))
    }

    mutating func readStrings() throws(ContractFailure) {
        if let length = try size(.minLength), length > 0 { add(.minLength(length)) }
        if let length = try size(.maxLength) { add(.maxLength(length)) }
        if let pattern = try text(.pattern) {
            add(.pattern(try self.pattern(pattern)))
        }
    }

    func pattern(_ node: Node) throws(ContractFailure) -> SchemaPattern {
        let pattern = patterns[node.text]
        guard let fault = pattern.syntaxFault else { return pattern }
        throw failure("SCHEMA_PATTERN", node, "'\(node.text)' is no regular expression: \(fault)")
    }
}
