package import Contracts
package import Syntax

/// A document in JSON or YAML that stands alone, or one of a set of files with those that it refers to.
///
/// Only files of the set are read, and of these only what can be reached: a folder may hold others.
package struct DocumentSet: Sendable {
    /// A file of the set.
    package struct Member: Sendable {
        /// Where it lies in the set; empty for a document that stands alone.
        package let path: String
        /// Its text, read.
        package let document: Document
    }

    /// What tells the document that the set is about from what it refers to.
    package struct Home: Sendable {
        let keys: [StaticString]
        let code: String
        let noun: String

        /// A home.
        ///
        /// - Parameters:
        ///   - keys: Fields of its root, of which it has one.
        ///   - code: The code of a set that is refused for having none or several.
        ///   - noun: What it is, in a word.
        package init(keys: [StaticString], code: String, noun: String) {
            self.keys = keys
            self.code = code
            self.noun = noun
        }

        /// The fields, for messages.
        var fields: String { keys.map { "'\($0)'" }.joined(separator: " or ") }
    }

    /// The document that all is about.
    package let home: Member
    /// The name of its file; nil for a document that stands alone and has none.
    package let file: String?
    /// All documents, the home among them, by path.
    package let members: [Member]

    /// A document that stands alone.
    package init(_ document: Document, file: String?) {
        let home = Member(path: "", document: document)
        self.init(home: home, file: file, members: [home])
    }

    /// Reads a text, or the texts of a set.
    ///
    /// - Throws: ``ContractFailure`` with the code of the syntax that one breaks, or where a set is not of one home.
    package init(_ source: ContractSource, home kind: Home) throws(ContractFailure) {
        guard let set = FileSet(source) else {
            self.init(try source.document(), file: source.file)
            return
        }
        var reading = SetReading(set)
        let home = try reading.home(kind, source)
        self.init(home: home, file: home.path, members: try reading.members(reachedFrom: home))
    }

    /// Reads a text, or each document of a set that is of a kind and that no other of them leads to, by path.
    ///
    /// - Returns: At least one; all have the same members: what any of them leads to.
    /// - Throws: ``ContractFailure`` with the code of the syntax that one breaks, or where a set has no home.
    package static func each(_ source: ContractSource, home kind: Home) throws(ContractFailure) -> [DocumentSet] {
        guard let set = FileSet(source) else { return [try DocumentSet(source, home: kind)] }
        var reading = SetReading(set)
        let homes = try reading.homes(kind, source)
        var members: [String: Member] = [:]
        for home in homes {
            for member in try reading.members(reachedFrom: home) { members[member.path] = member }
        }
        let ordered = members.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return homes.map { DocumentSet(home: $0, file: $0.path, members: ordered) }
    }

    private init(home: Member, file: String?, members: [Member]) {
        self.home = home
        self.file = file
        self.members = members
    }

    /// All files of a set whose names end as those of documents do, read.
    ///
    /// - Throws: ``ContractFailure`` with the code of the syntax that one breaks.
    package static func all(of set: FileSet) throws(ContractFailure) -> [Member] {
        var reading = SetReading(set)
        return try reading.all()
    }

    /// The documents by their paths.
    package var documents: [String: Document] {
        Dictionary(members.map { ($0.path, $0.document) }) { first, _ in first }
    }

    /// Whether this is a set of files, be it of one.
    package var isSet: Bool { !home.path.isEmpty }

    /// The text's normalised form: that of the document alone, or of all by their paths.
    package var canonicalForm: [UInt8] {
        guard isSet else { return CanonicalJSON.bytes(of: home.document.root, numbers: .exact) }
        let files = members.map { JSON.Member($0.path, $0.document.root.json) }
        return CanonicalJSON.bytes(of: JSON.object([JSON.Member("files", .object(files))]), numbers: .exact)
    }

    /// Whether another's normalised form is the same; most that differ do so early.
    package func hasSameForm(as other: DocumentSet) -> Bool {
        guard !isSet, !other.isSet else { return canonicalForm == other.canonicalForm }
        return home.document.root.hasSameValue(as: other.home.document.root)
    }

    /// Why a reference leads nowhere.
    ///
    /// - Parameters:
    ///   - text: The reference as written.
    ///   - base: The path of the file that it stands in.
    /// - Returns: What is wrong, in a sentence.
    package static func refusal(of text: String, in base: String) -> String {
        URIReference(text).resolved(against: URIReference(base)).leadsOut
            ? "'\(text)' leads out of the set of files, and nothing outside of it is opened"
            : "'\(text)' is no file of the set and no registered contract, and nothing else is opened"
    }
}

extension ContractSource {
    /// The text as JSON or YAML.
    ///
    /// - Throws: ``ContractFailure`` with the code of the syntax that it breaks.
    package func document() throws(ContractFailure) -> Document {
        do throws(SyntaxFailure) { return try Document.parse(bytes, named: file) } catch {
            throw ContractFailure(error, file: file)
        }
    }
}
