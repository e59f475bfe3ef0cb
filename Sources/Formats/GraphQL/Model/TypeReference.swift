/// A type as it is used: a name with lists and `!` around it, such as `[Invoice!]!`.
struct TypeReference: Hashable, Sendable {
    /// The named type in the middle.
    let name: NameID
    /// Where it begins, in bytes.
    let offset: UInt32
    /// What is around the name, two bits each, the outermost lowest: 1 is `!`, 2 is a list.
    let wrappers: UInt64

    /// Most wrappers around a name.
    static let mostWrappers = 30

    static let nonNull: UInt64 = 1
    static let list: UInt64 = 2

    /// Whether null is no value.
    var isNonNull: Bool { wrappers & 3 == Self.nonNull }

    /// Whether it is a list, of null too or not.
    var isList: Bool { (isNonNull ? wrappers >> 2 : wrappers) & 3 == Self.list }

    /// The type inside of the outermost wrapper; the same where there is none.
    var inner: TypeReference { TypeReference(name: name, offset: offset, wrappers: wrappers >> 2) }

    /// The type without its outermost `!`.
    var nullable: TypeReference { isNonNull ? inner : self }

    /// Whether every value of the type is a value of another, the names being looked at by the caller.
    ///
    /// - Returns: False where lists or `!` tell; else what `isSubtype` says of the names.
    func isSubtype(of other: TypeReference, _ isSubtype: (_ name: NameID, _ other: NameID) -> Bool) -> Bool {
        var (own, its) = (self, other)
        while true {
            if its.isNonNull, !own.isNonNull { return false }
            (own, its) = (own.nullable, its.nullable)
            guard own.isList == its.isList else { return false }
            guard own.isList else { return isSubtype(own.name, its.name) }
            (own, its) = (own.inner, its.inner)
        }
    }

    /// The type as it is written.
    func spelling(_ names: NameTable) -> String {
        if isNonNull { return inner.spelling(names) + "!" }
        if isList { return "[\(inner.spelling(names))]" }
        return names.spelling(name)
    }
}
