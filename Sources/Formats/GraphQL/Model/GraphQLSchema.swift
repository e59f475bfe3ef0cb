internal import Contracts
internal import Synchronization
internal import Syntax

/// A GraphQL type system that was read from SDL, with its extensions put together.
///
/// Everything is in arrays that refer to each other by index; each element knows where it stands in the text. Names of
/// types that are used are defined, of a kind that may stand there, and defined once.
package struct GraphQLSchema: Sendable {
    /// The text, or the texts of a set of files.
    let text: JoinedText
    /// All names.
    var names: NameTable
    /// The types in the order of their first definition.
    var types: [TypeDefinition] = []
    /// Fields, input fields and values of all types.
    var fields: [Member] = []
    /// Arguments of all fields and directives.
    var arguments: [Member] = []
    /// Interfaces and union members of all types.
    var references: [NameReference] = []
    /// Directives where they are applied.
    var applied: [AppliedDirective] = []
    /// What is given to those.
    var given: [GivenArgument] = []
    /// Defaults and arguments' values.
    var values: [ValueCell] = []
    /// The directives that are defined, in order.
    var directives: [DirectiveDefinition] = []
    /// The operations.
    var schema = SchemaDefinition()
    /// Index in `types` by name; -1 where the name is no type's.
    var typeIndices: [Int32] = []
    /// Index in `directives` by name; -1 where the name is no directive's.
    var directiveIndices: [Int32] = []
    /// The text in its normalised form, once somebody asked for it.
    let form = Kept<[UInt8]>()
    /// What the specification forbids, once somebody asked for it.
    let remarks = Kept<[ContractFailure]>()

    init(_ text: JoinedText, names: NameTable) { (self.text, self.names) = (text, names) }

    /// All bytes of the text.
    var source: [UInt8] { text.bytes }

    /// The type of a name, or nil for a built-in scalar that nothing defines.
    func type(_ name: NameID) -> TypeDefinition? {
        let index = Int(name.index)
        guard index < typeIndices.count, typeIndices[index] >= 0 else { return nil }
        return types[Int(typeIndices[index])]
    }

    /// The definition of a directive, or nil where the text has none.
    func directive(_ name: NameID) -> DirectiveDefinition? {
        let index = Int(name.index)
        guard index < directiveIndices.count, directiveIndices[index] >= 0 else { return nil }
        return directives[Int(directiveIndices[index])]
    }

    /// What kind of type a name is; nil where it is none.
    func kind(_ name: NameID) -> TypeKind? {
        if let type = type(name) { return type.kind }
        return Self.isBuiltIn(name) ? .scalar : nil
    }

    /// Whether a name is one of the scalars that need no definition.
    static func isBuiltIn(_ name: NameID) -> Bool {
        (Word.int.rawValue...Word.id.rawValue).contains(name.index)
    }

    /// The text of a description as the specification reads it; nil where there is none.
    func text(ofDescription token: Extent) -> String? {
        token.isEmpty ? nil : StringToken.value(of: source[token.range])
    }

    /// The place of an element.
    func place(_ offset: UInt32, _ coordinate: String, _ lines: SourceLines) -> Place {
        text.place(ofByte: Int(offset), coordinate, lines)
    }
}

/// A value that is made once.
final class Kept<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    /// What is kept, else what is made.
    func get(_ make: () -> Value) -> Value {
        if let kept = value.withLock({ $0 }) { return kept }
        let made = make()
        value.withLock { $0 = made }
        return made
    }
}
