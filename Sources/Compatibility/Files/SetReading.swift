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
        var (found, broken): ([String], ContractFailure?) = ([], nil)
        for path in paths where Self.endings.contains(where: path.hasSuffix) && mayBeHome(path, kind) {
            do throws(ContractFailure) {
                let root = try document(path).root
                if kind.keys.contains(where: { root["\($0)"] != nil }) { found.append(path) }
            } catch { broken = broken ?? error }
        }
        if found.isEmpty, let broken { throw broken }
        if found.count > 1 { found = try unreferred(found) }
        if found.count == 1 { return DocumentSet.Member(path: found[0], document: try document(found[0])) }
        let keys = kind.keys.map { "'\($0)'" }.joined(separator: " or ")
        let what =
            found.isEmpty
            ? "none has the field \(keys)" : "these have the field \(keys): \(found.joined(separator: ", "))"
        let start = Place(pointer: "", position: SourcePosition(line: 1, column: 1), file: source.file)
        let message = "a set of files must be one \(kind.noun) with what it refers to; \(what)"
        throw ContractFailure(kind.code, at: start, message)
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
        return found.filter { !referred.contains($0) }
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
