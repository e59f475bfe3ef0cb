extension Application {
    mutating func applyLogic(_ keyword: Keyword) {
        switch keyword {
        case .allOf(let members):
            for member in members where validity != .invalid { require(inPlace(member)) }
        case .anyOf(let members): applyAnyOf(members)
        case .oneOf(let members): applyOneOf(members)
        case .not(let schema): require(!validator.check(instance, schema, depth: depth).validity)
        case .conditional(let condition, let then, let otherwise): applyConditional(condition, then, otherwise)
        default: break
        }
    }

    private mutating func applyAnyOf(_ members: [SchemaID]) {
        var result = Validity.invalid
        for member in members {
            result = result || inPlace(member)
            // Later members may evaluate more, which matters only where somebody asks.
            if result == .valid, !validator.document.tracksEvaluation { break }
        }
        require(result)
    }

    private mutating func applyOneOf(_ members: [SchemaID]) {
        var valid = 0
        var doubt: Obstacle?
        for member in members where valid < 2 {
            switch inPlace(member) {
            case .valid: valid += 1
            case .unknown(let obstacle): doubt = obstacle
            case .invalid: break
            }
        }
        if valid > 1 { return require(false) }
        if let doubt { return require(.unknown(doubt)) }
        require(valid == 1)
    }

    private mutating func applyConditional(_ condition: SchemaID, _ then: SchemaID?, _ otherwise: SchemaID?) {
        switch inPlace(condition) {
        case .valid: if let then { require(inPlace(then)) }
        case .invalid: if let otherwise { require(inPlace(otherwise)) }
        case .unknown(let obstacle):
            let one = then.map { inPlace($0) } ?? .valid
            let two = otherwise.map { inPlace($0) } ?? .valid
            require(one == two ? one : .unknown(obstacle))
            evaluated.doubt = evaluated.doubt ?? obstacle
        }
    }
}
