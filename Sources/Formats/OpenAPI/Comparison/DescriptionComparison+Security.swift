internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// Each way in that a caller may have taken must still let it in.
    mutating func compareSecurity(_ pair: Pair<Operation>, at position: Position) {
        let security = pair.map(\.security)
        let isBackward = report.direction == .backward
        let gate = Gate(
            caller: Access(isBackward ? security.old : security.new, isBackward ? versions.old : versions.new),
            provider: Access(isBackward ? security.new : security.old, isBackward ? versions.new : versions.old)
        )
        let isGlobal = security.old.isInherited && security.new.isInherited
        for refusal in gate.refusals {
            let rule = SecurityRule(refusal, isBackward: isBackward, isGlobal: isGlobal)
            let nodes = isBackward ? Pair(refusal.caller, refusal.provider) : Pair(refusal.provider, refusal.caller)
            let change = Change(rule: rule.name, old: nodes.old, new: nodes.new, message: rule.message)
            report.replaced(change, at: position)
        }
    }
}

/// What lets a caller in, with the schemes that it names.
struct Access {
    let security: Security
    let schemes: [String: SecurityScheme]

    init(_ security: Security, _ description: APIDescription) {
        self.security = security
        schemes = description.securitySchemes
    }

    /// The alternatives; one that asks for nothing stands for an empty list.
    var alternatives: [SecurityRequirement] {
        security.alternatives.isEmpty ? [SecurityRequirement(node: security.node, schemes: [:])] : security.alternatives
    }
}

/// A caller of one version before a provider of the other.
struct Gate {
    /// A way in that the provider does not have, and why.
    struct Refusal {
        enum Reason {
            /// The provider asks for nothing that the caller has: it came without credentials, or with others.
            case closed(callerIsAnonymous: Bool, providerIsOpen: Bool)
            /// The same scheme is another one.
            case schemeDiffers(name: String, SchemeDifference)
            /// The same scheme asks for more scopes.
            case scopesMissing(scheme: String, scopes: [String])
        }

        let reason: Reason
        let caller: Node
        let provider: Node
    }

    let caller: Access
    let provider: Access

    /// One for each of the caller's ways in that is closed.
    var refusals: [Refusal] {
        caller.alternatives.filter { !isLetIn($0) }.map(refusal)
    }

    private func isLetIn(_ way: SecurityRequirement) -> Bool {
        provider.alternatives.contains { asked in asked.schemes.allSatisfy { has(way, $0.key, $0.value) } }
    }

    /// Whether a caller has what a scheme asks for: under its name, or under another where the name is new to it.
    private func has(_ way: SecurityRequirement, _ name: String, _ scopes: Set<String>) -> Bool {
        way.schemes.contains { own, granted in
            guard own == name || caller.schemes[name] == nil else { return false }
            return granted.isSuperset(of: scopes) && difference(own, name) == nil
        }
    }

    /// What keeps a credential of the caller's scheme from being one of the provider's; nil if nothing does.
    private func difference(_ own: String, _ asked: String) -> SchemeDifference? {
        guard let one = caller.schemes[own], let other = provider.schemes[asked] else {
            return own == asked ? nil : .type
        }
        return SchemeDifference(caller: one.kind, provider: other.kind)
    }

    private func refusal(of way: SecurityRequirement) -> Refusal {
        let names = Set(way.schemes.keys)
        guard let asked = provider.alternatives.first(where: { Set($0.schemes.keys) == names }) else {
            let isOpen = provider.alternatives.contains { $0.schemes.isEmpty }
            let reason = Refusal.Reason.closed(callerIsAnonymous: names.isEmpty, providerIsOpen: isOpen)
            return Refusal(reason: reason, caller: way.node, provider: provider.security.node)
        }
        for name in names.sorted() {
            guard let difference = difference(name, name) else { continue }
            let nodes = (caller.schemes[name]?.node ?? way.node, provider.schemes[name]?.node ?? asked.node)
            return Refusal(reason: .schemeDiffers(name: name, difference), caller: nodes.0, provider: nodes.1)
        }
        let scheme = names.sorted().first { !(way.schemes[$0] ?? []).isSuperset(of: asked.schemes[$0] ?? []) } ?? ""
        let scopes = (asked.schemes[scheme] ?? []).subtracting(way.schemes[scheme] ?? []).sorted()
        return Refusal(
            reason: .scopesMissing(scheme: scheme, scopes: scopes),
            caller: way.node,
            provider: asked.node
        )
    }
}
