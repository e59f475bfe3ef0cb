import Syntax

extension Application {
    mutating func applyToNumber(_ keyword: Keyword, _ number: ExactNumber) {
        switch keyword {
        case .minimum(let bound, let isExclusive): require(isExclusive ? number > bound : number >= bound)
        case .maximum(let bound, let isExclusive): require(isExclusive ? number < bound : number <= bound)
        case .multipleOf(let divisor): require(number.isMultiple(of: divisor).map(Validity.init) ?? .unknown(.numbers))
        default: break
        }
    }

    mutating func applyToString(_ keyword: Keyword, _ text: String) {
        switch keyword {
        case .minLength(let length): require(text.unicodeScalars.count >= length)
        case .maxLength(let length): require(text.unicodeScalars.count <= length)
        case .pattern(let pattern): require(pattern.validity(of: text))
        case .format(let format): require(format.validity(of: text))
        default: break
        }
    }

    mutating func applyToArray(_ keyword: Keyword, _ elements: [Part]) {
        switch keyword {
        case .minItems(let count): require(elements.count >= count)
        case .maxItems(let count): require(elements.count <= count)
        case .uniqueItems: require(ValueSet(elements.map(\.json)).values.count == elements.count)
        case .prefix(let schemas):
            for (element, schema) in zip(elements, schemas) { require(valid(element, schema)) }
            evaluated.prefix = max(evaluated.prefix, min(schemas.count, elements.count))
        case .rest(let start, let schema):
            for element in elements.dropFirst(start) { require(valid(element, schema)) }
            evaluated.prefix = elements.count
        case .contains(let contains): applyContains(contains, elements)
        case .unevaluatedItems(let schema): applyUnevaluatedItems(schema, elements)
        default: break
        }
    }

    private mutating func applyContains(_ contains: Contains, _ elements: [Part]) {
        var found = 0
        var open = 0
        var doubt: Obstacle?
        for (index, element) in elements.enumerated() {
            switch valid(element, contains.schema) {
            case .valid:
                found += 1
                if contains.evaluates { evaluated.elements.insert(index) }
            case .unknown(let obstacle):
                open += 1
                doubt = obstacle
                if contains.evaluates { evaluated.doubt = evaluated.doubt ?? obstacle }
            case .invalid: break
            }
        }
        let limit = contains.maximum ?? Int.max
        if found + open < contains.minimum || found > limit { return require(false) }
        if let doubt, found < contains.minimum || found + open > limit { require(.unknown(doubt)) }
    }

    private mutating func applyUnevaluatedItems(_ schema: SchemaID, _ elements: [Part]) {
        for (index, element) in elements.enumerated() {
            guard index >= evaluated.prefix, !evaluated.elements.contains(index) else { continue }
            requireUnlessEvaluated(valid(element, schema))
        }
        evaluated.prefix = elements.count
    }

    /// An element or member that may have been evaluated by a schema whose validity is unknown.
    mutating func requireUnlessEvaluated(_ validity: Validity) {
        guard validity != .valid, let doubt = evaluated.doubt else { return require(validity) }
        require(.unknown(doubt))
    }

    mutating func applyToObject(_ keyword: Keyword, _ members: [(name: PropertyName, value: Part)]) {
        switch keyword {
        case .minProperties(let count): require(members.count >= count)
        case .maxProperties(let count): require(members.count <= count)
        case .required(let names): require(hasAll(names, members))
        case .properties(let table): applyProperties(table, members)
        case .patternProperties(let entries): applyPatterns(entries, members)
        case .additionalProperties(let cover, let schema): applyAdditional(cover, schema, members)
        case .propertyNames(let schema):
            for member in members {
                require(validator.check(JSON.string(member.name.text), schema, depth: depth).validity)
            }
        case .dependentRequired(let entries):
            for entry in entries where hasAll([entry.name], members) { require(hasAll(entry.required, members)) }
        case .dependentSchemas(let table):
            for entry in table.entries where hasAll([entry.name], members) { require(inPlace(entry.schema)) }
        case .unevaluatedProperties(let schema): applyUnevaluatedProperties(schema, members)
        default: break
        }
    }

    /// So many names are compared one by one.
    private static var fewComparisons: Int { 400 }

    private func hasAll(_ names: [PropertyName], _ members: [(name: PropertyName, value: Part)]) -> Bool {
        guard names.count * members.count > Self.fewComparisons else {
            return names.allSatisfy { name in members.contains { $0.name == name } }
        }
        return Set(members.map { $0.name }).isSuperset(of: names)
    }

    /// Whether anybody asks what was evaluated.
    private var isTracking: Bool { validator.document.tracksEvaluation }

    private mutating func applyProperties(_ table: PropertyTable, _ members: [(name: PropertyName, value: Part)]) {
        for member in members {
            guard let schema = table[member.name] else { continue }
            require(valid(member.value, schema))
            if isTracking { evaluated.names.insert(member.name) }
        }
    }

    private mutating func applyPatterns(
        _ entries: [PatternProperty],
        _ members: [(name: PropertyName, value: Part)]
    ) {
        for entry in entries {
            for member in members {
                switch entry.pattern.validity(of: member.name.text) {
                case .invalid: break
                case .valid:
                    require(valid(member.value, entry.schema))
                    if isTracking { evaluated.names.insert(member.name) }
                case .unknown(let obstacle):
                    if valid(member.value, entry.schema) != .valid { require(.unknown(obstacle)) }
                    evaluated.doubt = evaluated.doubt ?? obstacle
                }
            }
        }
    }

    private mutating func applyAdditional(
        _ cover: NameCover,
        _ schema: SchemaID,
        _ members: [(name: PropertyName, value: Part)]
    ) {
        for member in members {
            let covered = cover.covers(member.name)
            guard covered != true else { continue }
            let result = valid(member.value, schema)
            require(covered == nil && result != .valid ? .unknown(cover.obstacle) : result)
        }
        // Every member is looked at by this keyword or by those that it makes way for.
        evaluated.allNames = true
    }

    private mutating func applyUnevaluatedProperties(
        _ schema: SchemaID,
        _ members: [(name: PropertyName, value: Part)]
    ) {
        guard !evaluated.allNames else { return }
        for member in members where !evaluated.names.contains(member.name) {
            requireUnlessEvaluated(valid(member.value, schema))
        }
        evaluated.allNames = true
    }
}
