internal import Compatibility
internal import Contracts
internal import Syntax

/// Writes a document anew with the traits of its operations and messages merged in.
///
/// In 2.x a trait is a JSON merge patch of the object that names it; in 3.x what the object says itself stays. The member
/// `traits` is kept, so that references into it still lead there.
///
/// - SeeAlso: AsyncAPI 2.6.0, "Operation Trait Object"; AsyncAPI 3.0.0, "Traits Merge Mechanism"; RFC 7396.
struct TraitMerger {
    /// A value that was written, or one that was put together.
    private indirect enum Merged {
        case written(Node)
        case object(Node, [(key: Node, value: Merged)])

        /// What was written, or what most of it was.
        var node: Node {
            switch self {
            case .written(let node), .object(let node, _): node
            }
        }
    }

    private let references: References
    private let traitsWin: Bool
    private var bytes: [UInt8] = []
    private var origins: [Node] = []
    private let limits = DocumentLimits.contract

    /// The document with its traits merged in and the origins of its values; nil where it has no traits.
    ///
    /// - Throws: ``ContractFailure`` where a trait cannot be found, or all becomes too large.
    static func merged(
        _ document: Document,
        _ version: AsyncAPIVersion,
        _ references: References
    ) throws(ContractFailure) -> (document: Document, origins: [Node])? {
        guard ContractSource(document.source).mayName("traits") else { return nil }
        var merger = TraitMerger(references: references, traitsWin: version == .v2)
        let isWhole = document.root["asyncapi"] != nil
        try merger.write(.written(document.root), as: isWhole ? .document : .fragment)
        do throws(SyntaxFailure) {
            return (try Document.json(merger.bytes, limits: merger.limits), merger.origins)
        } catch { throw ContractFailure(error, file: references.fileName(of: document)) }
    }

    private init(references: References, traitsWin: Bool) {
        self.references = references
        self.traitsWin = traitsWin
    }

    private mutating func write(_ value: Merged, as role: TraitRole) throws(ContractFailure) {
        let value = role.mayHaveTraits ? try withTraits(value) : value
        guard bytes.count <= limits.bytes else {
            let message = "with all traits merged in, the document has more than \(limits.bytes) bytes (limit 'bytes')"
            throw failure(.field, value.node, message)
        }
        origins.append(value.node)
        switch value {
        case .written(let node) where node.isArray:
            try write("[", "]", Array(node.elements)) { merger, element throws(ContractFailure) in
                try merger.write(.written(element), as: role.element)
            }
        case .written(let node) where !node.isObject: bytes += node.json.bytes
        default:
            try write("{", "}", Self.members(of: value)) { merger, member throws(ContractFailure) in
                merger.origins.append(member.key)
                merger.bytes += JSON.string(member.key.text).bytes + ":".utf8
                try merger.write(member.value, as: role.member(member.key.text))
            }
        }
    }

    private mutating func write<Item>(
        _ open: Unicode.Scalar,
        _ close: Unicode.Scalar,
        _ items: [Item],
        _ write: (inout TraitMerger, Item) throws(ContractFailure) -> Void
    ) throws(ContractFailure) {
        bytes.append(UInt8(ascii: open))
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            try write(&self, item)
        }
        bytes.append(UInt8(ascii: close))
    }

    private static func members(of value: Merged) -> [(key: Node, value: Merged)] {
        switch value {
        case .object(_, let members): members
        case .written(let node): node.members.map { ($0.key, .written($0.value)) }
        }
    }

    private func withTraits(_ value: Merged) throws(ContractFailure) -> Merged {
        let own = Self.members(of: value)
        guard let list = own.first(where: { $0.key.text == "traits" })?.value.node, list.isArray, list.count > 0 else {
            return value
        }
        var traits: [Merged] = []
        for trait in list.elements {
            let target = try references.target(of: trait)
            guard target.isObject else { throw failure(.field, trait, "a trait must be an object") }
            traits.append(.object(value.node, Self.members(of: .written(target)).filter { $0.key.text != "traits" }))
        }
        guard traitsWin else {
            return try patched(try patched(.object(value.node, []), by: traits), by: [.object(value.node, own)])
        }
        return try patched(value, by: traits)
    }

    private func patched(_ target: Merged, by patches: [Merged]) throws(ContractFailure) -> Merged {
        var result = target
        for patch in patches { result = try patched(result, by: patch) }
        return result
    }

    /// A JSON merge patch; a reference stands for what it leads to where both sides are objects.
    private func patched(_ target: Merged, by patch: Merged) throws(ContractFailure) -> Merged {
        guard isObject(patch) else { return patch }
        var members = isObject(target) ? try Self.members(of: followed(target)) : []
        for (key, value) in try Self.members(of: isObject(target) ? followed(patch) : patch) {
            let known = members.firstIndex { $0.key.text == key.text }
            if value.node.isNull {
                if let known { members.remove(at: known) }
            } else if let known {
                members[known].value = try patched(members[known].value, by: value)
            } else {
                members.append((key, value))
            }
        }
        return .object(isObject(target) ? target.node : patch.node, members)
    }

    private func isObject(_ value: Merged) -> Bool {
        switch value {
        case .object: true
        case .written(let node): node.isObject
        }
    }

    private func followed(_ value: Merged) throws(ContractFailure) -> Merged {
        guard case .written(let node) = value else { return value }
        return .written(try references.target(of: node))
    }

    private func failure(_ fault: AsyncAPIFault, _ node: Node, _ message: String) -> ContractFailure {
        ContractFailure(fault.rawValue, at: Place(node, file: references.fileName(of: node.document)), message)
    }
}

/// What a value of a document is, as far as traits are concerned.
private enum TraitRole {
    case document, components, channels, channel, operations, operation, messages, message, other
    /// A part of a file that is no document by itself, and does not say what its parts are.
    case fragment

    var mayHaveTraits: Bool { self == .operation || self == .message || self == .fragment }

    /// Members of fragments under which traits are something else.
    private static let data: Set<String> = [
        "bindings", "examples", "headers", "payload", "properties", "schema", "schemas",
    ]

    /// What an element of a list of this is.
    var element: TraitRole {
        switch self {
        case .messages: .message
        case .fragment: .fragment
        default: .other
        }
    }

    /// What the value under a key is.
    func member(_ key: String) -> TraitRole {
        switch (self, key) {
        case (.document, "channels"), (.components, "channels"): .channels
        case (.document, "operations"), (.components, "operations"): .operations
        case (.document, "components"): .components
        case (.components, "messages"), (.channel, "messages"), (.message, "oneOf"): .messages
        case (.channels, _): .channel
        case (.channel, "publish"), (.channel, "subscribe"): .operation
        case (.operations, _): .operation
        case (.operation, "message"), (.messages, _): .message
        case (.fragment, _): Self.data.contains(key) ? .other : .fragment
        default: .other
        }
    }
}
