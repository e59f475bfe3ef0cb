import Audit
import StorePort

/// What the verification of a stored log came to, in a form that tests compare.
struct LogVerificationOutcome: Equatable, Sendable {
    var size: UInt64
    var fault: String?

    init(size: UInt64) { self.size = size }

    init(_ snapshot: any StoreSnapshot, against checkpoints: [TreeHead] = []) throws {
        let verification = try LogVerification(of: Unchecked(snapshot: snapshot), against: checkpoints)
        size = verification.head.size
        fault = verification.fault?.code
    }
}
