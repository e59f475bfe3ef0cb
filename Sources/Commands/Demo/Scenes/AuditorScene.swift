internal import Audit
internal import Governance
internal import HTTP
internal import Syntax

/// An auditor asks who approved what, and proves that the answer is whole.
///
/// - SeeAlso: DOMAIN, section 10, scenario 4.
enum AuditorScene: Scene {
    static let title = "The auditor: who approved canonical.invoice 3.0.0, and is the record whole? (scenario 4)"

    private static let auditor = "p-ada"

    static func play(on stage: Stage) throws {
        let registry = try stage.registry(as: auditor)
        let submission = try stage.submission(of: RenameScene.version, to: RenameScene.subject, as: auditor)
        stage.say("\(stage.name(auditor)) (auditor) reads the approvals of \(submission["id"]?.string ?? "").")
        let answers = submission["answers"]?.elements.filter { $0["answer"]?.string == "approved" } ?? []
        stage.show(
            answers.map { answer in
                "\(answer["at"]?.string ?? "") \(stage.name(answer["person"]?.string ?? "")) (record \(answer["record"]?.int ?? 0))"
            }
        )
        let bound = Set(answers.compactMap { $0["binding"]?.string })
        stage.expect(
            "what all approvals are bound to",
            bound.sorted().joined(separator: " "),
            is: submission["binding"]?.string ?? ""
        )

        try prove(registry, stage)
        try verify(registry, stage)
    }

    private static func prove(_ registry: RegistryConnection, _ stage: Stage) throws {
        let query = "action=version.accepted&subject=\(RenameScene.subject)&limit=1"
        let records = try registry.get("/v1/audit/records?\(query)")
        let number = records["items"]?[0]?["record"]?.int ?? -1
        stage.say("\(stage.name(auditor)) has record \(number), the acceptance, proved.")
        let proof = try ProvenLeaf(registry.get("/v1/audit/records/\(number)"))
        stage.show(proof.lines)
        stage.expect("the proof", proof.isSound ? "sound" : "unsound", is: "sound")
    }

    private static func verify(_ registry: RegistryConnection, _ stage: Stage) throws {
        stage.say("\(stage.name(auditor)) takes the whole log out and verifies it without the registry.")
        var export = try registry.bytes(.post, "/v1/audit/exports", [:])
        let sound = try ExportVerification(export)
        stage.show(["\(sound.head.size) records, root \(sound.head.root)"])
        stage.expect("the export", sound.fault ?? "sound", is: "sound")

        stage.say("Somebody changes one character of the export: \"approved\" becomes \"Approved\".")
        guard let place = firstApproval(in: export) else {
            throw Failure("DEMO_STATE", "the export holds no approval", .unjudged)
        }
        export[place] = UInt8(ascii: "A")
        let fault = try ExportVerification(export).fault
        stage.show([fault ?? "nothing noticed"])
        stage.expect("the altered export", fault == nil ? "sound" : "refused", is: "refused")
    }

    /// Where the word stands in the first approval's leaf.
    private static func firstApproval(in export: [UInt8]) -> Int? {
        let word = Array("\"answer\":\"approved".utf8)
        return export.indices.dropLast(word.count)
            .first { export[$0..<($0 + word.count)].elementsEqual(word) }
            .map { $0 + word.count - 8 }
    }
}
