internal import Contracts

extension Linker {
    /// Hands the features of a file down to all that is in it.
    mutating func resolveFeatures(_ file: Int) {
        let element = schema.files[file]
        let own = merged(element.features, element.options)
        schema.files[file].features = own
        for index in element.messages {
            let message = schema.messages[index]
            // An outer message comes before those inside of it.
            let outer = message.parent < 0 ? own : schema.messages[message.parent].features
            let features = merged(outer, message.options)
            schema.messages[index].features = features
            for oneof in message.oneofs {
                schema.oneofs[oneof].features = merged(features, schema.oneofs[oneof].options)
            }
            if message.isMapEntry { continue }
            for field in message.fields {
                let around =
                    schema.fields[field].oneof < 0 ? features : schema.oneofs[schema.fields[field].oneof].features
                schema.fields[field].features = fieldFeatures(field, around)
                if schema.fields[field].isMap { handDown(schema.fields[field]) }
            }
        }
        for index in element.enums {
            let parent = schema.enums[index].parent
            let outer = parent < 0 ? own : schema.messages[parent].features
            schema.enums[index].features = merged(outer, schema.enums[index].options)
        }
        for index in element.extensions {
            let parent = schema.fields[index].parent
            schema.fields[index].features = fieldFeatures(index, parent < 0 ? own : schema.messages[parent].features)
        }
    }

    /// What is said of a map is said of its keys and values.
    private mutating func handDown(_ map: FieldElement) {
        for field in schema.messages[map.type].fields { schema.fields[field].features = map.features }
    }

    private func fieldFeatures(_ index: Int, _ around: Features) -> Features {
        let field = schema.fields[index]
        var features = merged(around, field.options)
        if field.label == .required { features.presence = 3 }
        if field.label == .optional, schema.files[field.file].syntax == .proto3 { features.presence = 1 }
        if field.kind == .group { features.messageEncoding = 2 }
        return features
    }

    private func merged(_ around: Features, _ options: Int) -> Features {
        guard options >= 0, !schema.options[options].isEmpty, schema.wellKnown.featureSet >= 0 else { return around }
        var features = around
        for entry in schema.options[options] where schema.fields[entry.field].type == schema.wellKnown.featureSet {
            guard case .message(let entries) = entry.value else { continue }
            for feature in entries { apply(feature, to: &features) }
        }
        return features
    }

    private func apply(_ entry: OptionEntry, to features: inout Features) {
        let field = schema.fields[entry.field]
        switch entry.value {
        case .signed(let value) where !field.isExtension: features.set(field.number, Int(value))
        case .message(let entries):
            let name = text(field.fullName)
            for inner in entries {
                guard case .signed(let value) = inner.value, value > 0 else { continue }
                let feature = text(schema.fields[inner.field].name)
                if name == "pb.java", feature == "utf8_validation" { features.javaUTF8 = UInt8(clamping: value) }
                if name == "pb.cpp", feature == "string_type" { features.cppString = UInt8(clamping: value) }
            }
        default: break
        }
    }
}
