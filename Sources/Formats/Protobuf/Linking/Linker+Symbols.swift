internal import Contracts

extension Linker {
    /// Gives each element of a file its full name.
    mutating func declare(_ file: Int) throws(ContractFailure) {
        let element = schema.files[file]
        try declarePackage(element, file)
        for index in element.messages {
            let message = schema.messages[index]
            let nested =
                message.parent < 0 ? message.name : join(schema.messages[message.parent].nestedName, message.name)
            let full = join(element.package, nested)
            schema.messages[index].nestedName = nested
            schema.messages[index].fullName = full
            try declare(full, .message, index, file, at: message.isMapEntry ? message.nameStart : message.nameStart)
        }
        for index in element.messages { try declareMembers(of: index, file) }
        for index in element.enums { try declareEnum(index, file) }
        for index in element.extensions {
            let field = schema.fields[index]
            let scope = field.parent < 0 ? element.package : schema.messages[field.parent].fullName
            let full = join(scope, field.name)
            schema.fields[index].fullName = full
            try declare(full, .field, index, file, at: field.nameStart)
        }
        for index in element.services { try declareService(index, file) }
    }

    private mutating func declareMembers(of message: Int, _ file: Int) throws(ContractFailure) {
        let element = schema.messages[message]
        for index in element.fields {
            let full = join(element.fullName, schema.fields[index].name)
            schema.fields[index].fullName = full
            try declare(full, .field, index, file, at: schema.fields[index].nameStart)
        }
        for index in element.oneofs {
            let full = join(element.fullName, schema.oneofs[index].name)
            schema.oneofs[index].parent = message
            try declare(full, .oneof, index, file, at: schema.oneofs[index].nameStart)
        }
    }

    private mutating func declareEnum(_ index: Int, _ file: Int) throws(ContractFailure) {
        let element = schema.enums[index]
        let package = schema.files[file].package
        let nested = element.parent < 0 ? element.name : join(schema.messages[element.parent].nestedName, element.name)
        let scope = element.parent < 0 ? package : schema.messages[element.parent].fullName
        schema.enums[index].nestedName = nested
        schema.enums[index].fullName = join(package, nested)
        try declare(schema.enums[index].fullName, .enumeration, index, file, at: element.nameStart)
        // Values are named beside their enum, not inside of it.
        for value in element.values {
            try declare(join(scope, schema.values[value].name), .value, value, file, at: schema.values[value].start)
        }
    }

    private mutating func declareService(_ index: Int, _ file: Int) throws(ContractFailure) {
        let full = join(schema.files[file].package, schema.services[index].name)
        schema.services[index].fullName = full
        try declare(full, .service, index, file, at: schema.services[index].nameStart)
        for method in schema.services[index].methods {
            let name = join(full, schema.methods[method].name)
            try declare(name, .method, method, file, at: schema.methods[method].nameStart)
        }
    }

    private mutating func declarePackage(_ element: FileElement, _ file: Int) throws(ContractFailure) {
        guard element.package != 0 else { return }
        var packages = [element.package]
        while let outer = schema.names.scope(of: packages[packages.count - 1]) { packages.append(outer) }
        for package in packages.reversed() { try declare(package, .package, file, file, at: element.packageStart) }
    }

    private mutating func join(_ scope: Int, _ name: Int) -> Int { schema.names.intern(scope, dot: name) }

    private mutating func declare(_ name: Int, _ kind: Symbol.Kind, _ index: Int, _ file: Int, at offset: Int)
        throws(ContractFailure)
    {
        while schema.symbols.count <= name { schema.symbols.append(Symbol()) }
        let known = schema.symbols[name]
        if known.kind == .none {
            schema.symbols[name] = Symbol(kind: kind, index: index, file: file)
        } else if known.kind != .package || kind != .package {
            let other = text(schema.files[known.file].path)
            let message = "'\(text(name))' is taken already: it is \(known.noun) in '\(other)'"
            throw failure(.duplicateName, message, at: offset, file: file)
        }
    }

    /// Finds the messages that options are made of.
    mutating func findWellKnown() {
        func message(_ name: String) -> Int {
            guard let known = schema.names.find(Array("google.protobuf.\(name)".utf8)), known < schema.symbols.count,
                schema.symbols[known].kind == .message
            else { return -1 }
            return schema.symbols[known].index
        }
        guard schema.wellKnown.fileOptions < 0 else {
            schema.wellKnown.anyMessage = message("Any")
            return
        }
        schema.wellKnown = WellKnownPlaces(
            fileOptions: message("FileOptions"),
            messageOptions: message("MessageOptions"),
            fieldOptions: message("FieldOptions"),
            oneofOptions: message("OneofOptions"),
            enumOptions: message("EnumOptions"),
            valueOptions: message("EnumValueOptions"),
            serviceOptions: message("ServiceOptions"),
            methodOptions: message("MethodOptions"),
            rangeOptions: message("ExtensionRangeOptions"),
            featureSet: message("FeatureSet"),
            anyMessage: message("Any")
        )
    }
}
