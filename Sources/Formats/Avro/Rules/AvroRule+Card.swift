package import Compatibility

extension AvroRule {
    /// The rule as its page in the reference tells it.
    package var card: RuleCard {
        let (summary, why) = told
        return RuleCard(rawValue, severity, axes, summary: summary, why: why, source: source, example: example)
    }

    private var axes: RuleAxes {
        switch self {
        case .nameMismatch: RuleAxes(.reader, "type name", .changed)
        case .fixedSizeMismatch: RuleAxes(.reader, "size", .changed)
        case .missingEnumSymbols, .symbolsRemoved: RuleAxes(.reader, "enum symbol", .removed)
        case .symbolsAdded: RuleAxes(.reader, "enum symbol", .added)
        case .readerFieldMissingDefault, .fieldAdded: RuleAxes(.reader, "field", .added)
        case .fieldRemoved: RuleAxes(.reader, "field", .removed)
        case .typeMismatch: RuleAxes(.reader, "type", .changed)
        case .missingUnionBranch: RuleAxes(.reader, "union branch", .removed)
        case .logicalTypeChanged: RuleAxes(.both, "logical type", .changed)
        case .precisionLost: RuleAxes(.reader, "precision", .changed)
        case .defaultRemoved: RuleAxes(.reader, "default", .removed)
        case .defaultAdded: RuleAxes(.reader, "default", .added)
        case .defaultChanged: RuleAxes(.reader, "default", .changed)
        case .fieldRenamed: RuleAxes(.both, "field name", .changed)
        case .fieldsReordered: RuleAxes(.both, "field order", .changed)
        case .sortOrderChanged: RuleAxes(.both, "sort order", .changed)
        case .symbolsReordered: RuleAxes(.both, "enum order", .changed)
        case .enumDefaultChanged: RuleAxes(.reader, "enum default", .changed)
        case .branchesReordered: RuleAxes(.both, "union order", .changed)
        case .textBytesChanged: RuleAxes(.both, "text", .changed)
        case .namespaceChanged: RuleAxes(.both, "namespace", .changed)
        case .typeRenamed: RuleAxes(.both, "type name", .changed)
        case .aliasesAdded: RuleAxes(.reader, "alias", .added)
        case .aliasesRemoved: RuleAxes(.reader, "alias", .removed)
        case .docChanged: RuleAxes(.both, "description", .changed)
        }
    }

    private var example: RuleCard.Example {
        switch self {
        case .fixedSizeMismatch:
            .init(
                #"{"type": "fixed", "name": "F", "size": 4}"#,
                #"{"type": "fixed", "name": "F", "size": 8}"#
            )
        case .typeMismatch: .init(#""int""#, #""string""#)
        case .missingUnionBranch: .init(#"["null", "int"]"#, #"["null"]"#)
        case .precisionLost: .init(#""long""#, #""double""#)
        case .branchesReordered: .init(#"["null", "int"]"#, #"["int", "null"]"#)
        case .textBytesChanged: .init(#""string""#, #""bytes""#)
        case .missingEnumSymbols: Self.symbols("A B", "A")
        case .symbolsAdded: Self.symbols("A", "A B", default: "A", "A")
        case .symbolsRemoved: Self.symbols("A B", "A", default: "A", "A")
        case .symbolsReordered: Self.symbols("A B", "B A")
        case .enumDefaultChanged: Self.symbols("A B", "A B", default: "A", "B")
        default: exampleOfRecord
        }
    }

    private var exampleOfRecord: RuleCard.Example {
        let plain = #"{"name": "a", "type": "long"}"#
        let other = #"{"name": "b", "type": "long"}"#
        func more(_ rest: String) -> String { #"{"name": "a", "type": "long", \#(rest)}"# }
        func cents(_ scale: Int) -> String {
            #"{"name": "a", "type": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": \#(scale)}}"#
        }
        return switch self {
        case .nameMismatch: .init(Self.record(plain), Self.record(plain, name: "Q"))
        case .namespaceChanged: .init(Self.record(plain), Self.record(plain, name: "n.R"))
        case .typeRenamed:
            .init(Self.record(plain), Self.record(plain, name: "Q", more: #", "aliases": ["R"]"#))
        case .readerFieldMissingDefault: .init(Self.record(other), Self.record("\(other), \(plain)"))
        case .fieldAdded: .init(Self.record(other), Self.record(other + ", " + more(#""default": 0"#)))
        case .fieldRemoved: .init(Self.record(other + ", " + more(#""default": 0"#)), Self.record(other))
        case .fieldRenamed:
            .init(Self.record(other), Self.record(more(#""aliases": ["b"]"#)))
        case .fieldsReordered: .init(Self.record("\(plain), \(other)"), Self.record("\(other), \(plain)"))
        case .defaultAdded: .init(Self.record(plain), Self.record(more(#""default": 0"#)))
        case .defaultRemoved: .init(Self.record(more(#""default": 0"#)), Self.record(plain))
        case .defaultChanged: .init(Self.record(more(#""default": 0"#)), Self.record(more(#""default": 1"#)))
        case .sortOrderChanged: .init(Self.record(plain), Self.record(more(#""order": "ignore""#)))
        case .aliasesAdded: .init(Self.record(plain), Self.record(more(#""aliases": ["z"]"#)))
        case .aliasesRemoved: .init(Self.record(more(#""aliases": ["z"]"#)), Self.record(plain))
        case .logicalTypeChanged: .init(Self.record(cents(2)), Self.record(cents(4)))
        default: .init(Self.record(plain), Self.record(more(#""doc": "Hours.""#)))
        }
    }

    private static func record(_ fields: String, name: String = "R", more: String = "") -> String {
        #"{"type": "record", "name": "\#(name)", "fields": [\#(fields)]\#(more)}"#
    }

    private static func symbols(
        _ old: String,
        _ new: String,
        default before: String? = nil,
        _ now: String? = nil
    ) -> RuleCard.Example {
        func text(_ symbols: String, _ value: String?) -> String {
            let list = symbols.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ", ")
            let rest = value.map { #", "default": "\#($0)""# } ?? ""
            return #"{"type": "enum", "name": "E", "symbols": [\#(list)]\#(rest)}"#
        }
        return .init(text(old, before), text(new, now))
    }
}
