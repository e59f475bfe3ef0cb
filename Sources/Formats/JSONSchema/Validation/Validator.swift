package import Syntax

/// Decides whether instances are valid under the schemas of one document.
///
/// `contentEncoding` and `contentMediaType` are annotations, and so is `format` where the document does not assert it
/// (``SchemaDocument/asserting(_:)``). Where a pattern decides that is not executed, the answer is unknown.
package struct Validator: Sendable {
    /// The schemas.
    package let document: SchemaDocument
    /// How deep schemas may be applied within each other.
    static let depth = 400

    /// A validator for a document's schemas.
    package init(_ document: SchemaDocument) { self.document = document }

    /// Whether an instance is valid under a schema of the document.
    ///
    /// - Complexity: O(size of the instance × schemas that apply to it); `uniqueItems` and `enum` look values up.
    package func validate(_ instance: Node, under schema: SchemaID) -> Validity {
        check(instance, schema, depth: 0).validity
    }

    /// Whether a value is valid under a schema of the document.
    package func validate(_ instance: JSON, under schema: SchemaID) -> Validity {
        check(instance, schema, depth: 0).validity
    }

    struct Outcome {
        var validity: Validity
        var evaluated: Evaluated
    }

    func check<Part: Instance>(_ instance: Part, _ id: SchemaID, depth: Int) -> Outcome {
        check(instance, document[id].keywords, depth: depth)
    }

    func check<Part: Instance>(_ instance: Part, _ keywords: [Keyword], depth: Int) -> Outcome {
        guard depth < Self.depth else { return Outcome(validity: .unknown(.depth), evaluated: Evaluated()) }
        guard !keywords.isEmpty else { return Outcome(validity: .valid, evaluated: Evaluated()) }
        var application = Application(validator: self, instance: instance, view: instance.view, depth: depth + 1)
        for keyword in keywords where !keyword.needsEvaluation {
            application.apply(keyword)
            if application.validity == .invalid { break }
        }
        guard application.validity != .invalid else { return Outcome(validity: .invalid, evaluated: Evaluated()) }
        for keyword in keywords where keyword.needsEvaluation { application.apply(keyword) }
        return Outcome(validity: application.validity, evaluated: application.evaluated)
    }
}

extension Keyword {
    /// Whether it looks at what its neighbours have evaluated.
    var needsEvaluation: Bool {
        switch self {
        case .unevaluatedItems, .unevaluatedProperties: true
        default: false
        }
    }
}

/// One schema being applied to one instance.
struct Application<Part: Instance> {
    let validator: Validator
    let instance: Part
    let view: InstanceView<Part>
    let depth: Int
    var validity = Validity.valid
    var evaluated = Evaluated()

    init(validator: Validator, instance: Part, view: InstanceView<Part>, depth: Int) {
        self.validator = validator
        self.instance = instance
        self.view = view
        self.depth = depth
    }

    mutating func apply(_ keyword: Keyword) {
        switch keyword {
        case .never: validity = .invalid
        case .type(let types): require(types.isSuperset(of: view.type))
        case .values(let set):
            if case .string(let text) = view {
                require(set.contains(text: text))
            } else {
                require(set.contains(instance.json))
            }
        case .undecidable(let obstacle):
            require(.unknown(obstacle))
            evaluated.doubt = evaluated.doubt ?? obstacle
        case .reference(let target): require(inPlace(target))
        case .allOf, .anyOf, .oneOf, .not, .conditional: applyLogic(keyword)
        default: applyToParts(keyword)
        }
    }

    private mutating func applyToParts(_ keyword: Keyword) {
        switch view {
        case .number(let number): applyToNumber(keyword, number)
        case .string(let text): applyToString(keyword, text)
        case .array(let elements): applyToArray(keyword, elements)
        case .object(let members): applyToObject(keyword, members)
        case .null, .bool: break
        }
    }

    mutating func require(_ holds: Bool) { if !holds { validity = .invalid } }

    mutating func require(_ other: Validity) { validity = validity && other }

    /// Validity of a part of the instance.
    func valid(_ part: Part, _ schema: SchemaID) -> Validity {
        validator.check(part, schema, depth: depth).validity
    }

    /// Validity of the instance itself under another schema, whose evaluations count where it is valid.
    mutating func inPlace(_ schema: SchemaID) -> Validity {
        let outcome = validator.check(instance, schema, depth: depth)
        guard validator.document.tracksEvaluation else { return outcome.validity }
        switch outcome.validity {
        case .valid: evaluated.formUnion(outcome.evaluated)
        case .unknown(let obstacle): evaluated.doubt = evaluated.doubt ?? obstacle
        case .invalid: break
        }
        return outcome.validity
    }
}
