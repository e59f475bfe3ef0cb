internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// Where the operation was found it must still be found: below the same path, on whichever host.
    ///
    /// A host that is gone is a matter of operations, not of the contract: it is said and breaks nothing.
    mutating func compareServers(_ pair: Pair<Operation>, at position: Position) {
        let paths = pair.map { Set($0.servers.list.map(\.basePath)) }
        guard pair.old.servers.list.map(\.url) != pair.new.servers.list.map(\.url) else { return }
        let nodes = pair.map(\.servers.node)
        for path in paths.old.subtracting(paths.new).sorted() {
            let message = "the operation is no longer found below '\(path.isEmpty ? "/" : path)'"
            report.narrowed(
                .init(rule: "api-server-path-removed", old: nodes.old, new: nodes.new, about: path, message: message),
                at: position
            )
        }
        for path in paths.new.subtracting(paths.old).sorted() {
            let message =
                "the operation is also found below '\(path.isEmpty ? "/" : path)'; in the old version it is not"
            report.widened(
                .init(rule: "api-server-path-added", old: nodes.old, new: nodes.new, about: path, message: message),
                at: position
            )
        }
        let urls = pair.map { Set($0.servers.list.map(\.url)) }
        for url in urls.old.subtracting(urls.new).sorted() {
            let message = "server \(url) is no longer listed"
            report.noted(
                .init(
                    rule: "api-server-removed",
                    severity: .warning,
                    old: nodes.old,
                    new: nodes.new,
                    about: url,
                    message: message
                ),
                at: position
            )
        }
    }
}
