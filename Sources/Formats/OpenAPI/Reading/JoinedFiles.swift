internal import Compatibility
internal import Syntax

/// A description in several files as one document: references from file to file lead within it.
///
/// The home's root is the root; each further file is a member of an extension of it, under its path.
struct JoinedFiles {
    /// The extension that holds the further files.
    static let key = "x-files"

    private let files: DocumentSet
    private let documents: [String: Document]

    /// The document that a set is; one that stands alone as it is.
    static func document(of files: DocumentSet) -> Document {
        let home = files.home
        guard files.isSet, home.document.root.isObject, home.document.root[key] == nil else { return home.document }
        let joined = JoinedFiles(files: files, documents: files.documents)
        let all = DocumentJoin.joined(
            joined.part(home),
            with: files.members.filter { $0.path != home.path }.map(joined.part),
            under: key
        )
        return SpreadReferences.followed(in: all)
    }

    /// How a reference to a whole file is written in the one document.
    static func reference(to path: String) -> String {
        "#" + escaped(Pointer([key, path]))
    }

    private static func escaped(_ pointer: Pointer) -> String {
        pointer.description.unicodeScalars.map { $0 == "%" ? "%25" : "\($0)" }.joined()
    }

    private func part(_ member: DocumentSet.Member) -> DocumentJoin.Part {
        let base = URIReference(member.path)
        var texts: [Int: String] = [:]
        for link in SetLinks.texts(in: member.document.root) {
            texts[link.index] = reference(of: link.text, in: member.path, base)
        }
        return DocumentJoin.Part(member.path, member.document, texts: texts)
    }

    /// What a reference becomes; nil where it stays as it is.
    private func reference(of text: String, in path: String, _ base: URIReference) -> String? {
        let uri = URIReference(text).resolved(against: base)
        guard uri.isPath, let target = documents[uri.absolute] else { return nil }
        guard uri.absolute != files.home.path else { return path == uri.absolute ? nil : "#" + (uri.fragment ?? "") }
        let file = Self.reference(to: uri.absolute)
        guard let fragment = uri.fragment, !fragment.isEmpty else { return file }
        if fragment.hasPrefix("/") { return file + fragment }
        let named = LocalReferences.anchors(below: [target.root])["#" + fragment]
        return named.map { file + Self.escaped($0.pointer) }
    }
}
