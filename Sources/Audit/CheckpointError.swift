/// Why a text is no checkpoint.
package enum CheckpointError: Error, Hashable {
    case tooFewLines
    case controlCharacter
    case malformedOrigin
    case malformedSize(String)
    case malformedRoot(String)
    case rootOfNothing
    case emptyExtension

    /// A short name that never changes, for programs.
    package var code: String {
        switch self {
        case .tooFewLines: "checkpoint-too-few-lines"
        case .controlCharacter: "checkpoint-control-character"
        case .malformedOrigin: "checkpoint-malformed-origin"
        case .malformedSize: "checkpoint-malformed-size"
        case .malformedRoot: "checkpoint-malformed-root"
        case .rootOfNothing: "checkpoint-root-of-nothing"
        case .emptyExtension: "checkpoint-empty-extension"
        }
    }
}

extension CheckpointError: CustomStringConvertible {
    /// Says what happened, where, and what to do next.
    package var description: String {
        switch self {
        case .tooFewLines: "a checkpoint has three lines, origin, size and root, and each ends in a newline"
        case .controlCharacter: "a checkpoint has no control characters but the newline; fetch it again as bytes"
        case .malformedOrigin: "line 1: expected the name of a log, such as canon.example/ledger"
        case .malformedSize(let found): "line 2: expected a number of entries below 2^64, found '\(found)'"
        case .malformedRoot(let found): "line 3: expected the base64 of 32 bytes, found '\(found)'"
        case .rootOfNothing: "line 3: a log without entries has the SHA-256 of nothing as its root"
        case .emptyExtension: "an extension line is empty; remove it, and any signatures behind the blank line"
        }
    }
}
