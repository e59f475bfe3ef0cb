internal import Compatibility
internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// What the documents as a whole show: components that came and went, and a version that does not tell the truth.
    mutating func compareDocuments() {
        compareComponents("schemas", removed: "api-schema-removed", added: nil)
        compareComponents(
            "securitySchemes",
            removed: "api-security-component-removed",
            added: "api-security-component-added"
        )
        compareVersions()
    }

    private mutating func compareComponents(_ section: String, removed: String, added: String?) {
        let sections = versions.map { $0.document.root["components"]?[section] }
        let names = sections.map { $0.map { Array($0.members) } ?? [] }
        let matching = Matching(names) { $0.name }
        for member in matching.removed {
            let message = "'\(member.name)' is no longer among the components"
            note(removed, Pair(member.value, sections.new ?? versions.new.document.root), member.name, message)
        }
        guard let added else { return }
        for member in matching.added {
            let message = "'\(member.name)' was added to the components"
            note(added, Pair(sections.old ?? versions.old.document.root, member.value), member.name, message)
        }
    }

    /// Says where old callers break and the version hides it; versions that are not semantic ones are left alone.
    private mutating func compareVersions() {
        guard report.hasBreakingFindings else { return }
        let texts = versions.map(\.contractVersion)
        let nodes = versions.map { $0.document.root["info"]?["version"] ?? $0.document.root }
        guard let old = SemanticVersion(lenient: texts.old), let new = SemanticVersion(lenient: texts.new) else {
            return
        }
        let change = "callers of \(texts.old) break, and the new version is \(texts.new)"
        if new < old {
            note("api-version-decreased", nodes, "", change)
        } else if new == old {
            note("api-version-not-bumped", nodes, "", change)
        } else if new.major == old.major, old.major > 0 || new.minor == old.minor {
            note("api-major-version-not-bumped", nodes, "", change)
        }
    }

    /// Tells what the new version has that the specification forbids and the old one did not have.
    ///
    /// It is read all the same; only a schema that nobody can read by the specification weighs as an error.
    mutating func tellFaults() {
        let sources = versions.map(\.document.source)
        guard report.direction == .backward, sources.old != sources.new else { return }
        let format = OpenAPIFormat()
        let found = Finding.violations(format.remarks(on: versions.new), beside: format.remarks(on: versions.old)) {
            $0.code == OpenAPIFailure.schema.rawValue ? .error : .info
        }
        for finding in found { report.told(finding) }
    }

    private mutating func note(_ rule: String, _ nodes: Pair<Node>, _ about: String, _ message: String) {
        let position = Position(part: .operation, flow: .toProvider, operation: "", address: "")
        let change = Change(
            rule: rule,
            severity: .info,
            old: nodes.old,
            new: nodes.new,
            about: about,
            message: message
        )
        report.noted(change, at: position)
    }
}

extension SemanticVersion {
    /// Reads a version as people write it: with a leading `v`, or with build metadata, which has no order.
    fileprivate init?(lenient text: String) {
        let bare = text.hasPrefix("v") ? text.dropFirst() : text[...]
        let release = bare.split(separator: "+", maxSplits: 1).first.map(String.init) ?? ""
        guard let version = try? SemanticVersion(parsing: release) else { return nil }
        self = version
    }
}
