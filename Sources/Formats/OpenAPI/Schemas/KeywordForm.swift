internal import Syntax

/// What the value of a schema's keyword must be.
///
/// - SeeAlso: JSON Schema 2020-12 Validation, section 6; OpenAPI 3.0.4, section 4.7.24.
enum KeywordForm {
    case type, count, number, divisor, flag, limit, text, names, values

    /// The keywords of each form that are held against it.
    static let keywords: [(KeywordForm, [String])] = [
        (.type, ["type"]),
        (
            .count,
            [
                "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains",
                "maxContains",
            ]
        ),
        (.number, ["minimum", "maximum"]),
        (.divisor, ["multipleOf"]),
        (.flag, ["nullable", "uniqueItems", "readOnly", "writeOnly"]),
        (.limit, ["exclusiveMinimum", "exclusiveMaximum"]),
        (.text, ["format", "pattern"]),
        (.names, ["required"]),
        (.values, ["enum"]),
    ]

    /// Whether a value has the form.
    func holds(_ value: Node) -> Bool {
        switch self {
        case .type:
            value.isString || (value.isArray && value.elements.allSatisfy(\.isString))
        case .count: value.int.map { $0 >= 0 } ?? false
        case .number: value.isNumber
        case .divisor: value.number.map { $0.sign > 0 } ?? false
        case .flag: value.bool != nil
        case .limit: value.isNumber || value.bool != nil
        case .text: value.isString
        case .names: value.isArray && value.elements.allSatisfy(\.isString)
        case .values: value.isArray
        }
    }

    /// The names in a value of `type` that are no types.
    static func unknownTypes(in value: Node) -> [Node] {
        if value.isString { return isTypeName(value) ? [] : [value] }
        return value.elements.filter { $0.isString && !isTypeName($0) }
    }

    private static func isTypeName(_ value: Node) -> Bool { types.contains { $0.elementsEqual(value.bytes) } }

    private static let types = ["string", "object", "array", "integer", "number", "boolean", "null"].map {
        Array($0.utf8)
    }

    /// The names of types, for messages.
    static let knownTypes = "array, boolean, integer, null, number, object or string"

    /// The form in words.
    var words: String {
        switch self {
        case .type: "the name of a type, or a list of them"
        case .count: "a whole number that is not negative"
        case .number: "a number"
        case .divisor: "a number above 0"
        case .flag: "true or false"
        case .limit: "a number, or true or false"
        case .text: "a string"
        case .names: "a list of names"
        case .values: "a list of values"
        }
    }
}
