/// A line of the specification.
package enum AsyncAPIVersion: Hashable, Sendable {
    /// 2.0 to 2.6: channels hold `publish` and `subscribe`, said from the view of the other parties.
    case v2
    /// 3.0 and 3.1: operations stand apart from channels and say what the application does.
    case v3

    /// What can be read, for messages.
    static let known = "2.0 to 2.6, 3.0 or 3.1"

    /// Reads the text of `asyncapi`; nil where it is no version that is read here.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let minor = Int(parts[1]), Int(parts[2].prefix { $0 != "-" }) != nil else { return nil }
        switch (parts[0], minor) {
        case ("2", 0...6): self = .v2
        case ("3", 0...1): self = .v3
        default: return nil
        }
    }
}
