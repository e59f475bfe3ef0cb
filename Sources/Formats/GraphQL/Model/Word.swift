/// The words that mean something to the specification; their numbers are the same in every ``NameTable``.
enum Word: UInt32, CaseIterable {
    case type, interface, union, `enum`, input, scalar, directive, schema, extend
    case on, repeatable, implements
    case query, mutation, subscription, fragment
    case `true`, `false`, null
    case int, float, string, boolean, id
    case queryType, mutationType, subscriptionType
    case deprecated, reason, skip, include, specifiedBy, url, oneOf
    case key, link, shareable, interfaceObject
    case sensitivity, entity

    /// The word as it is written.
    var spelling: String {
        switch self {
        case .int: "Int"
        case .float: "Float"
        case .string: "String"
        case .boolean: "Boolean"
        case .id: "ID"
        case .queryType: "Query"
        case .mutationType: "Mutation"
        case .subscriptionType: "Subscription"
        default: "\(self)"
        }
    }

    /// The directives that need no definition.
    static let directives: [Word] = [.skip, .include, .deprecated, .specifiedBy, .oneOf]
}

extension NameID {
    /// The word that the name is, if it is one.
    var word: Word? { Word(rawValue: index) }

    static func == (name: NameID, word: Word) -> Bool { name.index == word.rawValue }
    static func != (name: NameID, word: Word) -> Bool { name.index != word.rawValue }
}
