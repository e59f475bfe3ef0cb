internal import Compatibility
package import Contracts
internal import Syntax

/// Which rules are asked, and what is left out, as a configuration of buf says it.
package struct BreakingSettings: Hashable, Sendable {
    /// The rules that are asked.
    package var rules = ProtobufRule.rules(of: .file)
    /// Files and folders whose elements may change.
    package var ignoredPaths: [String] = []
    /// Whether packages whose last part is such as `v1beta1` may change.
    package var ignoresUnstablePackages = false

    /// The rules of the category FILE, and nothing left out.
    package init() {}
}

extension ProtobufRule {
    /// The rules that a configuration names by their ids, ids that they had before, or categories.
    package static func rules(named names: [String]) -> ProtobufRules {
        var rules: ProtobufRules = []
        for name in names {
            if let category = BreakingCategory(rawValue: name) { rules.formUnion(Self.rules(of: category)) }
            if let rule = ProtobufRule(rawValue: name) { rules.insert(rule) }
            rules.formUnion(earlierNames[name] ?? [])
        }
        return rules
    }

    private static let earlierNames: [String: ProtobufRules] = [
        "FIELD_SAME_CTYPE": [.fieldSameCppStringType],
        "FIELD_SAME_LABEL": [
            .fieldSameCardinality, .fieldWireCompatibleCardinality, .fieldWireJsonCompatibleCardinality,
        ],
        "FILE_SAME_JAVA_STRING_CHECK_UTF8": [.fieldSameJavaUtf8Validation],
    ]
}

extension ProtobufFormat {
    /// What a change breaks by some rules, backward, without what is left out.
    package func findings(from old: ProtobufSchema, to new: ProtobufSchema, settings: BreakingSettings) -> [Finding] {
        let found = findings(from: old, to: new, rules: settings.rules)
        guard !found.isEmpty else { return [] }
        return found.filter { finding in
            let places = [finding.old, finding.new].compactMap { $0?.file }
            if places.contains(where: { file in settings.ignoredPaths.contains { Self.lies(file, in: $0) } }) {
                return false
            }
            guard settings.ignoresUnstablePackages else { return true }
            return !places.contains { old.isUnstable($0) || new.isUnstable($0) }
        }
    }

    private static func lies(_ file: String, in path: String) -> Bool { file == path || file.hasPrefix(path + "/") }
}

extension ProtobufSchema {
    /// Whether a file's package ends in a version such as `v1alpha`, `v1beta2`, `v1test` or `v1p1beta1`.
    func isUnstable(_ path: String) -> Bool {
        guard let file = file(of: path) else { return false }
        let last = names.text(files[file].package).split(separator: ".").last ?? ""
        guard last.first == "v", last.dropFirst().first?.isNumber ?? false else { return false }
        return ["alpha", "beta", "test"].contains { $0.occurs(in: last) }
    }
}
