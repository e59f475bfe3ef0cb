extension BreakingComparison {
    /// Compares a file with the one of its path.
    mutating func compareFile(_ file: Int) {
        let path = old.names.text(old.files[file].path)
        let other = pair.files[file]
        guard other >= 0 else {
            guard asks(.fileNoDelete) else { return }
            return report(.fileNoDelete, path, old: Spot(file), new: nil, "the file '\(path)' is gone")
        }
        compareOptions(of: file, other, path)
        guard asks(.messageNoDelete) || asks(.enumNoDelete) || asks(.extensionNoDelete) || asks(.serviceNoDelete) else {
            return
        }
        let index = NestedNames(new, files: [other])
        for message in old.files[file].messages where asks(.messageNoDelete) {
            let element = old.messages[message]
            guard !index.has(.message, element.nestedName, pair) else { continue }
            gone(
                .messageNoDelete,
                "message",
                element.nestedName,
                Spot(file, element.start),
                in: other,
                index,
                from: "its file"
            )
        }
        for item in old.files[file].enums where asks(.enumNoDelete) {
            let element = old.enums[item]
            guard !index.has(.enumeration, element.nestedName, pair) else { continue }
            gone(
                .enumNoDelete,
                "enum",
                element.nestedName,
                Spot(file, element.start),
                in: other,
                index,
                from: "its file"
            )
        }
        for item in old.files[file].extensions where asks(.extensionNoDelete) {
            let element = old.fields[item]
            guard !index.hasExtension(nestedName(element, old), new) else { continue }
            let name = nestedName(element, old)
            goneExtension(.extensionNoDelete, name, Spot(file, element.start), in: other, index, from: "its file")
        }
        for service in old.files[file].services where asks(.serviceNoDelete) {
            let element = old.services[service]
            guard !index.has(.service, element.name, pair) else { continue }
            let name = old.names.text(element.name)
            let message = "the service '\(name)' is gone from its file"
            report(.serviceNoDelete, name, old: Spot(file, element.start), new: Spot(other), message)
        }
    }

    private mutating func gone(
        _ rule: ProtobufRule,
        _ noun: String,
        _ nested: Int,
        _ spot: Spot,
        in file: Int?,
        _ index: NestedNames,
        from whole: String
    ) {
        let name = old.names.text(nested)
        let around = file.map { index.message(around: name, in: $0, new) ?? Spot($0) }
        report(rule, name, old: spot, new: around, "the \(noun) '\(name)' is gone from \(whole)")
    }

    private mutating func goneExtension(
        _ rule: ProtobufRule,
        _ name: String,
        _ spot: Spot,
        in file: Int?,
        _ index: NestedNames,
        from whole: String
    ) {
        let around = file.map { index.message(around: name, in: $0, new) ?? Spot($0) }
        report(rule, name, old: spot, new: around, "the extension '\(name)' is gone from \(whole)")
    }

    private func nestedName(_ field: FieldElement, _ schema: ProtobufSchema) -> String {
        let name = schema.names.text(field.name)
        return field.parent < 0 ? name : schema.names.text(schema.messages[field.parent].nestedName) + "." + name
    }

    // MARK: Packages

    /// Compares what packages contain, whichever file it lies in.
    mutating func comparePackages() {
        let wanted: ProtobufRules = [
            .packageNoDelete, .packageMessageNoDelete, .packageEnumNoDelete, .packageExtensionNoDelete,
            .packageServiceNoDelete,
        ]
        guard rules.overlaps(wanted) else { return }
        var now: [Int: [Int]] = [:]
        for file in new.ownFiles { now[new.files[file].package, default: []].append(file) }
        var before: [Int: [Int]] = [:]
        for file in old.ownFiles { before[old.files[file].package, default: []].append(file) }
        for (package, files) in before.sorted(by: { $0.value[0] < $1.value[0] }) {
            let name = old.names.text(package)
            guard let others = pair.newName(package).flatMap({ now[$0] }) else {
                guard asks(.packageNoDelete) else { continue }
                report(.packageNoDelete, name, old: Spot(files[0]), new: nil, "the package '\(name)' is gone")
                continue
            }
            comparePackage(name, files, NestedNames(new, files: others))
        }
    }

    private mutating func comparePackage(_ package: String, _ files: [Int], _ index: NestedNames) {
        let whole = "the package '\(package)'"
        for file in files {
            let other = pair.files[file] < 0 ? nil : pair.files[file]
            for item in old.files[file].messages where asks(.packageMessageNoDelete) {
                let element = old.messages[item]
                guard !index.has(.message, element.nestedName, pair) else { continue }
                let name = old.names.text(element.nestedName)
                let around = other.map { index.message(around: name, in: nil, new) ?? Spot($0) }
                let message = "the message '\(name)' is gone from \(whole)"
                report(.packageMessageNoDelete, name, old: Spot(file, element.start), new: around, message)
            }
            for item in old.files[file].enums where asks(.packageEnumNoDelete) {
                let element = old.enums[item]
                guard !index.has(.enumeration, element.nestedName, pair) else { continue }
                gone(
                    .packageEnumNoDelete,
                    "enum",
                    element.nestedName,
                    Spot(file, element.start),
                    in: other,
                    index,
                    from: whole
                )
            }
            for item in old.files[file].extensions where asks(.packageExtensionNoDelete) {
                let element = old.fields[item]
                let name = nestedName(element, old)
                guard !index.hasExtension(name, new) else { continue }
                goneExtension(.packageExtensionNoDelete, name, Spot(file, element.start), in: other, index, from: whole)
            }
            for item in old.files[file].services where asks(.packageServiceNoDelete) {
                let element = old.services[item]
                guard !index.has(.service, element.name, pair) else { continue }
                let name = old.names.text(element.name)
                let message = "the service '\(name)' is gone from \(whole)"
                report(
                    .packageServiceNoDelete,
                    name,
                    old: Spot(file, element.start),
                    new: other.map { Spot($0) },
                    message
                )
            }
        }
    }
}

/// What some files of a schema contain, by the names that elements have inside of their package.
struct NestedNames {
    private var messages: [Int: Int] = [:]
    private var enums: Set<Int> = []
    private var services: Set<Int> = []
    private var extensions: Set<String> = []
    private var byText: [String: Int] = [:]

    init(_ schema: ProtobufSchema, files: [Int]) {
        for file in files {
            for index in schema.files[file].messages { messages[schema.messages[index].nestedName] = index }
            for index in schema.files[file].enums { enums.insert(schema.enums[index].nestedName) }
            for index in schema.files[file].services { services.insert(schema.services[index].name) }
            for index in schema.files[file].extensions {
                let field = schema.fields[index]
                let name = schema.names.text(field.name)
                let scope = field.parent < 0 ? "" : schema.names.text(schema.messages[field.parent].nestedName) + "."
                extensions.insert(scope + name)
            }
        }
    }

    /// Whether there is an element of a name of the old schema.
    func has(_ kind: Symbol.Kind, _ name: Int, _ pair: SchemaPair) -> Bool {
        guard let name = pair.newName(name) else { return false }
        switch kind {
        case .message: return messages[name] != nil
        case .enumeration: return enums.contains(name)
        default: return services.contains(name)
        }
    }

    /// Whether there is an extension of a name.
    func hasExtension(_ name: String, _ schema: ProtobufSchema) -> Bool { extensions.contains(name) }

    /// The innermost message around a name that is left, in one file or in any.
    func message(around name: String, in file: Int?, _ schema: ProtobufSchema) -> BreakingComparison.Spot? {
        var parts = name.split(separator: ".")
        while parts.count > 1 {
            parts.removeLast()
            let outer = Array(parts.joined(separator: ".").utf8)
            if let known = schema.names.find(outer), let index = messages[known],
                file == nil || schema.messages[index].file == file
            {
                return BreakingComparison.Spot(schema.messages[index].file, schema.messages[index].start)
            }
        }
        return nil
    }
}
