/// How a command ends; pipelines rely on the numbers.
package enum ExitCode: Int32, Sendable {
    /// Allowed, compatible, done.
    case allowed = 0
    /// Denied, incompatible, or findings.
    case denied = 1
    /// The command line or an input is wrong.
    case usage = 2
    /// Somebody has to agree first.
    case pending = 3
    /// The registry cannot be reached; never a verdict.
    case unreachable = 4
    /// It could not be judged.
    case unjudged = 5
}
