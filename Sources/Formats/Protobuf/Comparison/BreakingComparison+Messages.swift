extension BreakingComparison {
    /// Compares two messages of one name.
    mutating func compareMessages(_ index: Int, _ other: Int) {
        let (one, two) = (old.messages[index], new.messages[other])
        var name: String { old.names.text(one.fullName) }
        let spots = (Spot(one.file, one.start), Spot(two.file, two.start))
        compareMessageOptions(one, two)
        if asks(.extensionMessageNoDelete), !one.extensionRanges.isEmpty {
            let missing = missingRanges(one.extensionRanges, two.extensionRanges, most: 536_870_911)
            for text in missing {
                report(
                    .extensionMessageNoDelete,
                    name,
                    old: spots.0,
                    new: spots.1,
                    "'\(name)' no longer keeps \(text) for extensions"
                )
            }
        }
        if asks(.reservedMessageNoDelete) {
            for text in missingRanges(one.reservedRanges, two.reservedRanges, most: 536_870_911) {
                report(
                    .reservedMessageNoDelete,
                    name,
                    old: spots.0,
                    new: spots.1,
                    "'\(name)' no longer reserves \(text)"
                )
            }
            for text in missingNames(one.reservedNames, two.reservedNames) {
                report(
                    .reservedMessageNoDelete,
                    name,
                    old: spots.0,
                    new: spots.1,
                    "'\(name)' no longer reserves the name '\(text)'"
                )
            }
        }
        compareOneofs(one, two)
        compareFields(one, two)
    }

    private mutating func compareMessageOptions(_ one: MessageElement, _ two: MessageElement) {
        var name: String { old.names.text(one.fullName) }
        if asks(.messageSameJsonFormat), one.features.allowsJSON, !two.features.allowsJSON {
            let spots = (old.feature(6, of: one.options)?.start, new.feature(6, of: two.options)?.start)
            let message =
                "'\(name)' no longer promises its JSON form: \(one.features.jsonWord) became \(two.features.jsonWord)"
            report(
                .messageSameJsonFormat,
                name,
                old: Spot(one.file, spots.0 ?? one.start),
                new: Spot(two.file, spots.1 ?? two.start),
                message
            )
        }
        guard asks(.messageNoRemoveStandardDescriptorAccessor) else { return }
        let now = new.option(2, of: two.options)
        guard now?.value == .bool(true), old.option(2, of: one.options)?.value != .bool(true) else { return }
        report(
            .messageNoRemoveStandardDescriptorAccessor,
            name,
            old: Spot(one.file, old.option(2, of: one.options)?.start ?? -1),
            new: Spot(two.file, now?.start ?? -1),
            "'\(name)' no longer has the standard accessor of its descriptor"
        )
    }

    private mutating func compareOneofs(_ one: MessageElement, _ two: MessageElement) {
        guard asks(.oneofNoDelete) else { return }
        var name: String { old.names.text(one.fullName) }
        for index in one.oneofs {
            let oneof = old.oneofs[index]
            guard !two.oneofs.contains(where: { pair.same(oneof.name, new.oneofs[$0].name) }) else { continue }
            let text = old.names.text(oneof.name)
            report(
                .oneofNoDelete,
                "\(name).\(text)",
                old: Spot(one.file, one.start),
                new: Spot(two.file, two.start),
                "the oneof '\(text)' of '\(name)' is gone"
            )
        }
    }

    private mutating func compareFields(_ one: MessageElement, _ two: MessageElement) {
        var name: String { old.names.text(one.fullName) }
        var numbers: [Int: Int] = [:]
        for index in one.fields {
            let field = old.fields[index]
            if let other = partner(of: field.number, at: index - one.fields.lowerBound, in: two, &numbers) {
                compareFieldPair(field, new.fields[other])
            } else {
                reportGone(field, one, two, name)
            }
        }
        guard asks(.messageSameRequiredFields) else { return }
        for index in two.fields where new.isRequired(new.fields[index]) {
            let field = new.fields[index]
            let before = one.fields.first { old.fields[$0].number == field.number }
            guard before.map({ !old.isRequired(old.fields[$0]) }) ?? true else { continue }
            let text = new.names.text(field.name)
            let message = "field \(field.number) '\(text)' of '\(name)' must be sent now, which old writers do not do"
            let spot = before.map { Spot(one.file, old.fields[$0].start) }
            report(.messageSameRequiredFields, "\(name).\(text)", old: spot, new: Spot(two.file, field.start), message)
        }
        for index in one.fields where old.isRequired(old.fields[index]) {
            let field = old.fields[index]
            let now = partner(of: field.number, at: index - one.fields.lowerBound, in: two, &numbers)
            guard now.map({ !new.isRequired(new.fields[$0]) }) ?? true else { continue }
            let text = old.names.text(field.name)
            let message = "field \(field.number) '\(text)' of '\(name)' need not be sent now, which old readers demand"
            report(
                .messageSameRequiredFields,
                "\(name).\(text)",
                old: Spot(one.file, one.start),
                new: Spot(two.file, two.start),
                message
            )
        }
    }

    /// The field of a number in a message of the new schema, which most often stands at the same place.
    ///
    /// `numbers` is filled once it is needed, and handed in again for the same message.
    private func partner(of number: Int, at place: Int, in message: MessageElement, _ numbers: inout [Int: Int]) -> Int?
    {
        let guess = message.fields.lowerBound + place
        if guess < message.fields.upperBound, new.fields[guess].number == number { return guess }
        if numbers.isEmpty { for index in message.fields { numbers[new.fields[index].number] = index } }
        return numbers[number]
    }

    private mutating func reportGone(
        _ field: FieldElement,
        _ one: MessageElement,
        _ two: MessageElement,
        _ name: String
    ) {
        let text = old.names.text(field.name)
        let address = "\(name).\(text)"
        let what = "field \(field.number) '\(text)' of '\(name)' is gone"
        let spots = (Spot(one.file, one.start), Spot(two.file, two.start))
        if asks(.fieldNoDelete) { report(.fieldNoDelete, address, old: spots.0, new: spots.1, what) }
        let isNumberReserved = two.reservedRanges.contains { new.ranges[$0].contains(field.number) }
        if asks(.fieldNoDeleteUnlessNumberReserved), !isNumberReserved {
            let message = "\(what), and its number is not reserved"
            report(.fieldNoDeleteUnlessNumberReserved, address, old: spots.0, new: spots.1, message)
        }
        let isNameReserved = two.reservedNames.contains { pair.same(field.name, new.reserved[$0].name) }
        if asks(.fieldNoDeleteUnlessNameReserved), !isNameReserved {
            let message = "\(what), and its name is not reserved"
            report(.fieldNoDeleteUnlessNameReserved, address, old: spots.0, new: spots.1, message)
        }
    }

    // MARK: Ranges

    /// The parts of old ranges that new ones do not cover, as texts such as `the numbers 4 to 7 of 4 to 10`.
    func missingRanges(_ before: Span, _ now: Span, most: Int) -> [String] {
        guard !before.isEmpty else { return [] }
        let kept = now.map { new.ranges[$0] }.sorted { $0.first < $1.first }
        return before.compactMap { index in
            let range = old.ranges[index]
            var missing: [String] = []
            var next = range.first
            for cover in kept where cover.last >= next && cover.first <= range.last {
                if cover.first > next { missing.append(Self.shown(next, cover.first - 1, most)) }
                next = max(next, cover.last + 1)
            }
            if next <= range.last { missing.append(Self.shown(next, range.last, most)) }
            guard !missing.isEmpty else { return nil }
            return "\(missing.joined(separator: ", ")) of \(Self.shown(range.first, range.last, most))"
        }
    }

    private static func shown(_ first: Int, _ last: Int, _ most: Int) -> String {
        first == last ? "\(first)" : "\(first) to \(last >= most ? "max" : "\(last)")"
    }

    /// The old reserved names that are no longer reserved.
    func missingNames(_ before: Span, _ now: Span) -> [String] {
        before.compactMap { index in
            let name = old.reserved[index].name
            return now.contains { pair.same(name, new.reserved[$0].name) } ? nil : old.names.text(name)
        }
    }
}
