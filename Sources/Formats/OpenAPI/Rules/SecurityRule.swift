/// How a way in that was closed is called.
struct SecurityRule {
    let name: String
    let message: String

    init(_ refusal: Gate.Refusal, isBackward: Bool, isGlobal: Bool) {
        let prefix = isGlobal ? "api-global-security" : "api-security"
        switch refusal.reason {
        case .closed(let callerIsAnonymous, let providerIsOpen):
            // A caller without credentials meets a provider that now asks for some: for the old caller it was added,
            // for the new one it was removed.
            let wasAdded = callerIsAnonymous == isBackward
            name = "\(prefix)-\(wasAdded ? "added" : "removed")"
            message =
                callerIsAnonymous
                ? "callers without credentials are not let in by the \(isBackward ? "new" : "old") version"
                : "a way in that the \(isBackward ? "old" : "new") version has is missing in the other"
                    + (providerIsOpen ? ", which asks for nothing" : "")
        case .schemeDiffers(let scheme, let difference):
            name = "api-security-component-\(difference.rawValue)"
            message = "security scheme '\(scheme)' is another one: credentials for one version are none for the other"
        case .scopesMissing(let scheme, let scopes):
            name = "\(prefix)-scope-\(isBackward ? "added" : "removed")"
            let version = isBackward ? "new" : "old"
            message = "'\(scheme)' asks in the \(version) version also for \(scopes.joined(separator: ", "))"
        }
    }
}
