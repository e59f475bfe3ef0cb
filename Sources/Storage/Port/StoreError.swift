/// Why the store could not do what it was asked for.
package enum StoreError: Error, Hashable {
    /// The disk, or the space that the store may use, is full. Reads go on; writes work again when there is space.
    case full(folder: String)

    /// The folder or the database cannot be written.
    case readOnly(folder: String)

    /// What is stored is not what was stored once.
    case corrupt(folder: String, detail: String)

    /// The disk failed.
    case io(folder: String, detail: String)

    /// Another process has the folder open.
    case busyElsewhere(folder: String, process: String)

    /// A newer Canon wrote the database.
    case newerSchema(folder: String, found: Int, known: Int)

    /// There is no database in the folder.
    case notFound(folder: String)

    /// There is a database in the folder already.
    case alreadyExists(folder: String)

    /// The file in the place of the database belongs to something else.
    case foreignFile(folder: String)

    /// The store refused a change that it never makes: a broken promise of the program.
    case refused(detail: String)

    /// Nobody can know whether the last writes are on disk before the store is opened again.
    case outcomeUnknown(detail: String)

    /// The store was closed before.
    case closed

    /// A short name that never changes, for programs.
    package var code: String {
        switch self {
        case .full: "store-full"
        case .readOnly: "store-read-only"
        case .corrupt: "store-corrupt"
        case .io: "store-io"
        case .busyElsewhere: "store-busy-elsewhere"
        case .newerSchema: "store-newer-schema"
        case .notFound: "store-not-found"
        case .alreadyExists: "store-already-exists"
        case .foreignFile: "store-foreign-file"
        case .refused: "store-refused"
        case .outcomeUnknown: "store-outcome-unknown"
        case .closed: "store-closed"
        }
    }
}

extension StoreError: CustomStringConvertible {
    /// Says what happened, where, and what to do next.
    package var description: String {
        switch self {
        case .full(let folder):
            "no space left for the data in '\(folder)'; nothing of this change was stored: make space and send it again"
        case .readOnly(let folder):
            "the data in '\(folder)' cannot be written; give this user write access to the folder and the files in it"
        case .corrupt(let folder, let detail):
            "the data in '\(folder)' is damaged: \(detail); run 'canon audit verify' and restore a backup"
        case .io(let folder, let detail):
            "the disk under '\(folder)' failed: \(detail); look at the system's log before you start again"
        case .busyElsewhere(let folder, let process):
            "\(process) has the data in '\(folder)' open, and only one server may; stop it or name another folder"
        case .newerSchema(let folder, let found, let known):
            "the data in '\(folder)' has format \(found), this canon knows formats up to \(known); use a newer canon"
        case .notFound(let folder):
            "there is no registry in '\(folder)'; make one with 'canon init --data \(folder)' or name another folder"
        case .alreadyExists(let folder):
            "there is a registry in '\(folder)' already; serve it with 'canon serve --data \(folder)' "
                + "or name another folder"
        case .foreignFile(let folder):
            "the database in '\(folder)' was not made by canon; name another folder"
        case .refused(let detail): "the store refused a change: \(detail); this is a mistake in canon, please report it"
        case .outcomeUnknown(let detail):
            "whether the last changes were stored cannot be known (\(detail)); canon stops: start it again and look"
        case .closed: "the store is closed; the server is stopping"
        }
    }
}
