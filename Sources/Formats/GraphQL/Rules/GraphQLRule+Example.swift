internal import Compatibility
internal import Contracts

extension GraphQLRule {
    /// Two versions of a part of a schema between which the rule reports something.
    var example: RuleCard.Example {
        switch self {
        case .typeRemoved: Self.lessOf("type A { a: Int }", "type B { a: Int }")
        case .typeAdded: Self.moreOf("type A { a: Int }", "type B { a: Int }")
        case .typeChangedKind: .init("type A { a: Int }", "interface A { a: Int }")
        case .typeRemovedFromUnion: .init(Self.union("A | B"), Self.union("A"))
        case .typeAddedToUnion: .init(Self.union("A"), Self.union("A | B"))
        case .valueRemovedFromEnum: .init("enum E { A B }", "enum E { A }")
        case .valueAddedToEnum: .init("enum E { A }", "enum E { A B }")
        case .requiredInputFieldAdded: .init("input I { a: Int }", "input I { a: Int b: Int! }")
        case .optionalInputFieldAdded: .init("input I { a: Int }", "input I { a: Int b: Int }")
        case .implementedInterfaceRemoved: .init(Self.implementing(" implements I"), Self.implementing(""))
        case .implementedInterfaceAdded: .init(Self.implementing(""), Self.implementing(" implements I"))
        case .fieldRemoved: .init("type A { a: Int b: Int }", "type A { a: Int }")
        case .fieldAdded: .init("type A { a: Int }", "type A { a: Int b: Int }", .forward)
        case .fieldChangedKind: .init("type A { a: Int! }", "type A { a: Int }")
        case .fieldChangedKindSafe: .init("type A { a: Int }", "type A { a: Int! }", .forward)
        case .queryTypeChanged: .init(Self.roots("query: A"), Self.roots("query: B"))
        case .mutationTypeChanged: .init(Self.roots("query: A mutation: B"), Self.roots("query: A"))
        case .subscriptionTypeChanged: .init(Self.roots("query: A subscription: B"), Self.roots("query: A"))
        case .oneOfAdded: .init("input I { a: Int b: Int }", "input I @oneOf { a: Int b: Int }")
        case .oneOfRemoved: .init("input I @oneOf { a: Int b: Int }", "input I { a: Int b: Int }", .forward)
        case .inputFieldDefaultChanged: .init("input I { a: Int! = 1 }", "input I { a: Int! }")
        case .descriptionChanged: .init("\"Hours.\" type A { a: Int }", "\"Days.\" type A { a: Int }")
        case .deprecationAdded: .init(Self.applied(""), Self.applied(" @deprecated"))
        case .deprecationRemoved: .init(Self.applied(" @deprecated"), Self.applied(""))
        case .deprecationReasonChanged:
            .init(Self.applied(" @deprecated(reason: \"use b\")"), Self.applied(" @deprecated(reason: \"use c\")"))
        case .directiveUsageAdded: .init(Self.applied(""), Self.applied(" @cost"))
        case .directiveUsageRemoved: .init(Self.applied(" @cost"), Self.applied(""))
        case .directiveUsageChanged: .init(Self.applied(" @cost"), Self.applied(" @cost(of: 2)"))
        default: exampleOfArguments
        }
    }

    private var exampleOfArguments: RuleCard.Example {
        switch self {
        case .requiredArgumentAdded: .init(Self.field(""), Self.field("(p: Int!)"))
        case .optionalArgumentAdded: .init(Self.field(""), Self.field("(p: Int)"))
        case .argumentRemoved: .init(Self.field("(p: Int)"), Self.field(""))
        case .argumentChangedKind: .init(Self.field("(p: Int)"), Self.field("(p: Int!)"))
        case .argumentChangedKindSafe: .init(Self.field("(p: Int!)"), Self.field("(p: Int)"), .forward)
        case .argumentDefaultChanged: .init(Self.field("(p: Int! = 1)"), Self.field("(p: Int!)"))
        case .argumentDefaultAdded: .init(Self.field("(p: Int)"), Self.field("(p: Int = 1)"))
        case .directiveRemoved: Self.lessOf("directive @a on FIELD", "directive @b on FIELD")
        case .directiveAdded: Self.moreOf("directive @a on FIELD", "directive @b on FIELD")
        case .directiveArgumentRemoved: .init("directive @a(p: Int) on FIELD", "directive @a on FIELD")
        case .requiredDirectiveArgumentAdded: .init("directive @a on FIELD", "directive @a(p: Int!) on FIELD")
        case .optionalDirectiveArgumentAdded:
            .init("directive @a on FIELD", "directive @a(p: Int) on FIELD", .forward)
        case .directiveRepeatableRemoved: .init("directive @a repeatable on FIELD", "directive @a on FIELD")
        case .directiveRepeatableAdded: .init("directive @a on FIELD", "directive @a repeatable on FIELD", .forward)
        case .directiveLocationRemoved: .init("directive @a on FIELD | QUERY", "directive @a on FIELD")
        case .directiveLocationAdded: .init("directive @a on FIELD", "directive @a on FIELD | QUERY", .forward)
        case .directiveArgumentTypeChanged:
            .init("directive @a(p: Int) on FIELD", "directive @a(p: String) on FIELD")
        default: .init("directive @a(p: Int! = 1) on FIELD", "directive @a(p: Int!) on FIELD")
        }
    }

    private static func lessOf(_ kept: String, _ gone: String) -> RuleCard.Example { .init("\(kept)\n\(gone)", kept) }

    private static func moreOf(_ kept: String, _ new: String) -> RuleCard.Example {
        .init(kept, "\(kept)\n\(new)", .forward)
    }

    private static func union(_ members: String) -> String {
        "type A { a: Int }\ntype B { a: Int }\nunion U = \(members)"
    }

    private static func implementing(_ clause: String) -> String {
        "interface I { a: Int }\ntype A\(clause) { a: Int }"
    }

    private static func roots(_ roots: String) -> String {
        "schema { \(roots) }\ntype A { a: Int b: B }\ntype B { a: Int c: A }"
    }

    private static func applied(_ directive: String) -> String { "type A { a: Int\(directive) }" }

    private static func field(_ arguments: String) -> String { "type A { a\(arguments): Int }" }
}
