internal import Contracts

/// Compares two schemas by the convention of schema registries: what makes written data unreadable, and no more.
///
/// Fields and enum values may come and go, since readers pass over numbers that they do not know. Types that are
/// imported are compared by what they contain. Judged are the files that no other file imports.
struct RegistryComparison {
    let old: ProtobufSchema
    let new: ProtobufSchema
    private(set) var findings: [Finding] = []
    /// Pairs of imported messages that have been looked at, so that recursion ends.
    private var seen: Set<[Int]> = []

    /// What breaks, in the order of listings.
    static func findings(from old: ProtobufSchema, to new: ProtobufSchema) -> [Finding] {
        var comparison = RegistryComparison(old: old, new: new)
        comparison.compare()
        return comparison.findings.listed
    }

    private init(old: ProtobufSchema, new: ProtobufSchema) {
        self.old = old
        self.new = new
    }

    private mutating func compare() {
        let (before, now) = (old.roots, new.roots)
        comparePackages(before, now)
        var byName: [String: Int] = [:]
        for file in now {
            for index in new.files[file].messages { byName[new.names.text(new.messages[index].nestedName)] = index }
        }
        for file in before {
            for index in old.files[file].messages where !old.messages[index].isMapEntry {
                let name = old.names.text(old.messages[index].nestedName)
                if let other = byName[name] {
                    compareMessages(index, other)
                } else {
                    report(
                        .messageRemoved,
                        name,
                        (file, old.messages[index].start),
                        nil,
                        "the message '\(name)' is gone"
                    )
                }
            }
        }
    }

    private mutating func comparePackages(_ before: [Int], _ now: [Int]) {
        for file in before {
            let path = old.files[file].path
            let other = before.count == 1 && now.count == 1 ? now.first : new.file(of: old.names.text(path))
            guard let other else { continue }
            let names = (old.names.text(old.files[file].package), new.names.text(new.files[other].package))
            guard names.0 != names.1 else { continue }
            let message = "the package changed from '\(names.0)' to '\(names.1)'"
            report(
                .packageChanged,
                names.0,
                (file, old.files[file].packageStart),
                (other, new.files[other].packageStart),
                message
            )
        }
    }

    private mutating func report(
        _ rule: RegistryRule,
        _ address: String,
        _ oldSpot: (file: Int, offset: Int)?,
        _ newSpot: (file: Int, offset: Int)?,
        _ message: String
    ) {
        findings.append(
            Finding(
                rule.rawValue,
                .error,
                direction: .backward,
                path: address,
                old: oldSpot.map { old.place($0.offset, file: $0.file, address) },
                new: newSpot.map { new.place($0.offset, file: $0.file, address) },
                message: message
            )
        )
    }

    private mutating func compareMessages(_ index: Int, _ other: Int) {
        let (one, two) = (old.messages[index], new.messages[other])
        let name = old.names.text(one.fullName)
        var now: [Int: Int] = [:]
        for field in two.fields { now[new.fields[field].number] = field }
        var before: [Int: Int] = [:]
        for field in one.fields { before[old.fields[field].number] = field }
        for field in one.fields {
            let number = old.fields[field].number
            if let match = now[number] {
                compareFields(old.fields[field], new.fields[match], name)
            } else {
                compareGone(old.fields[field], two, name)
            }
        }
        for field in two.fields where before[new.fields[field].number] == nil && new.isRequired(new.fields[field]) {
            let spot = (two.file, new.fields[field].start)
            let message = "field \(new.fields[field].number) of '\(name)' is new and must be sent"
            report(.requiredFieldAdded, name, nil, spot, message)
        }
        for oneof in two.oneofs { compareOneof(oneof, two, before, name) }
    }

    private mutating func compareGone(_ field: FieldElement, _ two: MessageElement, _ name: String) {
        let spot = (field.file, field.start)
        if old.isRequired(field) {
            let message = "field \(field.number) of '\(name)' is gone, and had to be sent"
            report(.requiredFieldRemoved, name, spot, (two.file, two.start), message)
        }
        guard field.oneof >= 0 else { return }
        let oneof = old.names.text(old.oneofs[field.oneof].name)
        guard two.oneofs.contains(where: { new.names.text(new.oneofs[$0].name) == oneof }) else { return }
        let message = "field \(field.number) of '\(name)' is gone from the oneof '\(oneof)'"
        report(.oneofFieldRemoved, name, spot, (two.file, two.start), message)
    }

    /// Fields that could all be set before, and of which one at most can be now.
    private mutating func compareOneof(_ oneof: Int, _ two: MessageElement, _ before: [Int: Int], _ name: String) {
        var sources: Set<Int> = []
        var alone = 0
        for index in two.fields where new.fields[index].oneof == oneof {
            guard let match = before[new.fields[index].number] else { continue }
            let source = old.fields[match].oneof
            if source < 0 { alone += 1 } else { sources.insert(source) }
        }
        guard sources.count + alone > 1 else { return }
        let rule = sources.isEmpty ? RegistryRule.multipleFieldsMovedToOneof : .fieldMovedToExistingOneof
        let text = new.names.text(new.oneofs[oneof].name)
        let message = "fields of '\(name)' that could be set together are in the oneof '\(text)' now"
        report(rule, "\(name).\(text)", nil, (two.file, new.oneofs[oneof].start), message)
    }

    // MARK: Fields

    private mutating func compareFields(_ one: FieldElement, _ two: FieldElement, _ name: String) {
        let spots = ((one.file, one.typeStart), (two.file, two.typeStart))
        let what = "field \(one.number) of '\(name)'"
        let (before, now) = (old.wireKind(one), new.wireKind(two))
        if before.isMessage, before == now {
            compareNamedTypes(one, two, name)
        } else if before.isMessage || now.isMessage {
            report(.fieldKindChanged, name, spots.0, spots.1, "\(what) changed between a message and something else")
        } else if Self.group(before) != Self.group(now) {
            let message = "\(what) changed from \(before.word) to \(now.word), which is written in another way"
            report(.fieldScalarKindChanged, name, spots.0, spots.1, message)
        }
        if one.isRepeated != two.isRepeated, Self.group(before) != Self.group(.string), !before.isMessage {
            report(.fieldNumericLabelChanged, name, spots.0, spots.1, "\(what) changed between one value and many")
        }
        if !old.isRequired(one), new.isRequired(two) {
            report(.requiredFieldAdded, name, spots.0, spots.1, "\(what) must be sent now")
        }
    }

    private mutating func compareNamedTypes(_ one: FieldElement, _ two: FieldElement, _ name: String) {
        let (before, now) = (old.messages[one.type], new.messages[two.type])
        let spots = ((one.file, one.typeStart), (two.file, two.typeStart))
        let texts = (old.names.text(before.nestedName), new.names.text(now.nestedName))
        if one.isMap, two.isMap { return compareEntries(one, two) }
        guard texts.0 == texts.1 else {
            let message = "field \(one.number) of '\(name)' changed from '\(texts.0)' to '\(texts.1)'"
            return report(.fieldNamedTypeChanged, name, spots.0, spots.1, message)
        }
        guard !old.builtIn[before.file], !new.builtIn[now.file], seen.insert([one.type, two.type]).inserted else {
            return
        }
        let count = findings.count
        guard !old.roots.contains(before.file) || !new.roots.contains(now.file) else { return }
        compareMessages(one.type, two.type)
        guard findings.count > count else { return }
        let message = "'\(texts.0)', which field \(one.number) of '\(name)' is of, changed"
        report(.fieldNamedTypeChanged, name, spots.0, spots.1, message)
    }

    private mutating func compareEntries(_ one: FieldElement, _ two: FieldElement) {
        guard seen.insert([one.type, two.type]).inserted else { return }
        compareMessages(one.type, two.type)
    }

    /// Kinds of one group can be read as each other.
    private static func group(_ kind: FieldKind) -> Int {
        switch kind {
        case .int32, .int64, .uint32, .uint64, .bool, .enumeration: 1
        case .sint32, .sint64: 2
        case .fixed32, .sfixed32: 3
        case .fixed64, .sfixed64: 4
        case .string, .bytes: 5
        default: 100 + kind.rawValue
        }
    }
}

extension ProtobufSchema {
    /// The files of the schema itself that no other file imports.
    var roots: [Int] {
        let imported = Set(imports.map(\.file))
        return ownFiles.filter { !imported.contains($0) }
    }

    /// The file of a path, where the schema itself has it.
    func file(of path: String) -> Int? {
        guard let name = names.find(Array(path.utf8)) else { return nil }
        return ownFiles.first { files[$0].path == name }
    }
}
