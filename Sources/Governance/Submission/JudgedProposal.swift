internal import Compatibility
internal import Contracts
internal import StorePort
internal import Syntax

/// A proposal with its judgement and the bodies that are stored of both, ready to be written.
///
/// Made before the write: the writer's thread neither serialises nor hashes them, however large they are.
struct JudgedProposal: Sendable {
    let proposal: Proposal
    let judgement: Judgement
    let content: Blob
    let manifest: Blob
    let decision: Blob

    init(_ proposal: Proposal, _ judgement: Judgement) {
        self.proposal = proposal
        self.judgement = judgement
        content = Blob(proposal.content.bytes, hashed: judgement.raw)
        manifest = Blob(proposal.manifestForm, hashed: judgement.manifest)
        decision = judgement.decision.body
    }
}

extension Decision {
    /// The decision as it is stored.
    var body: Blob { Blob(CanonicalJSON.bytes(of: json, numbers: .exact)) }
}
