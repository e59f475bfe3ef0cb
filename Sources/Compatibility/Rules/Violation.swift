package import Contracts

extension Finding {
    /// Rule id of what a new version has that the specification forbids.
    package static let violation = "specification-violated"

    /// What a new version has that the specification forbids and the old one did not have.
    ///
    /// It is read all the same; so it is info, unless the format weighs it otherwise.
    ///
    /// - Parameters:
    ///   - new: The remarks on the new version.
    ///   - old: Those on the old one, asked for where there are any on the new one.
    ///   - weight: How much a remark weighs.
    /// - Returns: A finding for each, in the same order.
    package static func violations(
        _ new: [ContractFailure],
        beside old: @autoclosure () -> [ContractFailure],
        weight: (ContractFailure) -> Severity = { _ in .info }
    ) -> [Finding] {
        guard !new.isEmpty else { return [] }
        func text(_ fault: ContractFailure) -> String { "\(fault.place.pointer) \(fault.message)" }
        let known = Set(old().map(text))
        return new.filter { !known.contains(text($0)) }.map { fault in
            Finding(
                violation,
                weight(fault),
                path: fault.place.pointer,
                new: fault.place,
                message: fault.message
            )
        }
    }
}

extension RuleCard {
    /// The rule of ``Finding/violations(_:beside:weight:)`` in a format that weighs all of them alike.
    ///
    /// - Parameters:
    ///   - source: The document that the format's rules come from.
    ///   - example: Two versions, the new one with something that the specification forbids.
    /// - Returns: The card.
    package static func violation(source: String, example: Example) -> RuleCard {
        RuleCard(
            Finding.violation,
            .info,
            RuleAxes(.both, "specification", .changed),
            summary: "The new version breaks the specification where the old one did not.",
            why: "It is read all the same here; other readers, or a service that starts with it, may refuse it.",
            source: source,
            example: example
        )
    }
}
