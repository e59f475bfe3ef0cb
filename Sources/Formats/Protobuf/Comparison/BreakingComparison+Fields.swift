extension BreakingComparison {
    /// How often a field can be there.
    private enum Cardinality: String {
        case explicit = "optional with explicit presence"
        case implicit = "optional with implicit presence"
        case required, repeated, map
    }

    /// Compares the extensions that have the same number in messages of the same name.
    mutating func compareExtensions() {
        var byPlace: [Linker.ExtensionKey: Int] = [:]
        for file in new.ownFiles {
            for index in new.files[file].extensions {
                let field = new.fields[index]
                let name = new.messages[field.extendee].fullName
                byPlace[Linker.ExtensionKey(message: name, number: field.number)] = index
            }
        }
        guard !byPlace.isEmpty else { return }
        for file in old.ownFiles {
            for index in old.files[file].extensions {
                let field = old.fields[index]
                guard let name = pair.newName(old.messages[field.extendee].fullName) else { continue }
                guard let other = byPlace[Linker.ExtensionKey(message: name, number: field.number)] else { continue }
                compareFieldPair(field, new.fields[other])
            }
        }
    }

    /// Compares two fields of one number.
    mutating func compareFieldPair(_ one: FieldElement, _ two: FieldElement) {
        compareNames(one, two)
        compareCardinality(one, two)
        compareTypes(one, two)
        if one.kind == .string || one.kind == .bytes { compareStrings(one, two) }
        compareDefaults(one, two)
        compareOneof(one, two)
        guard asks(.fieldSameJstype), one.kind.isWide, two.kind.isWide else { return }
        let values = (old.option(6, of: one.options), new.option(6, of: two.options))
        guard (values.0?.value ?? .signed(0)) != (values.1?.value ?? .signed(0)) else { return }
        changed(.fieldSameJstype, one, two, "the JavaScript type", values.0?.start, values.1?.start)
    }

    /// Reports a field, with what changed of it.
    private mutating func changed(
        _ rule: ProtobufRule,
        _ one: FieldElement,
        _ two: FieldElement,
        _ what: String,
        _ before: Int? = nil,
        _ now: Int? = nil
    ) {
        let address = old.names.text(one.fullName)
        let kind = one.isExtension ? "extension" : "field"
        report(
            rule,
            address,
            old: Spot(one.file, before ?? one.start),
            new: Spot(two.file, now ?? two.start),
            "\(what) of \(kind) \(one.number) '\(address)' changed"
        )
    }

    private mutating func compareNames(_ one: FieldElement, _ two: FieldElement) {
        if asks(.fieldSameName),
            !pair.same(one.isExtension ? one.fullName : one.name, two.isExtension ? two.fullName : two.name)
        {
            let names = "from '\(old.names.text(one.name))' to '\(new.names.text(two.name))'"
            changed(.fieldSameName, one, two, "the name (\(names))", one.nameStart, two.nameStart)
        }
        guard asks(.fieldSameJsonName), !one.isExtension, !pair.same(one.jsonName, two.jsonName) else { return }
        let spots = (
            one.jsonNameStart < 0 ? one.start : one.jsonNameStart, two.jsonNameStart < 0 ? two.start : two.jsonNameStart
        )
        let names = "from '\(old.names.text(one.jsonName))' to '\(new.names.text(two.jsonName))'"
        changed(.fieldSameJsonName, one, two, "the name in JSON (\(names))", spots.0, spots.1)
    }

    private func isInEntry(_ field: FieldElement, _ schema: ProtobufSchema) -> Bool {
        field.parent >= 0 && !field.isExtension && schema.messages[field.parent].isMapEntry
    }

    private func cardinality(_ field: FieldElement, _ schema: ProtobufSchema) -> Cardinality {
        if field.isMap { return .map }
        if field.isRepeated { return .repeated }
        if schema.isRequired(field) { return .required }
        return schema.hasPresence(field) ? .explicit : .implicit
    }

    private mutating func compareCardinality(_ one: FieldElement, _ two: FieldElement) {
        let (before, now) = (cardinality(one, old), cardinality(two, new))
        guard before != now, !(isInEntry(one, old) && isInEntry(two, new)) else { return }
        let what = "the cardinality (from \(before.rawValue) to \(now.rawValue))"
        if asks(.fieldSameCardinality) { changed(.fieldSameCardinality, one, two, what) }
        let pairs: Set<Cardinality> = [before, now]
        let isSingle = pairs == [.explicit, .implicit]
        if asks(.fieldWireJsonCompatibleCardinality), !isSingle {
            changed(.fieldWireJsonCompatibleCardinality, one, two, what)
        }
        if asks(.fieldWireCompatibleCardinality), !isSingle, pairs != [.repeated, .map] {
            changed(.fieldWireCompatibleCardinality, one, two, what)
        }
    }

    // MARK: Types

    private mutating func compareTypes(_ one: FieldElement, _ two: FieldElement) {
        let (before, now) = (old.wireKind(one), new.wireKind(two))
        let isNamed = one.type >= 0 && two.type >= 0
        let hasOtherName = before == now && isNamed && !pair.haveSameType(one, two)
        guard before != now || hasOtherName else { return }
        let what = "the type (from \(typeText(one, old)) to \(typeText(two, new)))"
        let spots = (one.typeStart, two.typeStart)
        if asks(.fieldSameType) { changed(.fieldSameType, one, two, what, spots.0, spots.1) }
        let isEnumKept = hasOtherName && before == .enumeration && isSameEnum(one.type, two.type)
        if asks(.fieldWireCompatibleType), !isEnumKept {
            let isWider = before == .string && now == .bytes
            if hasOtherName || (Self.wireGroup(before) != Self.wireGroup(now) && !isWider) {
                changed(.fieldWireCompatibleType, one, two, what, spots.0, spots.1)
            }
        }
        if asks(.fieldWireJsonCompatibleType), !isEnumKept,
            hasOtherName || Self.jsonGroup(before) != Self.jsonGroup(now)
        {
            changed(.fieldWireJsonCompatibleType, one, two, what, spots.0, spots.1)
        }
    }

    /// Whether an enum that moved has its short name still, and all its values.
    private func isSameEnum(_ index: Int, _ other: Int) -> Bool {
        let (one, two) = (old.enums[index], new.enums[other])
        guard pair.same(one.name, two.name) else { return false }
        return one.values.allSatisfy { value in
            let before = old.values[value]
            return two.values.contains {
                pair.same(before.name, new.values[$0].name) && before.number == new.values[$0].number
            }
        }
    }

    private func typeText(_ field: FieldElement, _ schema: ProtobufSchema) -> String {
        switch field.kind {
        case .message, .group: "'\(schema.names.text(schema.messages[field.type].fullName))'"
        case .enumeration: "'\(schema.names.text(schema.enums[field.type].fullName))'"
        default: field.kind.word
        }
    }

    /// Kinds of one group are written alike.
    ///
    /// - SeeAlso: Protocol Buffers, "Updating A Message Type".
    private static func wireGroup(_ kind: FieldKind) -> Int {
        switch kind {
        case .int32, .int64, .uint32, .uint64, .bool: 1
        case .sint32, .sint64: 2
        case .fixed32, .sfixed32: 3
        case .fixed64, .sfixed64: 4
        default: 100 + kind.rawValue
        }
    }

    /// Kinds of one group are written alike, and are alike in JSON.
    private static func jsonGroup(_ kind: FieldKind) -> Int {
        switch kind {
        case .int32, .uint32: 1
        case .int64, .uint64: 2
        case .fixed32, .sfixed32: 3
        case .fixed64, .sfixed64: 4
        default: 100 + kind.rawValue
        }
    }

    // MARK: Strings

    private mutating func compareStrings(_ one: FieldElement, _ two: FieldElement) {
        guard two.kind == .string || two.kind == .bytes else { return }
        if asks(.fieldSameCppStringType), !(isInEntry(one, old) && isInEntry(two, new)) { compareCppStrings(one, two) }
        guard one.kind == .string, two.kind == .string else { return }
        if asks(.fieldSameUtf8Validation), one.features.utf8 != two.features.utf8 {
            let spots = (old.feature(4, of: one.options)?.start, new.feature(4, of: two.options)?.start)
            let what = "the check of UTF-8 (from \(one.features.utf8Word) to \(two.features.utf8Word))"
            changed(.fieldSameUtf8Validation, one, two, what, spots.0, spots.1)
        }
        guard asks(.fieldSameJavaUtf8Validation), checksInJava(one, old) != checksInJava(two, new) else { return }
        let spots = (javaSpot(one, old), javaSpot(two, new))
        changed(.fieldSameJavaUtf8Validation, one, two, "the check of UTF-8 in Java", spots.0, spots.1)
    }

    private func javaSpot(_ field: FieldElement, _ schema: ProtobufSchema) -> Int? {
        schema.option(27, of: schema.files[field.file].options)?.start ?? schema.feature(1001, of: field.options)?.start
    }

    private func checksInJava(_ field: FieldElement, _ schema: ProtobufSchema) -> Bool {
        let file = schema.files[field.file]
        let option = schema.option(27, of: file.options)
        if file.syntax != .edition2023 || option != nil {
            return option?.value == .bool(true) || field.features.utf8 == 2
        }
        return field.features.javaUTF8 == 2 || field.features.utf8 == 2
    }

    private mutating func compareCppStrings(_ one: FieldElement, _ two: FieldElement) {
        let (before, now) = (cppString(one, old), cppString(two, new))
        guard before != now, !(before == .piece && now == .string) else { return }
        func spot(_ field: FieldElement, _ schema: ProtobufSchema) -> Int? {
            schema.option(1, of: field.options)?.start ?? schema.feature(1000, of: field.options)?.start
        }
        let what = "the C++ string type (from \(before) to \(now))"
        changed(.fieldSameCppStringType, one, two, what, spot(one, old), spot(two, new))
    }

    private enum CppString { case view, cord, string, piece }

    private func cppString(_ field: FieldElement, _ schema: ProtobufSchema) -> CppString {
        switch schema.option(1, of: field.options)?.value {
        case .signed(1): return .cord
        case .signed(2): return .piece
        case .signed: return .string
        default: break
        }
        switch field.features.cppString {
        case 1: return .view
        case 2: return .cord
        default: return .string
        }
    }

    // MARK: Defaults and oneofs

    private mutating func compareDefaults(_ one: FieldElement, _ two: FieldElement) {
        guard asks(.fieldSameDefault), one.defaultValue >= 0 || two.defaultValue >= 0 || isEnum(one, two) else {
            return
        }
        guard !one.isRepeated, !two.isRepeated, !one.kind.isMessage, !two.kind.isMessage else { return }
        let (before, now) = (defaultValue(one, old), defaultValue(two, new))
        guard !before.isAlike(now) else { return }
        let what = "the default (from \(before.shown) to \(now.shown))"
        let spots = (
            one.defaultStart < 0 ? one.start : one.defaultStart, two.defaultStart < 0 ? two.start : two.defaultStart
        )
        changed(.fieldSameDefault, one, two, what, spots.0, spots.1)
    }

    private func isEnum(_ one: FieldElement, _ two: FieldElement) -> Bool {
        one.kind == .enumeration || two.kind == .enumeration
    }

    private func defaultValue(_ field: FieldElement, _ schema: ProtobufSchema) -> OptionValue {
        if field.defaultValue >= 0 { return schema.defaults[field.defaultValue] }
        switch field.kind {
        case .string, .bytes: return .bytes([])
        case .enumeration: return .signed(Int64(schema.values[schema.enums[field.type].values.lowerBound].number))
        default: return .signed(0)
        }
    }

    private mutating func compareOneof(_ one: FieldElement, _ two: FieldElement) {
        guard asks(.fieldSameOneof), !one.isExtension, one.oneof >= 0 || two.oneof >= 0 else { return }
        if one.oneof >= 0, two.oneof >= 0 {
            guard !pair.same(old.oneofs[one.oneof].name, new.oneofs[two.oneof].name) else { return }
            let names =
                "from '\(old.names.text(old.oneofs[one.oneof].name))' to '\(new.names.text(new.oneofs[two.oneof].name))'"
            return changed(.fieldSameOneof, one, two, "the oneof (\(names))")
        }
        changed(.fieldSameOneof, one, two, one.oneof >= 0 ? "the oneof (it left one)" : "the oneof (it went into one)")
    }
}

extension OptionValue {
    /// Whether two defaults mean the same, numbers and truth values compared as numbers.
    func isAlike(_ other: OptionValue) -> Bool {
        switch (self, other) {
        case (.bytes(let one), .bytes(let two)): return one == two
        case (.bytes(let one), _): return one.isEmpty && other.number == 0
        case (_, .bytes(let two)): return two.isEmpty && number == 0
        case (.unsigned(let one), .unsigned(let two)): return one == two
        case (.signed(let one), .signed(let two)): return one == two
        case (.signed(let one), .unsigned(let two)): return one >= 0 && UInt64(one) == two
        case (.unsigned(let one), .signed(let two)): return two >= 0 && one == UInt64(two)
        default:
            if number.isNaN || other.number.isNaN { return number.isNaN && other.number.isNaN }
            return number == other.number || Float(number) == Float(other.number)
        }
    }

    private var number: Double {
        switch self {
        case .bool(let flag): flag ? 1 : 0
        case .signed(let number): Double(number)
        case .unsigned(let number): Double(number)
        case .real(let number): number
        default: 0
        }
    }
}
