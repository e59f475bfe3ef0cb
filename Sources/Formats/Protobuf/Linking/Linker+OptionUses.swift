internal import Contracts

extension Linker {
    /// What options of features are checked against: the kinds of elements, by number of `FieldOptions.OptionTargetType`.
    private enum Target: Int {
        case file = 1
        case range, message, field, oneof, enumeration, value, service, method
    }

    /// Checks the features that the elements of a file set.
    func checkOptionUses(in file: Int) throws(ContractFailure) {
        let element = schema.files[file]
        try checkUses(element.options, .file, file)
        for index in element.messages {
            let message = schema.messages[index]
            try checkUses(message.options, .message, file)
            for field in message.fields { try checkUses(schema.fields[field].options, .field, file) }
            for oneof in message.oneofs { try checkUses(schema.oneofs[oneof].options, .oneof, file) }
            for range in message.extensionRanges { try checkUses(schema.ranges[range].options, .range, file) }
        }
        for index in element.extensions { try checkUses(schema.fields[index].options, .field, file) }
        for index in element.enums {
            try checkUses(schema.enums[index].options, .enumeration, file)
            for value in schema.enums[index].values { try checkUses(schema.values[value].options, .value, file) }
        }
        for index in element.services {
            try checkUses(schema.services[index].options, .service, file)
            for method in schema.services[index].methods {
                try checkUses(schema.methods[method].options, .method, file)
            }
        }
    }

    private func checkUses(_ options: Int, _ target: Target, _ file: Int) throws(ContractFailure) {
        guard options >= 0 else { return }
        for entry in schema.options[options] {
            try checkSupport(entry, file)
            guard schema.fields[entry.field].type == schema.wellKnown.featureSet,
                schema.fields[entry.field].kind == .message, case .message(let features) = entry.value
            else { continue }
            guard schema.files[file].syntax == .edition2023 else {
                throw failure(.feature, "features are part of editions only", at: entry.start, file: file)
            }
            for feature in features { try checkFeature(feature, target, file) }
        }
    }

    private func checkFeature(_ entry: OptionEntry, _ target: Target, _ file: Int) throws(ContractFailure) {
        let field = schema.fields[entry.field]
        let targets = ownOptions(field.options, schema.wellKnown.fieldOptions).filter { $0.number == 19 }
        if !targets.isEmpty, !targets.contains(where: { $0.value == .signed(Int64(target.rawValue)) }) {
            throw failure(
                .feature,
                "the feature '\(text(field.name))' is not for this element",
                at: entry.start,
                file: file
            )
        }
        if field.isExtension, field.file == file {
            let message = "the feature '\(text(field.name))' cannot be used in the file that defines it"
            throw failure(.feature, message, at: entry.start, file: file)
        }
        if !field.isExtension, schema.wellKnown.featureSet == field.parent, case .signed(0) = entry.value {
            let message = "expected a value of the feature '\(text(field.name))' that is known"
            throw failure(.feature, message, at: entry.start, file: file)
        }
        guard field.isExtension, case .message(let inner) = entry.value else { return }
        for member in inner { try checkFeature(member, target, file) }
    }

    /// Refuses what the edition of the file does not have yet, or has no longer.
    private func checkSupport(_ entry: OptionEntry, _ file: Int) throws(ContractFailure) {
        let edition = Self.edition(schema.files[file].syntax)
        let field = schema.fields[entry.field]
        for option in ownOptions(field.options, schema.wellKnown.fieldOptions) where option.number == 22 {
            guard case .message(let support) = option.value else { continue }
            for part in support {
                guard case .signed(let limit) = part.value else { continue }
                let number = schema.fields[part.field].number
                guard (number == 1 && edition < limit) || (number == 4 && edition >= limit) else { continue }
                let word = number == 1 ? "not yet" : "no longer"
                throw failure(
                    .feature,
                    "'\(text(field.name))' is \(word) part of this edition",
                    at: entry.start,
                    file: file
                )
            }
        }
        guard case .message(let inner) = entry.value else { return }
        for member in inner { try checkSupport(member, file) }
    }

    private static func edition(_ syntax: Syntax) -> Int64 {
        switch syntax {
        case .proto2: 998
        case .proto3: 999
        case .edition2023: 1000
        }
    }
}
