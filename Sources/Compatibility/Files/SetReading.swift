internal import Contracts
internal import Syntax

/// Reads files of a set, each once.
struct SetReading {
    /// How the names of files end that may be what a set is about.
    private static let endings = [".json", ".yaml", ".yml"]

    private let sources: [String: FileSet.File]
    private let paths: [String]
    private var documents: [String: Document] = [:]

    init(_ set: FileSet) {
        sources = Dictionary(set.files.map { ($0.path, $0) }) { first, _ in first }
        paths = set.files.map(\.path)
    }

    /// The one file that is of a kind and that no other such file leads to.
    mutating func home(_ kind: DocumentSet.Home, _ source: ContractSource) throws(ContractFailure) -> DocumentSet.Member
    {
        let homes = try homes(kind, source)
        guard homes.count > 1 else { return homes[0] }
        let paths = homes.map(\.path).joined(separator: ", ")
        throw refusal(kind, source, "must be one \(kind.noun)", "these have the field \(kind.fields): \(paths)")
    }

    /// The files, at least one, that are of a kind and that no other such file leads to, by path.
    mutating func homes(
        _ kind: DocumentSet.Home,
        _ source: ContractSource
    ) throws(ContractFailure) -> [DocumentSet.Member] {
        var (found, broken): ([String], ContractFailure?) = ([], nil)
        for path in paths where Self.endings.contains(where: path.hasSuffix) && mayBeHome(path, kind) {
            do throws(ContractFailure) {
                let root = try document(path).root
                if kind.keys.contains(where: { root["\($0)"] != nil }) { found.append(path) }
            } catch { broken = broken ?? error }
        }
        guard !found.isEmpty else {
            throw broken ?? refusal(kind, source, "must hold one \(kind.noun)", "none has the field \(kind.fields)")
        }
        if found.count > 1 { found = try unreferred(found) }
        var homes: [DocumentSet.Member] = []
        for path in found { homes.append(DocumentSet.Member(path: path, document: try document(path))) }
        return homes
    }

    private func refusal(
        _ kind: DocumentSet.Home,
        _ source: ContractSource,
        _ demand: String,
        _ found: String
    ) -> ContractFailure {
        let start = Place(pointer: "", position: SourcePosition(line: 1, column: 1), file: source.file)
        let message = "a set of files \(demand) with what it refers to; \(found)"
        return ContractFailure(kind.code, at: start, message)
    }

    /// All files that may be documents, by path.
    mutating func all() throws(ContractFailure) -> [DocumentSet.Member] {
        var members: [DocumentSet.Member] = []
        for path in paths where Self.endings.contains(where: path.hasSuffix) {
            members.append(DocumentSet.Member(path: path, document: try document(path)))
        }
        return members
    }

    private func mayBeHome(_ path: String, _ kind: DocumentSet.Home) -> Bool {
        guard let file = sources[path] else { return false }
        return kind.keys.contains { ContractSource(file.bytes).mayName($0) }
    }

    private mutating func unreferred(_ found: [String]) throws(ContractFailure) -> [String] {
        var referred: Set<String> = []
        for path in found {
            let reached = try members(reachedFrom: DocumentSet.Member(path: path, document: document(path)))
            referred.formUnion(reached.map(\.path).filter { $0 != path })
        }
        let first = found.filter { !referred.contains($0) }
        return first.isEmpty ? found : first
    }

    /// A file and all that it leads to, by path.
    mutating func members(reachedFrom home: DocumentSet.Member) throws(ContractFailure) -> [DocumentSet.Member] {
        var reached: Set<String> = [home.path]
        var waiting = [home.path]
        while let path = waiting.popLast() {
            let base = URIReference(path)
            for link in SetLinks.texts(in: try document(path).root) {
                let uri = URIReference(link.text).resolved(against: base)
                guard uri.isPath, let next = known(uri.absolute), reached.insert(next).inserted else { continue }
                waiting.append(next)
            }
        }
        var members: [DocumentSet.Member] = []
        for path in reached.sorted() { members.append(DocumentSet.Member(path: path, document: try document(path))) }
        return members
    }

    private func known(_ path: String) -> String? { sources[path] == nil ? nil : path }

    private mutating func document(_ path: String) throws(ContractFailure) -> Document {
        if let known = documents[path] { return known }
        guard let file = sources[path] else { preconditionFailure("only files of the set are read") }
        let document = try ContractSource(file.bytes, file: path).document().named(path)
        documents[path] = document
        return document
    }
}
