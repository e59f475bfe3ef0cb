internal import Syntax

/// Those who may not approve try to.
///
/// - SeeAlso: DOMAIN, section 10, scenario 12.
enum SeparateDutiesScene: Scene {
    static let title = "Separation of duties: who may not approve (scenario 12)"

    static func play(on stage: Stage) throws {
        let submission = try stage.submission(of: RenameScene.version, to: RenameScene.subject, as: RenameScene.author)
        try attempt("ci-erp", "a pipeline, tries to approve", expecting: "SERVICE_ACCOUNT", submission, stage)
        try attempt(RenameScene.author, "the author, tries to approve", expecting: "SELF_APPROVAL", submission, stage)
        try attempt(
            "p-paula",
            "of a team that is not asked, tries to approve",
            expecting: "NOT_ASKED",
            submission,
            stage
        )

        stage.say("\(stage.name("p-femi")), of both finance and tax, approves.")
        let answer = try stage.approve(submission, as: "p-femi")
        stage.show(SubmissionReport.lines(answer, subject: RenameScene.subject))
        let satisfied = answer["requirements"]?.elements.count { $0["state"]?.string == "SATISFIED" } ?? 0
        stage.expect("requirements satisfied by one head in two groups", "\(satisfied)", is: "1")
        try attempt(
            "p-femi",
            "the same person, approves for the other group too",
            expecting: "ALREADY_APPROVED",
            submission,
            stage
        )
    }

    private static func attempt(
        _ person: String,
        _ deed: String,
        expecting code: String,
        _ submission: Node,
        _ stage: Stage
    ) throws {
        stage.say("\(stage.name(person)), \(deed).")
        let found = try stage.refusal { try stage.approve(submission, as: person) }
        stage.expect("the answer", found, is: code)
    }
}
