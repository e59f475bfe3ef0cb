package import Contracts

/// Forbids a version that is not above the last, or is raised less than the change asks for.
///
/// - SeeAlso: DOMAIN, policy VER-01; Semantic Versioning 2.0.0.
package struct VersionTellsTruth: PolicyFunction {
    package static let name = "version-tells-truth"
    package static let parameters: Set<String> = []

    package init(_ parameters: MemberReader?) throws(ContractFailure) {}

    package func evaluate(_ context: PolicyContext) -> Outcome {
        guard let base = context.base else { return .allowed }
        let needed = base.raised(by: context.bump)
        guard base < context.declared else {
            return denied("VERSION_NOT_ABOVE", "version \(context.declared) is not above \(base)", needed)
        }
        let declared = base.bump(to: context.declared)
        guard declared < context.bump else { return .allowed }
        return denied(
            "VERSION_BUMP_TOO_SMALL",
            "the change is \(context.bump.rawValue), and \(base) to \(context.declared) declares it \(declared.rawValue)",
            needed
        )
    }

    private func denied(_ code: String, _ message: String, _ needed: SemanticVersion) -> Outcome {
        Outcome(denials: [Reason(code, message, remedy: "submit it as \(needed)")])
    }
}
