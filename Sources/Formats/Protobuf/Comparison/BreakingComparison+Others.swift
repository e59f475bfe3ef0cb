extension BreakingComparison {
    /// Compares two enums of one name.
    mutating func compareEnums(_ index: Int, _ other: Int) {
        let (one, two) = (old.enums[index], new.enums[other])
        var name: String { old.names.text(one.fullName) }
        let spots = (Spot(one.file, one.start), Spot(two.file, two.start))
        if asks(.enumSameType), one.features.isClosed != two.features.isClosed {
            let words = one.features.isClosed ? "closed to open" : "open to closed"
            let places = (old.feature(2, of: one.options)?.start, new.feature(2, of: two.options)?.start)
            report(
                .enumSameType,
                name,
                old: Spot(one.file, places.0 ?? one.start),
                new: Spot(two.file, places.1 ?? two.start),
                "the enum '\(name)' changed from \(words)"
            )
        }
        if asks(.enumSameJsonFormat), one.features.allowsJSON, !two.features.allowsJSON {
            let places = (old.feature(6, of: one.options)?.start, new.feature(6, of: two.options)?.start)
            report(
                .enumSameJsonFormat,
                name,
                old: Spot(one.file, places.0 ?? one.start),
                new: Spot(two.file, places.1 ?? two.start),
                "the enum '\(name)' no longer promises its JSON form"
            )
        }
        if asks(.reservedEnumNoDelete) {
            for text in missingRanges(one.reservedRanges, two.reservedRanges, most: 2_147_483_647) {
                report(.reservedEnumNoDelete, name, old: spots.0, new: spots.1, "'\(name)' no longer reserves \(text)")
            }
            for text in missingNames(one.reservedNames, two.reservedNames) {
                report(
                    .reservedEnumNoDelete,
                    name,
                    old: spots.0,
                    new: spots.1,
                    "'\(name)' no longer reserves the name '\(text)'"
                )
            }
        }
        if !areKept(one.values, two.values) { compareValues(one, two, name) }
    }

    /// Whether all old values are there still, in the same order, and new ones behind them at most.
    private func areKept(_ one: Span, _ two: Span) -> Bool {
        guard one.count <= two.count else { return false }
        for (index, other) in zip(one, two) {
            let (before, now) = (old.values[index], new.values[other])
            guard before.number == now.number, pair.same(before.name, now.name) else { return false }
        }
        return true
    }

    private mutating func compareValues(_ one: EnumElement, _ two: EnumElement, _ name: String) {
        var now: [Int: [Int]] = [:]
        for value in two.values { now[new.values[value].number, default: []].append(value) }
        var before: [Int: [Int]] = [:]
        for value in one.values { before[old.values[value].number, default: []].append(value) }
        for index in one.values {
            let number = old.values[index].number
            // Values of one number are looked at together, at the first of them.
            guard let all = before[number], all[0] == index else { continue }
            guard let others = now[number] else {
                reportGone(number, all, one, two, name)
                continue
            }
            compareNames(number, all, others, one, two, name)
        }
    }

    private mutating func compareNames(
        _ number: Int,
        _ before: [Int],
        _ now: [Int],
        _ one: EnumElement,
        _ two: EnumElement,
        _ name: String
    ) {
        guard asks(.enumValueSameName) else { return }
        let isKept = before.allSatisfy { index in
            now.contains { pair.same(old.values[index].name, new.values[$0].name) }
        }
        guard !isKept else { return }
        let names = before.map { "'\(old.names.text(old.values[$0].name))'" }.joined(separator: ", ")
        for index in now {
            let value = new.values[index]
            let text = new.names.text(value.name)
            report(
                .enumValueSameName,
                "\(name).\(text)",
                old: Spot(one.file, old.values[before[0]].numberStart),
                new: Spot(two.file, value.numberStart),
                "the value \(number) of '\(name)' was named \(names) and is named '\(text)' now"
            )
        }
    }

    private mutating func reportGone(
        _ number: Int,
        _ before: [Int],
        _ one: EnumElement,
        _ two: EnumElement,
        _ name: String
    ) {
        let spots = (Spot(one.file, one.start), Spot(two.file, two.start))
        let names = before.map { "'\(old.names.text(old.values[$0].name))'" }.joined(separator: ", ")
        let address = "\(name).\(old.names.text(old.values[before[0]].name))"
        let what = "the value \(number) (\(names)) of '\(name)' is gone"
        if asks(.enumValueNoDelete) { report(.enumValueNoDelete, address, old: spots.0, new: spots.1, what) }
        let isNumberReserved = two.reservedRanges.contains { new.ranges[$0].contains(number) }
        if asks(.enumValueNoDeleteUnlessNumberReserved), !isNumberReserved {
            let message = "\(what), and its number is not reserved"
            report(.enumValueNoDeleteUnlessNumberReserved, address, old: spots.0, new: spots.1, message)
        }
        let areNamesReserved = before.allSatisfy { index in
            two.reservedNames.contains { pair.same(old.values[index].name, new.reserved[$0].name) }
        }
        if asks(.enumValueNoDeleteUnlessNameReserved), !areNamesReserved {
            let message = "\(what), and its names are not reserved"
            report(.enumValueNoDeleteUnlessNameReserved, address, old: spots.0, new: spots.1, message)
        }
    }

    /// Compares two services of one name.
    mutating func compareServices(_ index: Int, _ other: Int) {
        let (one, two) = (old.services[index], new.services[other])
        let name = old.names.text(one.fullName)
        for item in one.methods {
            let method = old.methods[item]
            let text = old.names.text(method.name)
            if let match = two.methods.first(where: { pair.same(method.name, new.methods[$0].name) }) {
                compareMethods(method, new.methods[match], "\(name).\(text)", one.file, two.file)
            } else if asks(.rpcNoDelete) {
                let spots = (Spot(one.file, one.start), Spot(two.file, two.start))
                let message = "the method '\(text)' of '\(name)' is gone"
                report(.rpcNoDelete, "\(name).\(text)", old: spots.0, new: spots.1, message)
            }
        }
    }

    private mutating func compareMethods(
        _ one: MethodElement,
        _ two: MethodElement,
        _ name: String,
        _ file: Int,
        _ other: Int
    ) {
        let spots = (Spot(file, one.start), Spot(other, two.start))
        if asks(.rpcSameClientStreaming), one.streamsInput != two.streamsInput {
            let words = two.streamsInput ? "one request to a stream" : "a stream of requests to one"
            report(.rpcSameClientStreaming, name, old: spots.0, new: spots.1, "'\(name)' changed from \(words)")
        }
        if asks(.rpcSameServerStreaming), one.streamsOutput != two.streamsOutput {
            let words = two.streamsOutput ? "one response to a stream" : "a stream of responses to one"
            report(.rpcSameServerStreaming, name, old: spots.0, new: spots.1, "'\(name)' changed from \(words)")
        }
        let inputs = (old.messages[one.input].fullName, new.messages[two.input].fullName)
        if asks(.rpcSameRequestType), !pair.same(inputs.0, inputs.1) {
            let words = "from '\(old.names.text(inputs.0))' to '\(new.names.text(inputs.1))'"
            let places = (Spot(file, one.inputStart), Spot(other, two.inputStart))
            report(.rpcSameRequestType, name, old: places.0, new: places.1, "the request of '\(name)' changed \(words)")
        }
        let outputs = (old.messages[one.output].fullName, new.messages[two.output].fullName)
        if asks(.rpcSameResponseType), !pair.same(outputs.0, outputs.1) {
            let words = "from '\(old.names.text(outputs.0))' to '\(new.names.text(outputs.1))'"
            let places = (Spot(file, one.outputStart), Spot(other, two.outputStart))
            report(
                .rpcSameResponseType,
                name,
                old: places.0,
                new: places.1,
                "the response of '\(name)' changed \(words)"
            )
        }
        guard asks(.rpcSameIdempotencyLevel) else { return }
        let levels = (old.option(34, of: one.options), new.option(34, of: two.options))
        guard (levels.0?.value ?? .signed(0)) != (levels.1?.value ?? .signed(0)) else { return }
        let places = (Spot(file, levels.0?.start ?? -1), Spot(other, levels.1?.start ?? -1))
        report(
            .rpcSameIdempotencyLevel,
            name,
            old: places.0,
            new: places.1,
            "'\(name)' may be repeated otherwise than before"
        )
    }
}
