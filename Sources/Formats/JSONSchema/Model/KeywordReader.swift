internal import Contracts
import Syntax

/// A keyword whose schemas are not compiled yet.
enum KeywordDraft {
    case complete(Keyword)
    case one(Node, (SchemaID) -> Keyword)
    case list([Node], ([SchemaID]) -> Keyword)
    case named([(PropertyName, Node)], ([(PropertyName, SchemaID)]) -> Keyword)
    case conditional(Node, then: Node?, otherwise: Node?)
    /// `$ref`: the text.
    case reference(Node)
    /// `$dynamicRef` or `$recursiveRef`: the text.
    case dynamic(Node)
}

/// Reads the keywords of one schema and checks that each is well-formed.
///
/// Keywords that the dialect does not know are annotations, as the specification says. The order of the drafts is
/// fixed, whatever the order in the text.
struct KeywordReader {
    let words: SchemaWords
    let dialect: Dialect
    private let hasValidation: Bool
    let patterns: PatternTable
    var drafts: [KeywordDraft] = []
    var remarks: [SchemaRemark] = []
    /// `format`, if it is one that is known.
    private(set) var format: StringFormat?

    init(_ words: SchemaWords, _ reading: DialectReading, patterns: PatternTable) {
        self.words = words
        dialect = reading.dialect
        hasValidation = reading.hasValidation
        self.patterns = patterns
        drafts.reserveCapacity(words.count)
    }

    private var node: Node { words.node }

    /// Reads all keywords.
    ///
    /// - Throws: ``ContractFailure`` at the first that is not well-formed.
    mutating func read() throws(ContractFailure) {
        if let isTrue = node.bool { return readBoolean(isTrue) }
        guard node.isObject else { throw failure("SCHEMA_NO_SCHEMA", node, "a schema is an object or a boolean") }
        if let reference = try text(.ref) {
            drafts.append(.reference(reference))
            if dialect.ignoresSiblingsOfReference { return }
        }
        if dialect.hasPrefixItems, let reference = try text(.dynamicRef) { drafts.append(.dynamic(reference)) }
        if dialect.hasRecursiveReference, let reference = try text(.recursiveRef) {
            drafts.append(.dynamic(reference))
        }
        try readTypes()
        try readNumbers()
        try readStrings()
        try readArrays()
        try readObjects()
        try readLogic()
        format = words[.format]?.string.flatMap(StringFormat.init)
    }

    private mutating func readBoolean(_ isTrue: Bool) {
        if !isTrue { drafts.append(.complete(.never)) }
        guard !dialect.hasBooleanSchemas else { return }
        remark("SCHEMA_BOOLEAN", node, "\(dialect.rawValue) knows no boolean schemas; it is read as later drafts do")
    }

    /// Adds a keyword that only asserts something.
    mutating func add(_ keyword: Keyword) { if hasValidation { drafts.append(.complete(keyword)) } }

    mutating func remark(_ code: String, _ node: Node, _ message: String) {
        remarks.append(SchemaRemark(code: code, node: node, message: message))
    }

    func failure(_ code: String, _ node: Node, _ message: String) -> ContractFailure {
        ContractFailure(code, at: Place(node), message)
    }

    func wrongType(_ word: SchemaWord, _ value: Node, _ expected: String) -> ContractFailure {
        failure("SCHEMA_KEYWORD_TYPE", value, "'\(word.text)' must be \(expected)")
    }
}

/// The values that keywords have, each checked for its type.
extension KeywordReader {
    func text(_ word: SchemaWord) throws(ContractFailure) -> Node? {
        guard let value = words[word] else { return nil }
        guard value.isString else { throw wrongType(word, value, "a string") }
        return value
    }

    func number(_ word: SchemaWord) throws(ContractFailure) -> ExactNumber? {
        guard let value = words[word] else { return nil }
        guard let number = value.number else { throw wrongType(word, value, "a number") }
        return number
    }

    /// A whole number from 0; what does not fit is as good as the largest that does.
    func size(_ word: SchemaWord) throws(ContractFailure) -> Int? {
        guard let value = words[word] else { return nil }
        guard let number = value.number, number.isInteger, !number.isNegative else {
            throw wrongType(word, value, "a whole number from 0")
        }
        return number.int ?? Int.max
    }

    func list(_ word: SchemaWord) throws(ContractFailure) -> [Node]? {
        guard let value = words[word] else { return nil }
        guard value.isArray else { throw wrongType(word, value, "an array") }
        return Array(value.elements)
    }

    func map(_ word: SchemaWord) throws(ContractFailure) -> [Node.Member]? {
        guard let value = words[word] else { return nil }
        guard value.isObject else { throw wrongType(word, value, "an object") }
        return Array(value.members)
    }

    func schema(_ word: SchemaWord) throws(ContractFailure) -> Node? {
        guard let value = words[word] else { return nil }
        try checkSchema(value, in: word)
        return value
    }

    func schemas(_ word: SchemaWord) throws(ContractFailure) -> [Node]? {
        guard let members = try list(word) else { return nil }
        for member in members { try checkSchema(member, in: word) }
        return members
    }

    func checkSchema(_ value: Node, in word: SchemaWord) throws(ContractFailure) {
        guard value.isObject || value.bool != nil else { throw wrongType(word, value, "a schema") }
    }

    func namedSchemas(_ word: SchemaWord) throws(ContractFailure) -> [(PropertyName, Node)]? {
        guard let value = words[word] else { return nil }
        guard value.isObject else { throw wrongType(word, value, "an object") }
        var schemas: [(PropertyName, Node)] = []
        schemas.reserveCapacity(value.count)
        for member in value.members {
            try checkSchema(member.value, in: word)
            schemas.append((PropertyName(member.name), member.value))
        }
        return schemas
    }

    /// A list of names; what stands twice is remarked on and counts once.
    mutating func names(_ value: Node, _ word: SchemaWord) throws(ContractFailure) -> [PropertyName] {
        guard value.isArray else { throw wrongType(word, value, "an array of strings") }
        var seen = NameTable(capacity: value.count)
        var names: [PropertyName] = []
        names.reserveCapacity(value.count)
        for element in value.elements {
            guard let text = element.string else { throw wrongType(word, element, "an array of strings") }
            if seen.insert(text) == names.count {
                names.append(PropertyName(text))
            } else {
                remark("SCHEMA_DUPLICATE_NAME", element, "'\(text)' stands twice in '\(word.text)'")
            }
        }
        return names
    }
}
