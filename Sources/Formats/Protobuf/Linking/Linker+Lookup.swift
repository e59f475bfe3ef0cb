internal import Contracts

extension Linker {
    /// What looking up a name came to.
    enum Lookup {
        case found(Symbol)
        /// Nothing has the name.
        case nothing
        /// The first part of the name led to a scope that has no such name; an inner scope hides what is meant.
        case hidden(String)
    }

    /// Looks a name up from an element, innermost scope first.
    ///
    /// A dot before the name stands for the outermost scope. `element` is the full name of what the name belongs to; its
    /// own scope is not searched. With `onlyTypes`, a single word that is no message or enum is passed over.
    ///
    /// - SeeAlso: Protocol Buffers, "Packages and Name Resolution".
    func look(up name: Int, from element: Int, onlyTypes: Bool) -> Lookup {
        let first = schema.names.first(of: name)
        if first == NameTable.outermost {
            guard let full = schema.names.withoutDot(name), let symbol = visibleSymbol(full) else { return .nothing }
            return .found(symbol)
        }
        let isCompound = first != name
        var scope = element
        while let outer = schema.names.scope(of: scope) {
            scope = outer
            guard let candidate = schema.names.find(scope, dot: first), let symbol = visibleSymbol(candidate) else {
                continue
            }
            if isCompound {
                guard symbol.isAggregate else { continue }
                if let full = schema.names.find(scope, dot: name), let inner = visibleSymbol(full) {
                    return .found(inner)
                }
                return .hidden("\(text(scope)).\(text(name))")
            }
            if !onlyTypes || symbol.isType { return .found(symbol) }
        }
        guard let symbol = visibleSymbol(name) else { return .nothing }
        return .found(symbol)
    }

    /// What a full name stands for, where the file may use it.
    func visibleSymbol(_ name: Int) -> Symbol? {
        guard name < schema.symbols.count else { return nil }
        let symbol = schema.symbols[name]
        switch symbol.kind {
        case .none: return nil
        case .package: return isVisiblePackage(name) ? symbol : nil
        default: return visible[symbol.file] ? symbol : nil
        }
    }

    private func isVisiblePackage(_ name: Int) -> Bool {
        for file in schema.files.indices where visible[file] {
            var package: Int? = schema.files[file].package
            while let known = package {
                if known == name { return true }
                package = schema.names.scope(of: known)
            }
        }
        return false
    }

    /// Looks up the types of a file's fields and methods, and what its extensions extend.
    mutating func resolve(_ file: Int) throws(ContractFailure) {
        for message in schema.files[file].messages {
            for index in schema.messages[message].fields { try resolveType(of: index, file) }
        }
        for index in schema.files[file].extensions {
            try resolveExtendee(of: index, file)
            try resolveType(of: index, file)
        }
        for service in schema.files[file].services {
            for index in schema.services[service].methods { try resolveMethod(index, service, file) }
        }
    }

    private mutating func resolveType(of index: Int, _ file: Int) throws(ContractFailure) {
        let field = schema.fields[index]
        guard field.kind == .named else { return }
        let symbol = try find(field.typeName, from: field.fullName, onlyTypes: true, at: field.typeStart, file)
        guard symbol.isType else {
            let message = "expected a message or an enum, found that '\(text(field.typeName))' is \(symbol.noun)"
            throw failure(.type, message, at: field.typeStart, file: file)
        }
        if symbol.kind == .message, schema.messages[symbol.index].isMapEntry {
            let message = "'\(text(field.typeName))' is made for a map, which fields cannot be of"
            throw failure(.type, message, at: field.typeStart, file: file)
        }
        schema.fields[index].kind = symbol.kind == .message ? .message : .enumeration
        schema.fields[index].type = symbol.index
    }

    private mutating func resolveExtendee(of index: Int, _ file: Int) throws(ContractFailure) {
        let field = schema.fields[index]
        let offset = field.extendeeStart
        let symbol = try find(field.extendeeName, from: field.fullName, onlyTypes: false, at: offset, file)
        guard symbol.kind == .message else {
            let message = "expected a message, found that '\(text(field.extendeeName))' is \(symbol.noun)"
            throw failure(.type, message, at: offset, file: file)
        }
        schema.fields[index].extendee = symbol.index
    }

    private mutating func resolveMethod(_ index: Int, _ service: Int, _ file: Int) throws(ContractFailure) {
        let method = schema.methods[index]
        let scope = schema.names.intern(schema.services[service].fullName, dot: method.name)
        schema.methods[index].input = try message(method.inputName, from: scope, at: method.inputStart, file)
        schema.methods[index].output = try message(method.outputName, from: scope, at: method.outputStart, file)
    }

    private mutating func message(_ name: Int, from scope: Int, at offset: Int, _ file: Int) throws(ContractFailure)
        -> Int
    {
        let symbol = try find(name, from: scope, onlyTypes: false, at: offset, file)
        guard symbol.kind == .message else {
            let message = "expected a message, found that '\(text(name))' is \(symbol.noun)"
            throw failure(.type, message, at: offset, file: file)
        }
        return symbol.index
    }

    private mutating func find(_ name: Int, from element: Int, onlyTypes: Bool, at offset: Int, _ file: Int)
        throws(ContractFailure) -> Symbol
    {
        switch look(up: name, from: element, onlyTypes: onlyTypes) {
        case .found(let symbol): return symbol
        case .nothing:
            let message = "expected a name that this file or an import defines, found '\(text(name))'"
            throw failure(.unknownName, message, at: offset, file: file)
        case .hidden(let full):
            let message = "'\(text(name))' is taken for '\(full)', which nothing defines; write a dot before it"
            throw failure(.unknownName, message, at: offset, file: file)
        }
    }
}
